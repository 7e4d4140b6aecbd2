import type { Grammar } from "./lexicon.js";
import { isFiniteVerb, type Phrase, phraseRight } from "./noun-phrase.js";
import { is, type Unit } from "./units.js";

/** The noun phrases that open with an article, a title or a capital in a sentence, outside marks, from left to right. */
export function nounPhrasesIn(units: readonly Unit[], grammar: Grammar): Phrase[] {
  const phrases: Phrase[] = [];
  for (let at = 0; at < units.length; at++) {
    if (!opensPhrase(units[at], grammar)) continue;
    const phrase = phraseRight(units, at, grammar);
    if (!phrase) continue;
    const to = verbIn(units, phrase);
    if (to > at) phrases.push({ units, from: at, to });
    at = phrase.to - 1;
  }
  return phrases;
}

/** Place of a verb of saying that the phrase ran into, or its end. */
function verbIn(units: readonly Unit[], { from, to }: Phrase): number {
  for (let at = from + 1; at < to; at++) {
    const unit = units[at] as Unit;
    if (unit.cue?.forms.has("finite") && !unit.capital && !is(unit, "ROLE", "ORG", "HUMANS", "DOCUMENT")) return at;
  }
  return to;
}

function opensPhrase(unit: Unit | undefined, grammar: Grammar): boolean {
  if (!unit?.spelling) return false;
  unit.spelling.opens ??= readsOpening(unit, grammar);
  return unit.spelling.opens;
}

function readsOpening(unit: Unit, grammar: Grammar): boolean {
  if (unit.kind !== "word" || isFiniteVerb(unit, grammar)) return false;
  if (is(unit, "PRON", "SUB", "COORD", "REL")) return false;
  return is(unit, "DET", "TITLE") || (unit.capital && !is(unit, "PREP", "ADV", "TIME", "ATTRIB", "LIKE"));
}
