import type { ActorKind } from "../model/vocabulary.js";
import type { Description } from "./description.js";
import type { Lexicon } from "./lexicon.js";
import { likeness } from "./likeness.js";
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

/** Who is called how in one document: "the director" is whom the text called director before, or later if it fits well. */
export class RoleBook {
  private readonly named = new Map<string, Fact[]>();
  private readonly described = new Map<string, Fact[]>();

  constructor(private readonly lexicon: Pick<Lexicon, "hypernyms" | "grammar">) {}

  /** Notes a named bearer; in any order, before anything is looked up. */
  name(description: Description, bearer: Bearer, at: number): void {
    listIn(this.named, description.lemma).push({ description, bearer, at });
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
  }

  /** Whom a definite description means that stands at a place in the text. */
  find(wanted: Description, at: number): Called | null {
    const scores = new Map<string, Called>();
    for (const lemma of [wanted.lemma, ...(this.lexicon.hypernyms.get(wanted.lemma) ?? [])])
      for (const called of this.calledBy(lemma, wanted, at)) {
        const known = scores.get(called.bearer.name);
        if (!known || known.score < called.score) scores.set(called.bearer.name, called);
      }
    const [best, ...others] = [...scores.values()].sort((a, b) => b.score - a.score);
    if (!best) return null;
    const rivals = others.filter(({ bearer, score }) => bearer.resolved && score >= best.score * 0.85);
    return { ...best, rivals: rivals.map(({ bearer, score }) => ({ name: bearer.name, score })) };
  }

  private calledBy(lemma: string, wanted: Description, at: number): Called[] {
    const head = lemma === wanted.lemma ? 1 : GENERAL;
    const found: Called[] = [];
    for (const facts of [this.named.get(lemma), this.described.get(lemma)]) {
      if (!facts) continue;
      const place = firstFrom(facts, at);
      const bearers = new Set<string>();
      for (let near = place - 1; near >= Math.max(0, place - BEFORE); near--) {
        const fact = facts[near] as Fact;
        bearers.add(fact.bearer.name);
        this.push(found, fact, wanted, head * FARTHER ** (bearers.size - 1));
      }
      if (lemma !== wanted.lemma) continue;
      for (const fact of facts.slice(place, place + AFTER)) this.push(found, fact, wanted, LATER);
    }
    return found;
  }

  private push(list: Called[], { description, bearer }: Fact, wanted: Description, factor: number): void {
    if (!bearer.resolved && wanted.country !== "" && wanted.country !== description.country) return;
    const score = likeness(
      wanted,
      description,
      bearer.resolved ? factor : factor * NAMELESS,
      this.lexicon.grammar.homeState,
    );
    if (score >= LEAST) list.push({ bearer, score, hypernym: description.lemma !== wanted.lemma, rivals: [] });
  }
}

function listIn(facts: Map<string, Fact[]>, lemma: string): Fact[] {
  const known = facts.get(lemma);
  if (known) return known;
  const list: Fact[] = [];
  facts.set(lemma, list);
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
