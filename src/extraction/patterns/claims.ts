import { type Candidate, withoutVerb } from "../candidate.js";
import { clauseEnd, spanOf } from "../clause.js";
import type { Lexicon } from "../lexicon.js";
import { isFiniteVerb, type Phrase, phraseLeft, phraseRight } from "../noun-phrase.js";
import type { Sentence } from "../sentences.js";
import { isAgent } from "../subject.js";
import { is, isComma, type Unit } from "../units.js";

/** `S's claim that C`, `the claim by S that C`: a noun of saying with its owner. */
export function byClaim(sentence: Sentence, at: number, lexicon: Lexicon): Candidate | null {
  const { units } = sentence;
  const owner = ownerBefore(units, at, lexicon) ?? ownerAfter(units, at, lexicon);
  const that = owner && owner.from > at ? owner.to : at + 1;
  if (!owner || !is(units[that], "COMP") || !isAgent(owner, lexicon.grammar)) return null;
  const content = spanOf(units, that + 1, firstClauseEnd(units, that + 1, lexicon));
  const sign = { rule: "noun-clause", cue: units[at] as Unit, verb: units[at]?.form ?? null };
  return content && withoutVerb(sentence, { content: [content], speaker: owner }, sign);
}

function ownerBefore(units: readonly Unit[], at: number, { grammar }: Lexicon): Phrase | null {
  for (let place = at - 1; place >= Math.max(0, at - 3); place--) {
    if (is(units[place], "POSSESSIVE")) return phraseLeft(units, place, grammar);
    if (units[place]?.kind !== "word" || is(units[place], "PREP", "DET", "OF")) return null;
  }
  return null;
}

function ownerAfter(units: readonly Unit[], at: number, { grammar }: Lexicon): Phrase | null {
  const by = grammar.agentPrepositions.includes(units[at + 1]?.form ?? "");
  return by ? phraseRight(units, at + 2, grammar) : null;
}

/** Before the second verb, which is that of the clause around: "… that the dam was safe | has been questioned". */
export function firstClauseEnd(units: readonly Unit[], from: number, lexicon: Lexicon): number {
  const end = clauseEnd(units, from, lexicon);
  let verbs = 0;
  let open = false;
  for (let at = from; at < end; at++) {
    const unit = units[at];
    if (isComma(unit) || is(unit, "COORD", "COMP", "REL", "SUB")) open = true;
    if (!isFiniteVerb(unit, lexicon.grammar) || isFiniteVerb(units[at - 1], lexicon.grammar)) continue;
    if (verbs > 0 && !open && !is(units[at - 1], "AVOIR", "ETRE", "MODAL", "NEG", "ADV")) return at;
    verbs++;
    open = false;
  }
  return end;
}
