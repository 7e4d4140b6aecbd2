import type { ActorKind } from "../model/vocabulary.js";
import type { Description } from "./description.js";
import type { Lexicon } from "./lexicon.js";
import { likeness } from "./likeness.js";
import { stemOf } from "./nouns.js";
import type { Rival } from "./ways.js";

/** Whom a description was used of. */
export interface Bearer {
  name: string;
  kind: ActorKind;
  resolved: boolean;
  gender: string;
}

interface Fact {
  description: Description;
  bearer: Bearer;
  at: number;
}

/** Whom a description means, how well it fits, and who else it may mean. */
export interface Called {
  bearer: Bearer;
  score: number;
  /** By a more general noun than the one used before. */
  hypernym: boolean;
  rivals: readonly Rival[];
}

const BEFORE = 10;
const AFTER = 3;
const LEAST = 0.55;
/** What a noun that is only more general, a later mention and each nearer bearer take from a fit. */
const GENERAL = 0.88;
const LATER = 0.85;
const FARTHER = 0.94;
/** What is known of a description whose bearer nobody names counts less, and only for the same country. */
const NAMELESS = 0.9;
const AUTHORLESS = 0.75;
/** Others count when they come this close to the best. */
const CLOSE = 0.85;

/** Who is called how in one document: "the director" is whom the text called director before, or later if it fits well. */
export class RoleBook {
  private readonly named = new Map<string, Fact[]>();
  private readonly described = new Map<string, Fact[]>();
  /** Bodies and groups by their adjectives: "les autorités séparatistes" are "les séparatistes" too. */
  private readonly qualified = new Map<string, Fact[]>();
  /** How often it was asked: an answer may be another one further on. */
  asked = 0;
  /** The countries whose people or offices each bearer is said to be or hold. */
  private readonly countries = new Map<string, Set<string>>();
  /** Where each bearer came up, by whatever name, in the order of the text. */
  private readonly places = new Map<string, number[]>();

  constructor(private readonly lexicon: Pick<Lexicon, "hypernyms" | "grammar">) {}

  /** Notes a named bearer; in any order, before anything is looked up. */
  name(description: Description, bearer: Bearer, at: number): void {
    listIn(this.named, description.lemma).push({ description, bearer, at });
    if (description.country.length <= 1) return;
    const countries = this.countries.get(bearer.name) ?? new Set();
    this.countries.set(bearer.name, countries.add(description.country));
  }

  /** The countries, in lower case, that the text connects somebody with. */
  countriesOf(name: string): ReadonlySet<string> | undefined {
    return this.countries.get(name);
  }

  /** Puts the named bearers in the order of the text. */
  settle(): void {
    for (const facts of this.named.values()) facts.sort((a, b) => a.at - b.at);
  }

  /** Notes somebody without a name while the text is read in its order. */
  describe(description: Description, bearer: Bearer, at: number): void {
    const facts = listIn(this.described, description.lemma);
    const last = facts.at(-1);
    if (last && last.at === at && !last.bearer.resolved) facts.pop();
    if ((facts.at(-1)?.at ?? -1) < at) facts.push({ description, bearer, at });
    if (bearer.kind !== "PERSON") this.qualify(description, bearer, at);
  }

  private qualify(description: Description, bearer: Bearer, at: number): void {
    if (description.words.size === 0 && description.country === "") return;
    for (const quality of description.qualities) {
      const facts = listIn(this.qualified, quality);
      if ((facts.at(-1)?.at ?? -1) < at) facts.push({ description, bearer, at });
    }
  }

  /** "Les séparatistes": the last body or group that was called so by an adjective. */
  private byQuality({ lemma, number, words, qualities, country }: Description, at: number): Called | null {
    if (number !== "p" || words.size > 0 || qualities.size > 0 || country !== "") return null;
    const facts = this.qualified.get(stemOf(lemma)) ?? [];
    const fact = facts[firstFrom(facts, at) - 1];
    return fact ? { bearer: fact.bearer, score: LEAST, hypernym: true, rivals: [] } : null;
  }

  /** Notes that the text is on somebody again, by whatever name. */
  recall(name: string, at: number): void {
    const places = listIn(this.places, name);
    if ((places.at(-1) ?? -1) < at) places.push(at);
  }

  /** Whom a definite description means that stands at a place in the text. */
  find(wanted: Description, at: number): Called | null {
    this.asked++;
    const hits = [wanted.lemma, ...(this.lexicon.hypernyms.get(wanted.lemma) ?? [])].flatMap((lemma) => [
      ...this.hits(this.named.get(lemma), wanted, at),
      ...this.hits(this.described.get(lemma), wanted, at),
    ]);
    const [best, ...others] = nearestFirst(
      hits.map((hit) => ({ ...hit, at: Math.max(hit.at, this.lastPlace(hit, at)) })),
    );
    if (!best) return this.byQuality(wanted, at);
    const rivals = others.filter(({ bearer, score }) => bearer.resolved && score >= best.score * CLOSE);
    const { bearer, score, hypernym } = best;
    return {
      bearer,
      score,
      hypernym,
      rivals: rivals.map((rival) => ({ name: rival.bearer.name, score: rival.score })),
    };
  }

  /** Where somebody came up last before a place. */
  private lastPlace({ bearer }: Hit, before: number): number {
    return this.places.get(bearer.name)?.findLast((place) => place < before) ?? Number.NEGATIVE_INFINITY;
  }

  /** The last uses of a noun before a place, and for the same noun also the first ones after it. */
  private hits(facts: readonly Fact[] | undefined, wanted: Description, at: number): Hit[] {
    if (!facts) return [];
    const place = firstFrom(facts, at);
    const before = facts.slice(Math.max(0, place - BEFORE), place).map((fact) => this.hit(fact, wanted, 1));
    const same = facts[0]?.description.lemma === wanted.lemma;
    const after = same ? facts.slice(place, place + AFTER).map((fact) => this.hit(fact, wanted, LATER)) : [];
    return [...before, ...after].filter((hit) => hit !== null) as Hit[];
  }

  private hit({ description, bearer, at }: Fact, wanted: Description, factor: number): Hit | null {
    if (!bearer.resolved && wanted.country !== "" && wanted.country !== description.country) return null;
    const hypernym = description.lemma !== wanted.lemma;
    const noun =
      (hypernym ? GENERAL : 1) * factor * (bearer.resolved ? 1 : wanted.kind === "document" ? AUTHORLESS : NAMELESS);
    const score = likeness(wanted, description, noun, this.lexicon.grammar.homeState);
    return score >= LEAST ? { bearer, score, hypernym, at: factor === 1 ? at : -at } : null;
  }
}

/** One use of a description that fits; `at` is negative for one further on. */
interface Hit extends Pick<Called, "bearer" | "score" | "hypernym"> {
  at: number;
}

/** Each bearer once, the best first: who was called so last goes before who was earlier. */
function nearestFirst(hits: readonly Hit[]): Hit[] {
  const bearers = new Map<string, Hit>();
  for (const hit of hits) {
    const known = bearers.get(hit.bearer.name);
    const best = known && known.score >= hit.score ? known : hit;
    bearers.set(hit.bearer.name, { ...best, at: Math.max(hit.at, known?.at ?? hit.at) });
  }
  return [...bearers.values()]
    .sort((a, b) => b.at - a.at)
    .map((hit, rank) => ({ ...hit, score: hit.score * FARTHER ** rank }))
    .sort((a, b) => b.score - a.score);
}

function listIn<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const known = lists.get(key);
  if (known) return known;
  const list: Item[] = [];
  lists.set(key, list);
  return list;
}

/** Place of the first fact at or after a place in the text. */
function firstFrom(facts: readonly Fact[], at: number): number {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle] as Fact).at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
