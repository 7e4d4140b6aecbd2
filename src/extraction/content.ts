import type { Span } from "../model/span.js";

const OPENING = /^[\s«"“„,;:.…\])–—-]/;
const CLOSING = /[\s»"”,;:[(–—-]$/;

/** How far a mark looks for its partner. */
const REACH = 2000;

/** The content without the marks, spaces, commas and "that" at its edges; empty spans are left out. */
export function trimmedContent(text: string, spans: readonly Span[], complementizers: readonly string[]): Span[] {
  return spans
    .map((span) => trimOne(text, span, complementizers))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

function trimOne(text: string, span: Span, complementizers: readonly string[]): Span {
  let { start, end } = span;
  while (start < end && trimsAtStart(text, start, end)) start++;
  while (end > start && trimsAtEnd(text, start, end)) end--;
  const that = complementizers.find(
    (word) =>
      text.slice(start, start + word.length + 1) === `${word}${word.endsWith("'") ? text[start + word.length] : " "}`,
  );
  return that === undefined ? { start, end } : trimOne(text, { start: start + that.length, end }, complementizers);
}

/** An opening mark stays when its closing stands inside the content, before more words. */
function trimsAtStart(text: string, start: number, end: number): boolean {
  const first = text[start] as string;
  if (!OPENING.test(first) || text.startsWith("...", start)) return false;
  const closing = { "«": "»", "“": "”", '"': '"' }[first];
  const rest = text.slice(start + 1, Math.min(end, start + REACH));
  const closed = closing ? rest.indexOf(closing) : -1;
  return closed < 0 || !/[\p{L}\p{N}]/u.test(rest.slice(closed + 1));
}

/** A closing mark or bracket stays when its opening stands inside the content. */
function trimsAtEnd(text: string, start: number, end: number): boolean {
  const last = text[end - 1] as string;
  if (!CLOSING.test(last)) return false;
  const opening = { "»": "«", "”": "“" }[last];
  const before = text.slice(Math.max(start, end - REACH), end - 1);
  if (opening) return !before.includes(opening);
  return last !== '"' || before.split('"').length % 2 === 1;
}
