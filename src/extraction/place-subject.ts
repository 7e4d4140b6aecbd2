import type { Grammar } from "./lexicon.js";
import { type Phrase, phraseRight } from "./noun-phrase.js";
import { is, isComma, type Unit } from "./units.js";

/** "À Bakou, on affirme que", "dans l'entourage du ministre, on assure": who speaks there, where the subject is nobody; else null. */
export function placeSubject(units: readonly Unit[], subject: Phrase | null, grammar: Grammar): Phrase | null {
  if (subject === null || subject.to - subject.from !== 1 || !is(units[subject.from], "ANYONE")) return null;
  const comma = subject.from - 1;
  if (!isComma(units[comma])) return null;
  let from = comma - 1;
  while (from > 0 && !isComma(units[from - 1])) from--;
  while (is(units[from], "COORD", "ADV")) from++;
  const contracted = is(units[from], "CONTRACTED") && !units[from]?.form.includes(" ");
  const source = is(units[from], "OF") && is(units[from + 1], "SOURCE");
  if (!is(units[from], "WHERE") && !contracted && !source) return null;
  const phrase = phraseRight(units, contracted ? from : from + 1, grammar);
  return phrase?.to === comma ? phrase : null;
}
