import type { ActorKind } from "../model/vocabulary.js";
import { headAt } from "./head-noun.js";
import type { Lexicon } from "./lexicon.js";
import { isAcronym } from "./name-parts.js";
import { nameOf } from "./name-runs.js";
import { phraseLeft } from "./noun-phrase.js";
import { is, type Unit } from "./units.js";

/** An acronym and the name it stands for. */
export interface Acronym {
  short: string;
  full: string;
  kind: ActorKind;
  /** Where the name stands: the units `[from, to)`. */
  from: number;
  to: number;
}

const LONGEST = 12;

/** The acronym that a parenthesis opening at `at` explains, or that explains it: "Mouvement du Nord (MDN)", "MDN (Mouvement du Nord)". */
export function acronymAt(units: readonly Unit[], at: number, lexicon: Lexicon): Acronym | null {
  const inside = units[at + 1];
  const closing = closingFrom(units, at + 1);
  if (closing < 0 || inside === undefined) return null;
  if (closing === at + 2 && isShort(inside)) return explained(units, at, inside.text, lexicon);
  const before = units[at - 1];
  return before && isShort(before) && fits(before.text, units, at + 1, closing)
    ? {
        short: before.text,
        full: nameOf(units.slice(at + 1, closing)),
        kind: kindIn(units, at + 1, closing, lexicon),
        from: at + 1,
        to: closing,
      }
    : null;
}

function isShort(unit: Unit): boolean {
  return unit.kind === "word" && unit.capital && unit.text.length <= 8 && (isAcronym(unit) || unit.text.length <= 5);
}

function closingFrom(units: readonly Unit[], from: number): number {
  for (let at = from; at < Math.min(units.length, from + LONGEST); at++) if (units[at]?.form === ")") return at;
  return -1;
}

/** The phrase before the parenthesis, from the word that the acronym's first letter stands for. */
function explained(units: readonly Unit[], to: number, short: string, lexicon: Lexicon): Acronym | null {
  const phrase = phraseLeft(units, to, lexicon.grammar);
  if (!phrase) return null;
  const initial = initialOf(short);
  for (let from = phrase.from; from < to - 1; from++) {
    const unit = units[from] as Unit;
    if (unit.kind !== "word" || is(unit, "DET", "OF", "PREP") || initialOf(unit.form) !== initial) continue;
    if (fits(short, units, from, to))
      return { short, full: nameOf(units.slice(from, to)), kind: kindIn(units, from, to, lexicon), from, to };
  }
  return null;
}

/** Whether the letters of the acronym are first letters of the words, in their order, leaving out at most two. */
function fits(short: string, units: readonly Unit[], from: number, to: number): boolean {
  const letters = short
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^\p{L}]/gu, "");
  let matched = 0;
  for (let at = from; at < to; at++) if (initialOf(units[at]?.form ?? "") === letters[matched]) matched++;
  return to - from >= 2 && matched >= Math.max(2, letters.length - 2);
}

function initialOf(word: string): string {
  return (word[0] ?? "").toLowerCase().normalize("NFD")[0] ?? "";
}

function kindIn(units: readonly Unit[], from: number, to: number, { grammar }: Lexicon): ActorKind {
  const head = headAt(units, from, to, grammar.headLast);
  return is(units[head], "MEDIA") && !is(units[head], "ORG") ? "MEDIA" : "ORGANIZATION";
}
