import type { Span } from "../../model/span.js";
import { adjunctsAfter } from "../adjuncts.js";
import { withAppositions } from "../appositions.js";
import type { Finding } from "../candidate.js";
import { clauseEnd, clauseStart, spanOf } from "../clause.js";
import { FREE } from "../host.js";
import type { Lexicon } from "../lexicon.js";
import { hasFinite, isFiniteVerb, type Phrase, phraseLeft, phraseRight, saysSomething } from "../noun-phrase.js";
import { complement, isAgent, isAside } from "../subject.js";
import { is, isColon, isComma, isQuotation, isStop, type Unit } from "../units.js";
import { firstClauseEnd } from "./claims.js";
import { wordsIn } from "./quoted.js";

/** How many words before an attribution may be no clause of their own. */
const SHORT = 7;

/** Whether words for "according to" stand at a place; "de source policière" names its speaker itself. */
export function attributes(units: readonly Unit[], at: number): boolean {
  return is(units[at], "ATTRIB", "ATTRIBAGENT") || isSource(units, at);
}

function isSource(units: readonly Unit[], at: number): boolean {
  if (!is(units[at], "OF") || !is(units[at + 1], "SOURCE")) return false;
  return opensClause(units, at) || isComma(units[at - 1]);
}

/** `Selon S, C`, `C, according to S` and `Pour S, C`. The word for "according to" stands at `at`. */
export function attributionAt(units: readonly Unit[], at: number, lexicon: Lexicon): (Finding & { to: number }) | null {
  const unit = units[at] as Unit;
  if (is(units[at + 1], "REL")) return relativeAt(units, at, lexicon);
  const strong = is(unit, "ATTRIB") || isSource(units, at);
  if (!strong && !(is(unit, "ATTRIBAGENT") && opensClause(units, at))) return null;
  const speaker = agentAfter(units, at, strong, lexicon);
  if (speaker === null) return null;
  const after = adjunctsAfter(units, speaker.to, lexicon.grammar);
  const content = contentAround(units, at, speaker.to, strong, lexicon);
  return content && { content, speaker, to: speaker.to, adjuncts: after };
}

/** `les propos de S selon lesquels C`, `S, pour qui C`: the speaker is the owner of the words, or who stands before. */
function relativeAt(units: readonly Unit[], at: number, lexicon: Lexicon): (Finding & { to: number }) | null {
  const { grammar } = lexicon;
  const comma = isComma(units[at - 1]);
  const timed = comma && units.slice(at - 5, at - 1).findIndex((unit) => isComma(unit));
  const end =
    typeof timed === "number" && timed >= 0 && is(units[at - 2], "TIME") ? at - 5 + timed : comma ? at - 1 : at;
  const named = phraseLeft(units, end, grammar);
  const speaker = named && (complement(named) ?? (isAgent(named, grammar) ? named : null));
  if (!speaker) return null;
  const from = at + 2;
  const end2 = comma
    ? clauseEnd(units, from, lexicon, { ...FREE, enclosed: true })
    : firstClauseEnd(units, from, lexicon);
  const content = spanOf(units, from, end2);
  return content && { content: [content], speaker, to: speaker.to };
}

function opensClause(units: readonly Unit[], at: number): boolean {
  return (
    at === 0 ||
    isStop(units[at - 1]) ||
    isColon(units[at - 1]) ||
    (at === 1 && (is(units[0], "COORD") || units[0]?.kind === "punctuation"))
  );
}

function agentAfter(units: readonly Unit[], at: number, strong: boolean, { grammar }: Lexicon): Phrase | null {
  const phrase = phraseRight(units, at + 1, grammar);
  if (phrase === null || units[phrase.from]?.kind === "number") return null;
  if (headIs(phrase, "NOTAGENT")) return null;
  if (!strong && (!isPersonal(phrase, grammar) || units[phrase.from + 1]?.kind === "number")) return null;
  if (strong && !isAgent(phrase, grammar) && !is(units[phrase.from], "DET", "PRON")) return null;
  const full = withAppositions(withMaker(phrase, grammar), grammar);
  if (isComma(units[full.to]) || isColon(units[full.to])) return full;
  return opensClause(units, at) || isComma(units[at - 1]) ? toComma(full, strong, grammar) : full;
}

/** "a report by the auditor". */
function withMaker(phrase: Phrase, grammar: Lexicon["grammar"]): Phrase {
  const { units, from, to } = phrase;
  if (!headIs(phrase, "DOCUMENT") || !grammar.agentPrepositions.includes(units[to]?.form ?? "")) return phrase;
  const maker = phraseRight(units, to + 1, grammar);
  return maker ? { units, from, to: maker.to } : phrase;
}

function headIs(phrase: Phrase, tag: string): boolean {
  const head = phrase.units.slice(phrase.from, Math.min(phrase.to, phrase.from + 3)).find((unit) => !is(unit, "DET"));
  return is(head, tag) && head?.capital === false;
}

function isPersonal(phrase: Phrase, grammar: Lexicon["grammar"]): boolean {
  const { units, from, to } = phrase;
  if (is(units[from], "PRON")) return !["cela", "ça", "it", "this", "one", "that"].includes(units[from]?.form ?? "");
  if (is(units[from], "TIME") || headIs(phrase, "DOCUMENT")) return false;
  return isAgent(phrase, grammar) && to - from <= 24;
}

/** "Selon un rapport établi par l'Institut, C": the speaker's phrase goes on to the comma. */
function toComma(phrase: Phrase, strong: boolean, grammar: Lexicon["grammar"]): Phrase | null {
  const { units, from, to } = phrase;
  for (let at = to; at < Math.min(units.length, to + 30); at++) {
    if (isComma(units[at]))
      return hasFinite(units, to, at, grammar) && !is(units[to], "REL")
        ? phrase
        : strong || at === to
          ? { units, from, to: at }
          : null;
    if (isStop(units[at]) || is(units[at], "COMP")) break;
  }
  return strong ? phrase : null;
}

function contentAround(
  units: readonly Unit[],
  at: number,
  to: number,
  strong: boolean,
  lexicon: Lexicon,
): Span[] | null {
  const before = isColon(units[at - 1]) ? null : beforeAttribution(units, at);
  const next = units[to];
  const punctuated = isComma(next) || isColon(next);
  const from = punctuated ? afterAsides(units, to + 1, before !== null, lexicon) : to;
  const after = punctuated || before === null ? spanOf(units, from, clauseEnd(units, from, lexicon)) : null;
  const alone = isQuotation(units[from]) ? units[from]?.quotation?.inner : undefined;
  if (before === null)
    return alone && wordsIn(units[from]) > 4 ? [alone] : after && (strong || punctuated) ? [after] : null;
  if (isQuotation(units[before.to - 1]) && (!punctuated || wordsIn(units[before.to - 1]) > 6))
    return quotedBefore(units, before);
  if (is(units[before.to - 1], "COMP", "SUB", "REL") && after) return [after];
  const first = spanOf(units, before.from, before.to);
  if (!first) return after && [after];
  const whole = saysSomething(units, before.from, before.to, lexicon.grammar);
  const short = before.to - before.from <= SHORT;
  if (after && is(units[before.to - 1], "AVOIR", "ETRE", "MODAL")) return [first, after];
  if (!whole && after && short && !isFiniteVerb(units[from], lexicon.grammar)) return [after];
  return after && goesOn(units, from, whole && !short) && isComma(units[at - 1]) ? [first, after] : [first];
}

/** After "cité par Reuters," and "qui cite un témoin," between the speaker and what is said. */
function afterAsides(units: readonly Unit[], from: number, inside: boolean, { grammar }: Lexicon): number {
  if (inside || !isAside(units, from, grammar) || is(units[from], "PREP", "TIME", "ADV", "SUB")) return from;
  for (let at = from; at < from + 16; at++) if (isComma(units[at])) return at + 1;
  return from;
}

/** Whether what stands before "selon S" goes on after it: "Il y a, selon S, beaucoup à faire". */
function goesOn(units: readonly Unit[], from: number, whole: boolean): boolean {
  const next = units[from];
  if (next === undefined || is(next, "REL", "SUB", "ASIDE") || next.cue?.forms.has("gerund")) return false;
  return whole ? false : !is(next, "COORD", "PREP") || is(next, "DET");
}

/** The part of the sentence before the attribution, when it is not the first thing in its clause. */
function beforeAttribution(units: readonly Unit[], at: number): { from: number; to: number } | null {
  const to = isComma(units[at - 1]) ? at - 1 : at;
  const from = clauseStart(units, to);
  const words = units.slice(from, to).filter((unit) => !is(unit, "COORD", "ADV")).length;
  return words > 0 ? { from, to } : null;
}

function quotedBefore(units: readonly Unit[], { from, to }: { from: number; to: number }): Span[] | null {
  const quotation = units[to - 1];
  const alone = wordsIn(quotation) >= (to - from) / 3 && wordsIn(quotation) > 4;
  if (alone && quotation?.quotation) return [quotation.quotation.inner];
  const span = spanOf(units, from, to);
  return span && [span];
}
