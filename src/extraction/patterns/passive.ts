import { type Candidate, withoutVerb } from "../candidate.js";
import { clauseEnd, spanOf } from "../clause.js";
import type { Lexicon } from "../lexicon.js";
import { phraseRight } from "../noun-phrase.js";
import type { Sentence } from "../sentences.js";
import { isAgent, subjectBefore } from "../subject.js";
import { is, isComma, isQuotation, type Unit } from "../units.js";

/** `Y est accusé par X de C`, `il a été annoncé par X que C`, `Y was accused by X of C`: who speaks stands after "by". */
export function byPassive(sentence: Sentence, at: number, lexicon: Lexicon): Candidate | null {
  const { units } = sentence;
  const cue = units[at]?.cue;
  if (!cue?.forms.has("participle") || !(cue.class === "accuse" || cue.takes.has("clause"))) return null;
  const from = passiveStart(units, at);
  const by = afterManner(units, at + 1);
  if (from < 0 || !lexicon.grammar.agentPrepositions.includes(units[by]?.form ?? "")) return null;
  const speaker = phraseRight(units, by + 1, lexicon.grammar);
  if (!speaker || !isAgent(speaker, lexicon.grammar)) return null;
  const start = contentStart(units, speaker.to, cue.class === "accuse");
  const content = start < 0 ? null : spanOf(units, start, clauseEnd(units, start, lexicon));
  if (!content) return null;
  const object = cue.class === "accuse" ? subjectBefore(units, from, lexicon.grammar) : null;
  const sign = {
    rule: "passive",
    cue: units[at] as Unit,
    verb: cue.lemma,
    act: cue.act,
    stance: cue.stance,
  };
  return withoutVerb(sentence, { content: [content], speaker, object }, sign);
}

/** Place of "est" in "est régulièrement accusé", of the participle after a comma or at the start; -1 where it is no passive. */
function passiveStart(units: readonly Unit[], at: number): number {
  let from = at;
  while (is(units[from - 1], "ADV", "TIME", "ETRE", "AVOIR", "BEEN")) from--;
  for (let place = from - 1; place <= at; place++) if (is(units[place], "NEG", "NOT")) return -1;
  const opens = from === 0 || isComma(units[from - 1]);
  return opens || units.slice(from, at).some((unit) => is(unit, "ETRE", "BEEN")) ? from : -1;
}

function afterManner(units: readonly Unit[], from: number): number {
  let at = from;
  while (is(units[at], "ADV", "TIME")) at++;
  return at;
}

/** After "que" for what is announced, after "de" for what somebody is accused of; -1 where neither follows. */
function contentStart(units: readonly Unit[], from: number, accusation: boolean): number {
  const unit = units[from];
  if (!accusation) return is(unit, "COMP") ? from + 1 : -1;
  if (is(unit, "INFMARK", "OF", "PREP") && !is(unit, "CONTRACTED"))
    return isQuotation(units[from + 1]) ? from : from + 1;
  return -1;
}
