import type { Adjunct } from "./adjuncts.js";
import { withAppositions } from "./appositions.js";
import { type Candidate, isAttribution } from "./candidate.js";
import type { Grammar, Lexicon } from "./lexicon.js";
import { type Phrase, phraseRight } from "./noun-phrase.js";
import { isAgent } from "./subject.js";
import { timeEnd } from "./times.js";
import { is, isComma, type Unit } from "./units.js";

/** How far from a speaker "citing" may stand. */
const REACH = 80;

/** Parts speakers from those who carry their words: "selon l'agence X, citant S", "a rapporté X, qui cite S", "S cité par X". */
export function betweenParted(candidate: Candidate, lexicon: Lexicon): Candidate {
  return withSource(withoutCarrier(candidate, lexicon.grammar), lexicon);
}

/** "Le général Ostrov cité par l'agence X": the speaker without the go-between. */
function withoutCarrier(candidate: Candidate, grammar: Grammar): Candidate {
  const { speaker } = candidate;
  if (speaker === null) return candidate;
  const { units, from, to } = speaker;
  const at = units.findIndex((unit, place) => place > from && place < to && is(unit, "CARRIED"));
  if (at < 0 || !grammar.agentPrepositions.includes(units[at + 1]?.form ?? "")) return candidate;
  const carrier = phraseRight(units, at + 2, grammar);
  if (carrier === null) return candidate;
  const adjunct: Adjunct = { preposition: units[at + 1]?.form ?? "", phrase: carrier, carrier: true };
  const end = isComma(units[at - 1]) ? at - 1 : at;
  return { ...candidate, speaker: { units, from, to: end }, adjuncts: [...candidate.adjuncts, adjunct] };
}

/** Who is cited speaks; the medium that cites carries the words. */
function withSource(candidate: Candidate, lexicon: Lexicon): Candidate {
  const { speaker } = candidate;
  if (speaker === null || !carries(candidate)) return candidate;
  const at = citing(candidate, speaker);
  const source = at < 0 ? null : sourceAfter(speaker.units, at + 1, lexicon.grammar);
  if (source === null) return candidate;
  return { ...candidate, speaker: source, relays: [...candidate.relays, beforeCiting(speaker, at)] };
}

/** A medium, or whoever words are reported after: not a document, whose sources are its own. */
function carries(candidate: Candidate): boolean {
  const { units, from, to } = candidate.speaker as Phrase;
  const words = units.slice(from, to);
  if (words.some((unit) => is(unit, "MEDIA"))) return true;
  return isAttribution(candidate) && !words.some((unit) => is(unit, "DOCUMENT"));
}

/** Place of the "citing" of a candidate's sentence that stands outside its content, or -1. */
function citing({ content }: Candidate, { units, from, to }: Phrase): number {
  for (let at = Math.max(0, from - REACH); at < Math.min(units.length, to + REACH); at++) {
    const unit = units[at] as Unit;
    if (!is(unit, "CITING") || !isGerundOrRelative(units, at)) continue;
    if (content.every(({ start, end }) => unit.start >= end || unit.end <= start)) return at;
  }
  return -1;
}

/** ", citant", "en citant", "qui cite", and "citant" at the start. */
function isGerundOrRelative(units: readonly Unit[], at: number): boolean {
  if (is(units[at - 1], "REL")) return true;
  if (!/(?:ant|ing)$/.test(units[at]?.form ?? "")) return false;
  return at === 0 || isComma(units[at - 1]) || is(units[at - 1], "PREP");
}

function sourceAfter(units: readonly Unit[], from: number, grammar: Grammar): Phrase | null {
  let at = timeEnd(units, from, grammar);
  while (is(units[at], "ADV")) at++;
  const source = phraseRight(units, at, grammar);
  if (source === null || isAnySource(source)) return null;
  const speaks = isAgent(source, grammar) || units.slice(source.from, source.to).some((unit) => is(unit, "SOURCE"));
  return speaks ? withAppositions(source, grammar) : null;
}

/** "Des sources": nobody who could be held to it. */
function isAnySource({ units, from, to }: Phrase): boolean {
  return is(units[to - 1], "SOURCE") && to - from <= 2;
}

/** The go-between without ", citant S" when its phrase goes on so far. */
function beforeCiting({ units, from, to }: Phrase, at: number): Phrase {
  if (at < from || at >= to) return { units, from, to };
  let end = at;
  while (end > from + 1 && (isComma(units[end - 1]) || is(units[end - 1], "REL"))) end--;
  return { units, from, to: end };
}
