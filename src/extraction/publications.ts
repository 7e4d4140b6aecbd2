import type { Adjunct } from "./adjuncts.js";
import type { Grammar } from "./lexicon.js";
import { type Phrase, phraseRight } from "./noun-phrase.js";
import { is } from "./units.js";

/** "X a publié un rapport", "X released a statement": the documents after the verb. */
export function publishedAfter({ units, to }: Phrase, grammar: Grammar): Adjunct[] {
  for (let at = to; at < Math.min(units.length, to + 6); at++) {
    if (!is(units[at], "PUBLISH")) continue;
    let start = at + 1;
    while (is(units[start], "TIME", "ADV")) start++;
    const phrase = phraseRight(units, start, grammar);
    return phrase ? [{ preposition: "", phrase }] : [];
  }
  return [];
}
