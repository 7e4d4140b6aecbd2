import type { Adjunct, Adjuncts } from "./adjuncts.js";
import type { Lexicon } from "./lexicon.js";
import { personStart } from "./name-parts.js";
import type { Phrase } from "./noun-phrase.js";
import { is, type Unit } from "./units.js";

/** A subject without an article, and the adjuncts before it without its words. */
interface Inside {
  phrase: Phrase;
  before: Adjuncts;
}

/** "A déclaré à la presse Anna Noor", "a dit à Moscou Anna Noor": the name after a verb's last adjunct, which reads like a part of it; null when there is none. */
export function subjectInside(adjuncts: Adjuncts, lexicon: Lexicon): Inside | null {
  const last = adjuncts.list.at(-1);
  if (!last || last.preposition === "" || last.phrase.to !== adjuncts.to) return null;
  const { units, from, to } = last.phrase;
  const start = nameStart(last.phrase, lexicon);
  if (start <= from || !isNamed(units, start, to)) return null;
  const cut: Adjunct = { ...last, phrase: { units, from, to: start } };
  return {
    phrase: { units, from: start, to },
    before: { ...adjuncts, to: start, list: [...adjuncts.list.slice(0, -1), cut] },
  };
}

/** Two or three capitalised words with nothing that makes them the end of a description. */
function isNamed(units: readonly Unit[], start: number, to: number): boolean {
  const before = units[start - 1];
  const described = is(before, "OF", "TITLE", "COORD", "PARTICLE") || (is(before, "ROLE") && !before?.capital);
  return !described && to - start >= 2 && to - start <= 3;
}

/** Where the last person's name of a phrase begins, after a common noun or after the name of a place or body. */
function nameStart({ units, from, to }: Phrase, lexicon: Lexicon): number {
  let start = to;
  while (start > from && isCapital(units[start - 1])) start--;
  if (start > from && !is(units[start - 1], "CALLED", "DET", "CONTRACTED")) return start;
  const cut = personStart(units, start, to, lexicon);
  return cut > start ? cut : to - start === 3 ? start + 1 : -1;
}

function isCapital(unit: Unit | undefined): boolean {
  return unit?.kind === "word" && unit.capital && !is(unit, "DET", "OF", "PREP", "COORD", "ROLE", "TITLE");
}
