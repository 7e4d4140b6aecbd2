import type { Grammar, Lexicon } from "./lexicon.js";
import { type NameRun, nameRunsOf } from "./name-runs.js";
import type { NameTable } from "./names.js";
import { isFiniteVerb, type Phrase } from "./noun-phrase.js";
import { is, type Unit } from "./units.js";

/** How many events and works a document is remembered by. */
const MEMORY = 16;

/** "COP29", "G7": names of events and bodies that need no noun. */
const OWN_NAME = /^\p{Lu}+[ -]?\d+$/u;

/** Finds events, works and agreements that a name or a complement makes one of their kind, and remembers those of one document by their noun. */
export class EventFinder {
  private readonly latest = new Map<string, string>();

  constructor(
    private readonly names: NameTable,
    private readonly lexicon: Lexicon,
  ) {}

  /** Goes on to a list of units: what it calls by more than a noun can be meant by the noun alone from now on. */
  enter(units: readonly Unit[]): void {
    let runs: Map<number, NameRun> | undefined;
    for (let at = 0; at < units.length; at++) {
      if (!is(units[at], "PACT")) continue;
      runs ??= new Map(nameRunsOf(units, this.lexicon).map((run) => [run.from, run]));
      const phrase = this.findWithNoun(units, at, runs);
      if (phrase) this.remember(units[at]?.form ?? "", textOf(phrase));
    }
  }

  /** The fullest name of the agreement or work last called by this noun. */
  called(noun: string): string | undefined {
    return this.latest.get(noun);
  }

  /** "l'affaire Merah", "l'accord de Paris", "the Geneva peace talks", "le traité de paix", when it starts at a place. */
  find(units: readonly Unit[], at: number, runs: ReadonlyMap<number, NameRun>): Phrase | null {
    const named = this.lexicon.grammar.bareComplement ? this.nounAfter(runs.get(at)) : this.nameAfter(units, at, runs);
    const { grammar } = this.lexicon;
    const to = named ?? (grammar.headLast ? pactAfter(units, at, grammar) : complementOf(units, at, grammar));
    return to === null ? null : { units, from: at, to };
  }

  /** The same, by the place of its noun. */
  private findWithNoun(units: readonly Unit[], noun: number, runs: ReadonlyMap<number, NameRun>): Phrase | null {
    if (!this.lexicon.grammar.headLast) return this.find(units, noun, runs);
    for (let at = Math.max(0, noun - 4); at < noun; at++) {
      const phrase = this.find(units, at, runs);
      if (phrase && phrase.to === noun + 1) return phrase;
    }
    return null;
  }

  private remember(noun: string, name: string): void {
    this.latest.delete(noun);
    this.latest.set(noun, name);
    if (this.latest.size > MEMORY) this.latest.delete(this.latest.keys().next().value as string);
  }

  /** After the event's noun that follows a name: "Geneva peace talks". */
  private nounAfter(run: NameRun | undefined): number | null {
    if (run === undefined || this.lexicon.nations.has(run.name.toLowerCase())) return null;
    const { units, to } = run;
    const ahead = [0, 1].find((steps) => is(units[to + steps], "EVENT", "WORK"));
    if (ahead === undefined || units.slice(to, to + ahead + 1).some((unit) => unit.kind !== "word" || unit.cue))
      return null;
    const between = units[to] as Unit;
    if (ahead === 1 && (between.tags.size > 0 || /(?:ed|ing|ly)$/.test(between.form))) return null;
    return to + ahead + 1;
  }

  /** After the name that follows an event's noun: "ouragan Sandy", "accord de Paris". */
  private nameAfter(units: readonly Unit[], at: number, runs: ReadonlyMap<number, NameRun>): number | null {
    if (!is(units[at], "EVENT", "WORK", "SITE") || units[at]?.capital) return null;
    const beside = runs.get(at + 1);
    if (beside) return OWN_NAME.test(beside.name) ? null : beside.to;
    if (!is(units[at], "EVENT", "SITE")) return null;
    const of = [1, 2].find((ahead) => is(units[at + ahead], "OF"));
    const between = of === 2 && (units[at + 1]?.kind !== "word" || (units[at + 1]?.tags.size ?? 0) > 0);
    const run =
      of && !between && !(of === 2 && isFiniteVerb(units[at + 1], this.lexicon.grammar))
        ? runs.get(at + of + 1)
        : undefined;
    return run && !OWN_NAME.test(run.name) && this.names.find(run.name).kind !== "PERSON" ? run.to : null;
  }
}

/** French "l'accord de paix", "projet de résolution russe": an agreement with the noun that tells what it is about. */
function complementOf(units: readonly Unit[], at: number, { pactKinds }: Grammar): number | null {
  if (!is(units[at], "PACT") || units[at]?.capital || !is(units[at + 1], "OF")) return null;
  return pactKinds.includes(units[at + 2]?.form ?? "") ? at + 3 : null;
}

/** English "peace deal", "the ceasefire agreement": the noun before tells what it is about. */
function pactAfter(units: readonly Unit[], at: number, { pactKinds }: Grammar): number | null {
  return is(units[at + 1], "PACT") && pactKinds.includes(units[at]?.form ?? "") ? at + 2 : null;
}

function textOf({ units, from, to }: Phrase): string {
  return units
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ")
    .replaceAll(/(['’]) /g, "$1");
}
