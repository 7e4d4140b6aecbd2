import type { Span } from "../model/span.js";
import type { Cue, Lexicon } from "./lexicon.js";
import type { Quotation } from "./marks.js";

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
  quotation: (Quotation & { units: readonly Unit[] }) | null;
}

const NONE: ReadonlySet<string> = new Set();

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
    tags: NONE,
    cue: null,
    quotation: { ...quotation, units },
  };
}

function readUnits(text: string, start: number, end: number, lexicon: Lexicon, units: Unit[]): void {
  const words: Unit[] = [];
  const { token } = lexicon;
  for (let at = start; at < end; ) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) at++;
    else {
      at = wordEnd(text, Math.min(end, match.index + match[0].length), match[0], lexicon);
      words.push(unitOf(text, match.index, Math.min(at, end), lexicon));
    }
  }
  for (let at = 0; at < words.length; ) at = pushPhrase(text, words, at, lexicon, units);
}

/** The stop of an abbreviation or initial belongs to the word. */
function wordEnd(text: string, end: number, word: string, { abbreviations }: Lexicon): number {
  if (text[end] !== "." || text[end + 1] === ".") return end;
  const initial = word.length === 1 && word !== word.toLowerCase();
  return initial || abbreviations.has(word.toLowerCase()) ? end + 1 : end;
}

/** Adds the longest known phrase at this place, or the word alone, and returns the place after it. */
function pushPhrase(text: string, words: readonly Unit[], at: number, lexicon: Lexicon, units: Unit[]): number {
  const word = words[at] as Unit;
  for (const phrase of lexicon.phrases.get(word.form) ?? []) {
    if (!phrase.every((form, offset) => words[at + offset]?.form === form)) continue;
    const last = words[at + phrase.length - 1] as Unit;
    units.push({ ...unitOf(text, word.start, last.end, lexicon, phrase), capital: word.capital });
    return at + phrase.length;
  }
  units.push(word);
  return at + 1;
}

function unitOf(text: string, start: number, end: number, lexicon: Lexicon, phrase?: readonly string[]): Unit {
  const written = text.slice(start, end);
  const form = phrase ? phrase.join(" ").replaceAll("' ", "'") : written.toLowerCase();
  const first = written.codePointAt(0) ?? 0;
  const kind = kindOf(first, written);
  return {
    start,
    end,
    text: written,
    form,
    kind,
    capital: kind === "word" && isCapital(written),
    tags: isAcronym(written) ? acronymTags(lexicon.tags.get(form)) : (lexicon.tags.get(form) ?? NONE),
    cue: isAcronym(written) ? null : (lexicon.cues.get(form) ?? null),
    quotation: null,
  };
}

function kindOf(code: number, written: string): Unit["kind"] {
  if (code >= 48 && code <= 57) return "number";
  return /\p{L}/u.test(written) ? "word" : "punctuation";
}

function isAcronym(written: string): boolean {
  return written.length > 1 && /^\p{Lu}+$/u.test(written);
}

/** "WHO" is no relative pronoun. */
function acronymTags(tags: ReadonlySet<string> | undefined): ReadonlySet<string> {
  return tags && (tags.has("MEDIA") || tags.has("ORG") || tags.has("ROLE")) ? tags : NONE;
}

function isCapital(written: string): boolean {
  const first = String.fromCodePoint(written.codePointAt(0) ?? 0);
  return first !== first.toLowerCase();
}

/** Whether the unit has the tag. */
export const is = (unit: Unit | undefined, ...tags: readonly string[]): boolean =>
  unit !== undefined && tags.some((tag) => unit.tags.has(tag));

export const isComma = (unit: Unit | undefined): boolean => unit?.form === ",";
export const isStop = (unit: Unit | undefined): boolean =>
  unit?.kind === "punctuation" && /^(?:[.!?…;]|\.{2,})$/.test(unit.form);
export const isColon = (unit: Unit | undefined): boolean => unit?.form === ":";
export const isQuotation = (unit: Unit | undefined): boolean => unit?.kind === "quotation";
