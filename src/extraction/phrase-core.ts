import type { Phrase } from "./noun-phrase.js";
import { is, isComma } from "./units.js";

/** The phrase without its article, for use as a name. */
export function unarticled({ units, from, to }: Phrase): Phrase {
  let start = from;
  while (start < to - 1 && is(units[start], "DET", "OF")) start++;
  return { units, from: start, to };
}

/** The phrase up to its first comma or parenthesis. */
export function withoutApposition({ units, from, to }: Phrase): Phrase {
  for (let at = from + 1; at < to; at++)
    if (isComma(units[at]) || units[at]?.form === "(") return { units, from, to: at };
  return { units, from, to };
}
