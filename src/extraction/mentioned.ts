import type { Span } from "../model/span.js";
import type { Mention } from "../model/utterance.js";
import { bodyOf } from "./bodies.js";
import type { EventFinder } from "./events.js";
import type { Lexicon } from "./lexicon.js";
import type { MentionReader } from "./mentions.js";
import { type NameRun, nameRunsOf } from "./name-runs.js";
import type { NameTable } from "./names.js";
import { isFiniteVerb, type Phrase, phraseRight } from "./noun-phrase.js";
import { type Part, type Placed, partOf, placeOrScene } from "./parts.js";
import { is, isQuotation, type Unit } from "./units.js";

/** Somebody or something that a content names, with its part in the clause. */
export interface Mentioned {
  mention: Mention;
  part: Part;
  phrase: Phrase;
}

/** Endings of the French adjectives that make a body's name: "nationale", "européen", "constitutionnel". */
const ADJECTIVE =
  /(?:al|ale|aux|ales|ien|ienne|éen|éenne|ens|aire|aires|ique|iques|elle?|elles?|ifs?|ives?|ains?|aines?|istes?|êmes?|unies?)$/;

/** Endings of French imperatives and participles, which open sentences as names do. */
const VERBAL = /(?:ez|ée?s?)$/;

type Found = Omit<Mentioned, "part"> & { part?: Part };

/** Finds what a stretch of units names or describes: names, bodies of a country, works and events, nationalities. */
export class MentionFinder {
  constructor(
    private readonly names: NameTable,
    private readonly mentions: MentionReader,
    private readonly events: EventFinder,
    private readonly lexicon: Lexicon,
  ) {}

  /** What `[from, to)` mentions, in order, none inside another. */
  find(units: readonly Unit[], from: number, to: number): Mentioned[] {
    const runs = new Map(nameRunsOf(units, this.lexicon).map((run) => [run.from, run]));
    const found: Mentioned[] = [];
    let previous: Placed | undefined;
    for (let at = from; at < to; at++) {
      const pair = this.pair(units, at);
      if (pair) {
        found.push(...pair);
        continue;
      }
      const one =
        this.people(units, at, runs) ??
        this.body(units, at, runs) ??
        this.event(units, at, runs) ??
        this.force(units, at) ??
        this.name(runs.get(at)) ??
        this.nation(units, at);
      if (!one || one.phrase.to > to) continue;
      const part = one.part ?? this.partOf(one, previous);
      previous = { to: one.phrase.to, part };
      found.push({ ...one, part });
      at = one.phrase.to - 1;
    }
    return found;
  }

  /** Its part in the clause; "in the United States" is a place, "in the Senate" a body. */
  private partOf({ mention, phrase: { units, from, to } }: Found, previous: Placed | undefined): Part {
    const part = partOf(units, from, to, this.lexicon.grammar, previous);
    const inside = units[from - 2]?.form === "in" && units[from - 1]?.form === "the";
    return part === "partner" && inside && mention.kind === "COUNTRY"
      ? placeOrScene(units, from - 2, this.lexicon.grammar)
      : part;
  }

  private name(run: NameRun | undefined): Found | null {
    if (run === undefined || !(this.names.isName(run) || this.isBareSubject(run)) || this.isNoTarget(run)) return null;
    const whole = this.inFull(run);
    if (whole) return whole;
    const { mention } = this.mentions.read(run);
    return {
      mention,
      phrase: run,
      ...(this.lexicon.grammar.headLast && mention.kind === "COUNTRY" && isAdjective(run)
        ? { part: "nation" as const }
        : {}),
    };
  }

  /** French "Paris les poursuit": a noun without article that opens a sentence is a name. */
  private isBareSubject({ units, to }: NameRun): boolean {
    const { grammar } = this.lexicon;
    if (grammar.headLast || VERBAL.test(units[to - 1]?.form ?? "")) return false;
    return isFiniteVerb(units[to], grammar) || is(units[to], "NEG", "REFLEXIVE", "CLITIC");
  }

  /** "la Brigade nationale", "le Fonds européen": a name that goes on with an adjective in small letters. */
  private inFull(run: NameRun): Found | null {
    const { units, from, to } = run;
    const adjective = units[to];
    if (this.lexicon.grammar.headLast || !is(units[from - 1], "DET", "OF")) return null;
    if (!(is(units[from], "ORG", "EVENT") || is(units[to - 1], "ORG"))) return null;
    if (to - from === 1 && is(adjective, "OF")) return this.withComplement(run);
    if (adjective?.kind !== "word" || adjective.capital || !ADJECTIVE.test(adjective.form)) return null;
    const longer = is(units[to + 1], "OF") && to - from === 1 ? this.withComplement(run) : null;
    if (longer) return longer;
    const phrase = { units, from, to: to + 1 };
    const { mention, way } = this.mentions.read({ ...phrase, from: from - 1 });
    if (mention.resolved && way !== "body")
      return { mention: { ...mention, ...this.described(phrase, mention.kind).mention, name: mention.name }, phrase };
    return this.described(phrase, "ORGANIZATION");
  }

  /** "le Conseil de l'Union européenne", "la Cour de justice": one common noun with a capital and its complement. */
  private withComplement({ units, from, to }: NameRun): Found | null {
    const phrase = phraseRight(units, from - 1, this.lexicon.grammar);
    if (phrase === null || phrase.to - from < 3 || phrase.to <= to + 1 || phrase.to - from > 8) return null;
    const { mention, way } = this.mentions.read(phrase);
    const inside = { units, from, to: phrase.to };
    return way === "body" || way === "name"
      ? { mention: { ...this.described(inside, mention.kind).mention, name: mention.name }, phrase: inside }
      : null;
  }

  private isNoTarget({ units, from, to, name }: NameRun): boolean {
    if (is(units[from], "CHANNELSITE") && to - from === 1 && is(units[from - 1], "PREP", "COORD", "DET")) return true;
    const form = name.toLowerCase();
    return this.lexicon.noTargets.has(form) || (to - from === 1 && this.lexicon.nations.has(form));
  }

  /** "l'armée azerbaïdjanaise", "Armenian forces", "the government of Mali": a body or force of a country. */
  private body(units: readonly Unit[], at: number, runs: ReadonlyMap<number, NameRun>): Found | null {
    const phrase = bodyOf(units, at, this.countryAt(units, at, runs), (place) => this.countryAt(units, place, runs));
    if (!phrase) return null;
    const people = !units.slice(phrase.from, phrase.to).some((unit) => is(unit, "ORG"));
    return this.described(phrase, people ? "GROUP" : "ORGANIZATION");
  }

  /** "les Arméniens du Haut-Karabakh", "the Kurds of Norland": people of a nation, told by where they live. */
  private people(units: readonly Unit[], at: number, runs: ReadonlyMap<number, NameRun>): Found | null {
    const unit = units[at];
    if (!is(unit, "DEMONYM") || !unit?.capital || !is(units[at - 1], "DET", "OF") || !is(units[at + 1], "OF"))
      return null;
    const run = runs.get(at + 2) ?? (is(units[at + 2], "DET") ? runs.get(at + 3) : undefined);
    if (!run || this.names.find(run.name).kind === "PERSON") return null;
    return this.described({ units, from: at, to: run.to }, "GROUP");
  }

  private described(phrase: Phrase, kind: Mention["kind"]): Found {
    const mention = this.mentions.mention(phrase, "", kind, kind !== "GROUP");
    return { mention: { ...mention, name: mention.text.replace(/\s+/gu, " ") }, phrase };
  }

  /** Place after the adjective or name of a country that starts here, or -1. */
  private countryAt(units: readonly Unit[], at: number, runs: ReadonlyMap<number, NameRun>): number {
    if (is(units[at], "DEMONYM") && this.lexicon.nations.has(units[at]?.form ?? "")) return at + 1;
    const run = runs.get(at);
    return run && this.lexicon.countries.has(run.name.toLowerCase()) ? run.to : -1;
  }

  private event(units: readonly Unit[], at: number, runs: ReadonlyMap<number, NameRun>): Found | null {
    const phrase = this.events.find(units, at, runs);
    return phrase && this.described(phrase, "UNKNOWN");
  }

  /** "les pompiers", "the militants": a force that acts, whatever its name. */
  private force(units: readonly Unit[], at: number): Found | null {
    if (!is(units[at], "FORCE") || units[at]?.capital || units[at - 1]?.form !== this.lexicon.grammar.severalOf)
      return null;
    const { grammar } = this.lexicon;
    const adjective =
      !grammar.headLast && /(?:es|s|aux)$/.test(units[at + 1]?.form ?? "") && (units[at + 1]?.tags.size ?? 1) === 0;
    const phrase = { units, from: at, to: adjective ? at + 2 : at + 1 };
    if (is(units[phrase.to], "OF", "PREP", "REL") || partOf(units, at, phrase.to, grammar, undefined) !== "subject")
      return null;
    return this.described(phrase, "GROUP");
  }

  /** "franco-arménienne", "Israeli-Palestinian": both countries. */
  private pair(units: readonly Unit[], at: number): Mentioned[] | null {
    const { text, kind } = units[at] as Unit;
    const halves = kind === "word" && text.includes("-") ? text.split("-") : [];
    if (halves.length !== 2) return null;
    const [first, second] = halves.map((half) => this.countryOf(half));
    if (!first || !second || first === second) return null;
    if (this.lexicon.grammar.headLast && is(units[at + 1], "EVENT"))
      return [{ ...this.described({ units, from: at, to: at + 2 }, "UNKNOWN"), part: "owner" }];
    if (!this.lexicon.grammar.headLast && is(units[at - 1], "EVENT"))
      return [{ ...this.described({ units, from: at - 1, to: at + 1 }, "UNKNOWN"), part: "owner" }];
    const phrase = { units, from: at, to: at + 1 };
    const mention = this.mentions.mention(phrase, "", "COUNTRY", true);
    return [first, second].map((name) => ({ mention: { ...mention, name }, phrase, part: "doer" }));
  }

  private countryOf(written: string): string | undefined {
    const { nations, countries, grammar } = this.lexicon;
    const half = written.toLowerCase();
    if (countries.has(half)) return written;
    return nations.get(half) || nations.get(half.replace(/s$/, "")) || grammar.nationPrefixes[half];
  }

  /** "les Kurdes", "the Kurds": a people without a state of its name. */
  private isPeople(units: readonly Unit[], at: number): boolean {
    const unit = units[at] as Unit;
    if (!unit.capital || !unit.form.endsWith("s") || !is(unit, "DEMONYM") || !is(units[at - 1], "DET")) return false;
    return !this.lexicon.noTargets.has(unit.form);
  }

  /** "l'offensive russe", "the Chinese statement": the country does it or has it. */
  private isDoer(units: readonly Unit[], at: number): boolean {
    const { headLast, deeds, holdings } = this.lexicon.grammar;
    const step = headLast ? 1 : -1;
    const near = [units[at + step], units[at + 2 * step]];
    const noun = near.find((unit) => unit && (deeds.includes(unit.form) || holdings.includes(unit.form)));
    return noun !== undefined && (noun === near[0] || near[0]?.kind === "word") && !is(near[0], "OF", "PREP", "COMP");
  }

  /** "Australian salt", "l'économie française", "the Americans": what is of a country is about the country. */
  private nation(units: readonly Unit[], at: number): Found | null {
    const unit = units[at] as Unit;
    const form = unit.form;
    const country = this.lexicon.nations.get(form) ?? this.lexicon.nations.get(form.replace(/s$/, ""));
    if (unit.kind !== "word") return null;
    const phrase = { units, from: at, to: at + 1 };
    if (!country) return this.isPeople(units, at) ? this.described(phrase, "GROUP") : null;
    return {
      mention: { ...this.mentions.mention(phrase, "", "COUNTRY", true), name: country },
      phrase,
      part: this.isDoer(units, at) ? "doer" : "nation",
    };
  }
}

/** "U.S. dollars": the name of a country right before a noun is its adjective. */
function isAdjective({ units, from, to }: NameRun): boolean {
  const next = units[to];
  if (is(next, "HUMANS", "ROLE", "ORG")) return true;
  if (next?.kind !== "word" || next.capital || next.tags.size > 0 || next.cue !== null) return false;
  return is(units[from - 1], "DET", "OF", "PREP") || !/(?:ed|ly|s)$/.test(next.form);
}

/** The stretches of units that a content covers, inside marks and outside, each as places in its own list. */
export function stretchesOf(
  units: readonly Unit[],
  content: readonly Span[],
): { units: readonly Unit[]; from: number; to: number }[] {
  const stretches: { units: readonly Unit[]; from: number; to: number }[] = [];
  const add = (list: readonly Unit[], at: number) => {
    const last = stretches.at(-1);
    if (last?.units === list && last.to === at) last.to++;
    else stretches.push({ units: list, from: at, to: at + 1 });
  };
  const covered = ({ start, end }: Unit) => content.some((span) => span.start <= start && end <= span.end);
  const touched = ({ start, end }: Unit) => content.some((span) => span.start < end && start < span.end);
  units.forEach((unit, at) => {
    if (!isQuotation(unit)) {
      if (covered(unit)) add(units, at);
      return;
    }
    if (!touched(unit)) return;
    const inner = unit.quotation?.units ?? [];
    for (const [place, word] of inner.entries()) if (covered(word)) add(inner, place);
  });
  return stretches;
}
