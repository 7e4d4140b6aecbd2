import type { Grammar } from "./lexicon.js";
import type { Phrase } from "./noun-phrase.js";
import { is } from "./units.js";

/** "La même source", "same source": the noun with nothing but its article and the word for sameness. */
export function isSameSource({ units, from, to }: Phrase): boolean {
  if (to - from > 3 || !is(units[to - 1], "SOURCE")) return false;
  return units.slice(from, to).some((unit) => is(unit, "SAME"));
}

/** "Le pays", "ce pays du Caucase", "the country": a country that the text has named. */
export function isTheCountry({ units, from, to }: Phrase, { definite, pointingAt, headLast }: Grammar): boolean {
  const first = units[from]?.form ?? "";
  if (!definite.includes(first) || !is(units[from + 1], "LAND")) return false;
  return to - from === 2 || (!headLast && pointingAt.includes(first) && is(units[from + 2], "OF"));
}
