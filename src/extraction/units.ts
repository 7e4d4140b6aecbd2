import type { Span } from "../model/span.js";
import type { Cue } from "./cue.js";
import type { Lexicon } from "./lexicon.js";
import type { Quotation } from "./marks.js";
import type { Notes } from "./notes.js";
import {
  type KnownPhrase,
  NO_TAGS,
  openingSpellingOf,
  type Spelling,
  spellingOf,
  spellingOfPhrase,
} from "./spelling.js";
import { tokenEnd } from "./tokens.js";

/** A token, a known phrase, or a whole quotation: what the patterns are written in. */
export interface Unit extends Span {
  /** As written, with even spaces and apostrophes. */
  text: string;
  /** In lower case; the first mark for a quotation. */
  form: string;
  kind: "word" | "number" | "punctuation" | "quotation";
  /** Starts with a capital letter. */
  capital: boolean;
  tags: ReadonlySet<string>;
  cue: Cue | null;
  /** What its letters alone tell; null for a quotation. */
  spelling: Spelling | null;
  quotation: (Quotation & { units: readonly Unit[] }) | null;
  /** What was found out about the list that starts with this unit. */
  notes: Notes | null;
}

/** The units of a stretch of readable text, in order; a quotation is one unit with its own units inside. */
export function unitsOf(
  text: string,
  { start, end }: Span,
  quotations: readonly Quotation[],
  lexicon: Lexicon,
): Unit[] {
  const units: Unit[] = [];
  let at = start;
  for (const quotation of quotations) {
    readUnits(text, at, quotation.outer.start, lexicon, units);
    units.push(quotationUnit(text, quotation, lexicon));
    at = quotation.outer.end;
  }
  readUnits(text, at, end, lexicon, units);
  return units;
}

function quotationUnit(text: string, quotation: Quotation, lexicon: Lexicon): Unit {
  const { start, end } = quotation.outer;
  const units: Unit[] = [];
  readUnits(text, quotation.inner.start, quotation.inner.end, lexicon, units);
  const capital = units[0]?.capital ?? false;
  const form = text[start] as string;
  return {
    start,
    end,
    text: form,
    form,
    kind: "quotation",
    capital,
    tags: NO_TAGS,
    cue: null,
    spelling: null,
    quotation: { ...quotation, units },
    notes: null,
  };
}

function readUnits(text: string, start: number, end: number, lexicon: Lexicon, units: Unit[]): void {
  const words: Unit[] = [];
  for (let at = start; at < end; ) {
    const token = tokenEnd(text, at, lexicon);
    if (token === at) at++;
    else {
      const to = Math.min(end, wordEnd(text, at, Math.min(end, token), lexicon));
      const opens = to === at + 1 && text.charCodeAt(to) === SPACE && startsSentence(words.at(-1) ?? units.at(-1));
      words.push(unitOf(at, to, (opens ? openingSpellingOf : spellingOf)(text.slice(at, to), lexicon)));
      at = to;
    }
  }
  for (let at = 0; at < words.length; ) {
    const word = words[at] as Unit;
    const phrase = phraseAt(words, at);
    if (phrase) units.push(phraseUnit(text, words, at, phrase, lexicon));
    else units.push(word);
    at += phrase?.words.length ?? 1;
  }
}

/** Whether what comes after this unit starts a sentence. */
function startsSentence(before: Unit | undefined): boolean {
  return before === undefined || isQuotation(before) || isStop(before);
}

const SPACE = 32;
const STOP = 46;

/** The stop of an abbreviation or initial belongs to the word. */
function wordEnd(text: string, start: number, end: number, { abbreviations }: Lexicon): number {
  if (text.charCodeAt(end) !== STOP || text.charCodeAt(end + 1) === STOP) return end;
  const word = text.slice(start, end);
  const initial = word.length === 1 && word !== word.toLowerCase() && !isNetwork(text, start);
  return initial || abbreviations.has(word.toLowerCase()) ? end + 1 : end;
}

/** "sur X.", "on X.": the network, whose stop ends a sentence. */
function isNetwork(text: string, start: number): boolean {
  return text[start] === "X" && /\s(?:sur|on|via)\s$/.test(text.slice(Math.max(0, start - 5), start));
}

/** The longest known phrase at this place. */
function phraseAt(words: readonly Unit[], at: number): KnownPhrase | null {
  const phrases = words[at]?.spelling?.phrases?.get(words[at + 1]?.form ?? "");
  if (phrases === undefined) return null;
  for (const phrase of phrases) if (stands(phrase.words, words, at)) return phrase;
  return null;
}

function stands(forms: readonly string[], words: readonly Unit[], at: number): boolean {
  for (let offset = 2; offset < forms.length; offset++) if (words[at + offset]?.form !== forms[offset]) return false;
  return true;
}

function phraseUnit(text: string, words: readonly Unit[], at: number, phrase: KnownPhrase, lexicon: Lexicon): Unit {
  const { start, capital } = words[at] as Unit;
  const { end } = words[at + phrase.words.length - 1] as Unit;
  return unitOf(start, end, spellingOfPhrase(text.slice(start, end), phrase, capital, lexicon));
}

function unitOf(start: number, end: number, spelling: Spelling): Unit {
  const { text, form, kind, capital, tags, cue } = spelling;
  return { start, end, text, form, kind, capital, tags, cue, spelling, quotation: null, notes: null };
}

/** Whether the unit has one of the tags. It is asked more than anything else: the tags are no list, which would be made for every question. */
export function is(
  unit: Unit | undefined,
  tag: string,
  second?: string,
  third?: string,
  fourth?: string,
  fifth?: string,
  sixth?: string,
  seventh?: string,
  eighth?: string,
  ninth?: string,
): boolean {
  if (unit === undefined || unit.tags.size === 0) return false;
  const { tags } = unit;
  if (tags.has(tag)) return true;
  if (second === undefined) return false;
  if (tags.has(second) || (third !== undefined && tags.has(third))) return true;
  if (fourth === undefined) return false;
  if (tags.has(fourth) || (fifth !== undefined && tags.has(fifth))) return true;
  if (sixth === undefined) return false;
  if (tags.has(sixth) || (seventh !== undefined && tags.has(seventh))) return true;
  return (eighth !== undefined && tags.has(eighth)) || (ninth !== undefined && tags.has(ninth));
}

export const isComma = (unit: Unit | undefined): boolean => unit?.form === ",";
/** A full stop, question or exclamation mark, dots, or a semicolon. */
export const isStop = (unit: Unit | undefined): boolean =>
  unit?.kind === "punctuation" && (unit.form === ";" || isTerminal(unit.form));

/** Whether a mark ends sentences. */
export function isTerminal(mark: string): boolean {
  return mark.length === 1 ? TERMINAL.includes(mark) : /^\.{2,}$/.test(mark);
}

const TERMINAL = ".!?…";
export const isColon = (unit: Unit | undefined): boolean => unit?.form === ":";
export const isQuotation = (unit: Unit | undefined): boolean => unit?.kind === "quotation";
