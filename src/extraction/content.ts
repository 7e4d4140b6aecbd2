import type { Span } from "../model/span.js";

const OPENING = /^[\s«"“„,;:.…\])–—-]/;
const CLOSING = /[\s»"”,;:[(–—-]$/;

/** The content without the marks, spaces, commas and "that" at its edges; empty spans are left out. */
export function trimmedContent(text: string, spans: readonly Span[], complementizers: readonly string[]): Span[] {
  return spans
    .map((span) => trimOne(text, span, complementizers))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

function trimOne(text: string, span: Span, complementizers: readonly string[]): Span {
  let { start, end } = span;
  while (start < end && OPENING.test(text[start] as string) && !text.startsWith("...", start)) start++;
  while (end > start && trimsAtEnd(text, start, end)) end--;
  const that = complementizers.find(
    (word) =>
      text.slice(start, start + word.length + 1).toLowerCase() ===
      `${word}${word.endsWith("'") ? text[start + word.length] : " "}`,
  );
  return that === undefined ? { start, end } : trimOne(text, { start: start + that.length, end }, complementizers);
}

/** A closing mark or bracket stays when its opening stands inside the content. */
function trimsAtEnd(text: string, start: number, end: number): boolean {
  const last = text[end - 1] as string;
  if (!CLOSING.test(last)) return false;
  const opening = { "»": "«", "”": "“" }[last];
  if (opening) return text.lastIndexOf(opening, end - 1) < start;
  return last !== '"' || (text.slice(start, end).split('"').length - 1) % 2 === 1;
}
