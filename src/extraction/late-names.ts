import { type Description, descriptionOf } from "./description.js";
import type { Lexicon } from "./lexicon.js";
import { type NameRun, nameRunsOf } from "./name-runs.js";
import { type Phrase, phraseRight } from "./noun-phrase.js";
import { is, isComma, type Unit } from "./units.js";

/** A function that a text uses of somebody whom it has not named yet. */
export interface Unnamed {
  description: Description;
  at: number;
}

/** Sentences between the function and the name. */
const REACH = 2;

/** Names that come after the function of their bearer: "La maire de Brenne est émue. « Tout est à refaire », a soupiré Irène Fontanel." Fed with the sentences in order. */
export class LateNames {
  private last: (Unnamed & { sentence: number }) | null = null;
  private sentence = 0;
  /** By the key of the name: the function used last before the name came up first. */
  private readonly found = new Map<string, Unnamed>();

  constructor(private readonly lexicon: Lexicon) {}

  enter(units: readonly Unit[]): void {
    this.sentence++;
    const unnamed = unnamedIn(units, this.lexicon);
    if (unnamed) this.last = { ...unnamed, sentence: this.sentence };
  }

  /** A full name that comes up for the first time, with no word on who bears it. */
  meet(key: string, run: NameRun): void {
    const { last } = this;
    const near = last && this.sentence - last.sentence <= REACH && last.at < (run.units[run.from]?.start ?? 0);
    if (near && run.to - run.from > 1 && speaks(run)) this.found.set(key, last);
  }

  [Symbol.iterator](): Iterator<[string, Unnamed]> {
    return this.found.entries();
  }
}

/** A verb of saying stands right beside the name. */
function speaks({ units, from, to }: NameRun): boolean {
  return is(units[from - 1], "ATTRIB") || [from - 1, to, to + 1, to + 2].some((at) => units[at]?.cue);
}

/** The function of somebody, as a subject without a name: at the start of a clause or after a verb of saying. */
function unnamedIn(units: readonly Unit[], lexicon: Lexicon): Unnamed | null {
  for (let at = units.length - 2; at >= 0; at--) {
    const opens = at === 0 || isComma(units[at - 1]) || units[at - 1]?.cue != null;
    if (!opens || !is(units[at], "DET") || !(is(units[at + 1], "ROLE") || is(units[at + 2], "ROLE"))) continue;
    const phrase = phraseRight(units, at, lexicon.grammar);
    const description = phrase && !isNamed(phrase, lexicon) ? descriptionOf(phrase, lexicon) : null;
    if (description?.kind === "person" && description.definite && description.number !== "p")
      return { description, at: units[at]?.start ?? 0 };
  }
  return null;
}

/** Whether a name stands beside the noun, or as an apposition after it, rather than after "of". */
function isNamed({ units, from, to }: Phrase, lexicon: Lexicon): boolean {
  const end = isComma(units[to]) ? to + 1 : to;
  return nameRunsOf(units, lexicon).some((run) => {
    if (run.from < from || run.from > end) return false;
    if (run.from >= to) return true;
    const last = units[run.from - 1];
    const before = is(last, "DET") && !is(last, "OF") ? units[run.from - 2] : last;
    return !is(before, "OF", "PREP", "CALLED");
  });
}
