/** A half-open range `[start, end)` of UTF-16 code units of a document's text: `text.slice(start, end)` is the string. */
export interface Span {
  start: number;
  end: number;
}
