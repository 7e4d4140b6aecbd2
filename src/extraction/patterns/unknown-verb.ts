import { adjunctsAfter } from "../adjuncts.js";
import { withAppositions } from "../appositions.js";
import { type Candidate, withoutVerb } from "../candidate.js";
import { spanOf } from "../clause.js";
import type { Grammar, Lexicon } from "../lexicon.js";
import { type Phrase, phraseRight } from "../noun-phrase.js";
import type { Sentence } from "../sentences.js";
import { isAgent } from "../subject.js";
import { is, isComma, isStop, type Unit } from "../units.js";
import { startsAlone, wordsIn } from "./quoted.js";

/** A verb with the subject after or before it: the units `[from, to)`. */
interface Clause {
  from: number;
  to: number;
  verb: Unit;
  speaker: Phrase;
}

const FEWEST = 4;

/** `« C », sourit S`, `“C,” S shrugs`: after a whole quotation any verb beside a person says it. */
export function byUnknownVerb(sentence: Sentence, at: number, { grammar }: Lexicon): Candidate | null {
  const { units } = sentence;
  const quotation = units[at] as Unit;
  if (!quotation.quotation || !quotation.capital || wordsIn(quotation) < FEWEST || !startsAlone(units, at)) return null;
  const from = isComma(units[at + 1]) ? at + 2 : at + 1;
  const clause = inverted(units, from, grammar) ?? (grammar.bareComplement ? straight(units, from, grammar) : null);
  const cue = clause && spanOf(units, clause.from, clause.to);
  if (!clause || !cue) return null;
  const { speaker, verb } = clause;
  const adjuncts = adjunctsAfter(units, Math.max(speaker.to, clause.to), grammar);
  const sign = { rule: "quotation-unknown-verb", cue, verb: verb.form };
  return withoutVerb(sentence, { content: [quotation.quotation.inner], speaker, adjuncts }, sign);
}

/** "sourit-elle", "a calculé le patron", "shrugs the owner". */
function inverted(units: readonly Unit[], from: number, grammar: Grammar): Clause | null {
  let at = from;
  while (is(units[at], "REFLEXIVE", "AVOIR", "ETRE", "POSTPRON", "CLITIC") && at < from + 4) at++;
  const verb = units[at];
  const endings = at > from && is(units[from], "AVOIR") ? grammar.participleEndings : grammar.verbEndings;
  if (!isUnknownVerb(verb, endings)) return null;
  const joined = [units[at + 1], ...units.slice(from, at)].find((unit) => is(unit, "POSTPRON"));
  if (joined) {
    const place = units.indexOf(joined, from);
    return { from, to: Math.max(at, place) + 1, verb, speaker: { units, from: place, to: place + 1 } };
  }
  const phrase = phraseRight(units, at + 1, grammar);
  if (!phrase || !isAgent(phrase, grammar) || is(units[phrase.from], "PRON")) return null;
  return { from, to: at + 1, verb, speaker: withAppositions(phrase, grammar) };
}

/** "she shrugs", "Ada Brook shrugged": a pronoun or a name, then the verb at the end of its clause. */
function straight(units: readonly Unit[], from: number, grammar: Grammar): Clause | null {
  let at = from;
  if (is(units[at], "PRON")) at++;
  else while (units[at]?.capital && units[at]?.kind === "word") at++;
  const verb = units[at];
  const next = units[at + 1];
  const ends = next === undefined || isComma(next) || isStop(next) || is(next, "PREP", "TIME", "ADV");
  if (at === from || !ends || !isUnknownVerb(verb, grammar.verbEndings)) return null;
  return { from: at, to: at + 1, verb, speaker: { units, from, to: at } };
}

function isUnknownVerb(unit: Unit | undefined, endings: readonly string[]): unit is Unit {
  if (unit?.kind !== "word" || unit.capital || unit.cue || unit.form.length < 3) return false;
  const plain = unit.tags.size === 0 || is(unit, "FINITE");
  return plain && !is(unit, "AVOIR", "ETRE", "MODAL") && endings.some((ending) => unit.form.endsWith(ending));
}
