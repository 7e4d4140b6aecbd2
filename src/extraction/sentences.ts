import type { Span } from "../model/span.js";
import { paragraphsOf } from "./characters.js";
import type { Lexicon } from "./lexicon.js";
import { type Quotation, quotationsOf } from "./marks.js";
import { is, isQuotation, isStop, isTerminal, type Unit, unitsOf } from "./units.js";

/** A sentence of the writer's: what stands between marks never ends it. */
export interface Sentence {
  units: readonly Unit[];
  /** Those that are units of it, in order. */
  quotations: readonly Quotation[];
  /** Number of its paragraph, from 0. */
  paragraph: number;
  /** First of its paragraph. */
  opens: boolean;
}

/** No sentence is longer, so that looking around in one costs a bounded time. */
const LONGEST = 400;

/** The sentences of a readable text, in order. */
export function* sentencesOf(text: string, lexicon: Lexicon): Generator<Sentence> {
  const paragraphs = paragraphsOf(text);
  const quotations = quotationsOf(text, paragraphs);
  let next: readonly Quotation[] = quotations.next().value ?? [];
  let ahead: Unit[] = [];
  for (const [paragraph, span] of paragraphs.entries()) {
    const own = unitsOf(text, span, next, lexicon);
    const units = ahead.length > 0 ? [...ahead, ...own] : own;
    next = quotations.next().value ?? [];
    ahead = [];
    let start = 0;
    while (start < units.length) {
      const end = sentenceEnd(units, start);
      const opens = start === 0;
      const sentence = units.slice(start, end);
      start = end;
      if (start === units.length && announces(sentence, next[0], paragraphs[paragraph + 1])) ahead = sentence;
      else yield { units: sentence, quotations: quotationsIn(sentence), paragraph, opens };
    }
  }
}

function quotationsIn(units: readonly Unit[]): Quotation[] {
  const quotations: Quotation[] = [];
  for (const { quotation } of units) if (quotation !== null) quotations.push(quotation);
  return quotations;
}

/** "He wrote:" at the end of a paragraph, with the words in the next one. */
function announces(sentence: readonly Unit[], quotation: Quotation | undefined, next: Span | undefined): boolean {
  const last = sentence.at(-1);
  if (last?.form !== ":" && last?.form !== ",") return false;
  return sentence.length < LONGEST / 2 && quotation !== undefined && quotation.outer.start === next?.start;
}

function sentenceEnd(units: readonly Unit[], start: number): number {
  const limit = Math.min(units.length, start + LONGEST);
  for (let at = start; at < limit; at++) if (endsAt(units, at)) return at + 1;
  return limit;
}

function endsAt(units: readonly Unit[], at: number): boolean {
  const unit = units[at] as Unit;
  const next = units[at + 1];
  if (!next) return true;
  if (unit.kind === "punctuation" && isTerminal(unit.form)) return startsSentence(next) && !isClosing(next);
  if (unit.kind === "word")
    return isAmbiguousStop(unit) && startsSentence(next) && is(next, "DET", "PRON", "PREP", "SUB");
  return isQuotation(unit) && endsWithStop(unit) && startsSentence(next) && !attributionFollows(units, at + 1);
}

/** "etc." and "a.m." may end a sentence; "M." and an initial do not. */
function isAmbiguousStop(unit: Unit): boolean {
  return unit.form.endsWith(".") && unit.form.length > 2 && !is(unit, "TITLE");
}

function startsSentence(unit: Unit): boolean {
  return unit.capital || unit.kind === "number" || isQuotation(unit) || /^[-–—•*[(]/.test(unit.form);
}

function isClosing(unit: Unit): boolean {
  return unit.form === ")" || unit.form === "]";
}

/** Whether the words end with a stop inside the marks. */
export function endsWithStop(unit: Unit): boolean {
  const last = unit.quotation?.units.at(-1);
  return last !== undefined && isStop(last) && last.form !== ";";
}

/** `“No one came.” Ada Brook said.`: a short clause with a cue and nothing said after it belongs to the words before. */
function attributionFollows(units: readonly Unit[], from: number): boolean {
  for (let at = from; at < Math.min(units.length, from + 12); at++) {
    const unit = units[at] as Unit;
    if (isStop(unit) || isQuotation(unit) || unit.form === ":") return false;
    if (unit.cue?.takes.has("inversion") && unit.cue.forms.has("finite") && !unit.capital)
      return nothingSaid(units, at + 1);
    if (unit.cue?.takes.has("inversion") && is(units[at - 1], "AVOIR")) return nothingSaid(units, at + 1);
  }
  return false;
}

function nothingSaid(units: readonly Unit[], from: number): boolean {
  const next = units[from];
  return next === undefined || isStop(next) || next.form === "," || is(next, "TIME", "PREP");
}
