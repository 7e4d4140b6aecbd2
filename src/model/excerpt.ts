import type { Span } from "./span.js";

/** Code units of context on either side of a quotation, at most. */
const CONTEXT = 120;
/** Code units of a text that is long: a report of one keeps what stands around its words, so that nobody reads it for them. */
const LONG_TEXT = 1 << 15;

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

/** What a report keeps of its excerpt: the context only where the text is long, since otherwise it is cut when it is asked for. */
export function keptExcerpt(text: string, spans: readonly Span[]): Pick<Cutting, "quote"> & Partial<Cutting> {
  const { quote, ...context } = cutExcerpt(text, spans);
  return text.length > LONG_TEXT ? { ...context, quote } : { quote };
}

/** The context of a quotation that begins at `start`; none where the text is not, or no longer, the one it was taken from. */
export function contextOf(quote: string, start: number, text: string | undefined): Omit<Cutting, "quote"> {
  const end = start + quote.length;
  if (text?.slice(start, end) !== quote) return { before: "", after: "" };
  return { before: beforeAt(text, start), after: afterAt(text, end) };
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
