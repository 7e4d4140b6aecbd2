import type { Span } from "../model/span.js";

/** Code units of context on either side of a quotation, at most. */
const CONTEXT = 120;

/** What a document says at some spans, and around them. */
export interface Cutting {
  before: string;
  quote: string;
  after: string;
}

/**
 * The words of a document from the first span to the last, and the context on either side, cut at white space and never
 * inside a character. Offsets are UTF-16.
 */
export function cutExcerpt(text: string, spans: readonly Span[]): Cutting {
  const start = spans[0]?.start ?? 0;
  const end = spans.at(-1)?.end ?? 0;
  return { before: beforeAt(text, start), quote: text.slice(start, end), after: afterAt(text, end) };
}

function beforeAt(text: string, end: number): string {
  if (end <= CONTEXT) return text.slice(0, end);
  const context = text.slice(end - CONTEXT, end);
  const space = context.search(/\s/);
  return space < 0 ? withoutHalf(context) : context.slice(space + 1);
}

function afterAt(text: string, start: number): string {
  if (text.length - start <= CONTEXT) return text.slice(start);
  const context = text.slice(start, start + CONTEXT);
  const space = /\s\S*$/.exec(context);
  return space ? context.slice(0, space.index) : withoutHalf(context);
}

/** Without the half of a surrogate pair that a cut may leave at either end. */
function withoutHalf(context: string): string {
  return context.replace(/^[\uDC00-\uDFFF]/, "").replace(/[\uD800-\uDBFF]$/, "");
}
