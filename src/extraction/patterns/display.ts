import { withAppositions } from "../appositions.js";
import { type Candidate, isAttribution, withoutVerb } from "../candidate.js";
import type { Grammar, Lexicon } from "../lexicon.js";
import { type Phrase, phraseLeft, phraseRight } from "../noun-phrase.js";
import type { Sentence } from "../sentences.js";
import { complement, isAgent, mainSubject } from "../subject.js";
import { is, isColon, isComma, isQuotation, type Unit } from "../units.js";
import { wordsIn } from "./quoted.js";

/** `S fait ceci : « C »`, `S : « C »`, `Réponse de S : « C »`: a quotation after a colon without a verb of saying. */
export function byColon(sentence: Sentence, lexicon: Lexicon, earlier: readonly Candidate[]): Candidate | null {
  const { units } = sentence;
  const at = units.findIndex((unit, place) => isQuotation(unit) && isColon(units[place - 1]) && wordsIn(unit) > 1);
  const quotation = units[at]?.quotation;
  if (!quotation || earlier.some((other) => !isAttribution(other))) return null;
  const speaker = speakerBefore(units, at - 1, lexicon.grammar);
  const sign = { rule: "colon-quotation", cue: units[at - 1] as Unit, verb: null };
  return speaker && withoutVerb(sentence, { content: [quotation.inner], speaker }, sign);
}

/** Who the words before a colon are about: whose answer it is, the first noun phrase, else the subject. */
function speakerBefore(units: readonly Unit[], colon: number, grammar: Grammar): Phrase | null {
  const first = phraseRight(units, opening(units, colon, grammar), grammar);
  if (first && first.to <= colon) {
    const owner = is(units[first.to - 1], "PRON") ? null : owned(first);
    if (owner) return owner;
    if (isAgent(first, grammar)) return withAppositions(first, grammar);
  }
  const speaker = mainSubject(units, colon, grammar) ?? phraseLeft(units, colon, grammar);
  return speaker && isAgent(speaker, grammar) ? speaker : null;
}

/** Whose answer, reaction or finding: "Réponse du ministre", "Le constat de la Cour". */
function owned(phrase: Phrase): Phrase | null {
  const { units, from, to } = phrase;
  const answer = units.slice(from, Math.min(to, from + 3)).some((unit) => is(unit, "ANSWER"));
  return answer ? complement(phrase) : null;
}

/** After "Mardi," and "À Paris,". */
function opening(units: readonly Unit[], to: number, grammar: Grammar): number {
  let at = 0;
  while (is(units[at], "ADV", "COORD", "TIME")) at++;
  if (is(units[at], "PREP") && !is(units[at], "DET")) {
    const phrase = phraseRight(units, at + 1, grammar);
    if (phrase && isComma(units[phrase.to]) && phrase.to < to) return phrase.to + 1;
  }
  return isComma(units[at]) ? at + 1 : at;
}

/** `“C” – Name, role`: a display quotation. */
export function byDash(sentence: Sentence, lexicon: Lexicon): Candidate | null {
  const { units } = sentence;
  const at = units.findIndex((unit, place) => /^[-–—]$/.test(unit.form) && isQuotation(units[place - 1]));
  const quotation = units[at - 1]?.quotation;
  if (!quotation || at > 2 || !units[at + 1]?.capital || wordsIn(units[at - 1]) < 4) return null;
  const name = phraseRight(units, at + 1, lexicon.grammar);
  const speaker = name && withAppositions(name, lexicon.grammar);
  const ends = speaker && speaker.to >= units.length - 1;
  const sign = { rule: "quotation-dash-name", cue: null, verb: null };
  return ends ? withoutVerb(sentence, { content: [quotation.inner], speaker }, sign) : null;
}
