import type { Span } from "../model/span.js";

const SAME: Readonly<Record<string, string>> = {
  "\u00a0": " ",
  "\u202f": " ",
  "\u2009": " ",
  "\u2007": " ",
  "’": "'",
  ʼ: "'",
  "‘": "'",
};

/**
 * The text as the rules read it: spaces and apostrophes of one kind, left-out parts as line ends.
 * Each code unit stands for the one at the same place, so offsets are those of the text given.
 */
export function readable(text: string, leftOut: readonly Span[] = []): string {
  const even = text.replace(/[\u00a0\u202f\u2009\u2007’ʼ‘]/g, (character) => SAME[character] ?? character);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...leftOut].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    parts.push(even.slice(at, Math.max(at, start)), "\n".repeat(end - Math.max(at, start)));
    at = end;
  }
  return parts.join("") + even.slice(at);
}

const WRAP = 120;

/** Length of a paragraph that is read as a whole: longer than any of the news. */
const LONGEST = 100_000;

/** The paragraphs of a text, in order, without white space around them: by blank lines, and by lines where lines are not wrapped. */
export function paragraphsOf(text: string): Span[] {
  const wrapped = isWrapped(text);
  const paragraphs: Span[] = [];
  const breaks = wrapped ? /\r?\n[^\S\n]*\r?\n\s*/g : /\n\s*/g;
  let at = 0;
  for (const found of text.matchAll(breaks)) {
    paragraphs.push(trimmed(text, at, found.index));
    at = found.index + found[0].length;
  }
  paragraphs.push(trimmed(text, at, text.length));
  return paragraphs.filter(({ start, end }) => end > start).flatMap((paragraph) => pieces(text, paragraph));
}

/** A paragraph beyond all measure, in pieces that end with a sentence where there is one: it is held in memory word by word. */
function pieces(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const cut = cutIn(text, from + LONGEST / 2, from + LONGEST);
    found.push(trimmed(text, from, cut));
    from = cut;
  }
  return [...found, trimmed(text, from, end)];
}

/** After the last full stop of `[from, to)`, else after its last space, else at its end, though never inside a character. */
function cutIn(text: string, from: number, to: number): number {
  const part = text.slice(from, to);
  const stop = Math.max(part.lastIndexOf(". "), part.lastIndexOf("! "), part.lastIndexOf("? "));
  const space = stop < 0 ? part.lastIndexOf(" ") : stop + 1;
  if (space >= 0) return from + space + 1;
  return /[\udc00-\udfff]/.test(text.charAt(to)) ? to - 1 : to;
}

function isWrapped(text: string): boolean {
  let lines = 0;
  for (let at = 0; at < text.length && lines < 400; lines++) {
    const next = text.indexOf("\n", at);
    if ((next < 0 ? text.length : next) - at > WRAP) return false;
    if (next < 0) break;
    at = next + 1;
  }
  return lines > 1;
}

/** The span without white space at its ends. */
export function trimmed(text: string, start: number, end: number): Span {
  let first = start;
  let last = end;
  while (first < last && isSpace(text.charCodeAt(first))) first++;
  while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
  return { start: first, end: last };
}

/** The white space of regular expressions (`\s`). */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return code >= 0x2000 && code <= 0x200a ? true : OTHER_SPACES.has(code);
}

const OTHER_SPACES = new Set([0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);
