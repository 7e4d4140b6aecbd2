import type { Span } from "../model/span.js";

/** Words between marks. `inner` is the content without the marks; `outer` is with them. */
export interface Quotation {
  outer: Span;
  inner: Span;
  /** Runs on in the next paragraph, which opens its marks again. */
  continues: boolean;
  /** Opens with the marks of the paragraph before still open. */
  continued: boolean;
}

interface Opening {
  at: number;
  mark: string;
  /** Quotations that closed right inside this one. */
  inside: Quotation[];
}

/** What each mark can close: pairs, and the straight mark that ends what a curly one opened. */
const CLOSES: Readonly<Record<string, string>> = { "»": "«", "”": '“„"', "“": "„", '"': '"“„', "'": "'", "''": '“„"' };
const LONGEST_UNCLOSED = 3000;

/** A mark, or an apostrophe that stands where a single mark opens or closes. */
const MARKS =
  /[«»“”„"]|(?<=\S)''(?!\p{L})|(?<![^\s([])'(?=\p{L})(?!(?:em|til|tis|twas|cause|bout|n)\b)|(?<=\S)'(?![\p{L}\p{N}])/gu;

/** The outermost quotations of each paragraph, paragraph by paragraph. Marks inside marks stay part of the words. */
export function* quotationsOf(text: string, paragraphs: readonly Span[]): Generator<Quotation[]> {
  let open = "";
  for (const [index, paragraph] of paragraphs.entries()) {
    const next = paragraphs[index + 1];
    const { quotations, unclosed } = readParagraph(text, paragraph, open);
    const mark = unclosed ? text[quotations.at(-1)?.outer.start ?? 0] : undefined;
    const reopened = mark !== undefined && next !== undefined && goesOn(text, next, mark);
    const first = quotations[0];
    if (open && first?.outer.start === paragraph.start) first.continued = true;
    if (reopened) (quotations.at(-1) as Quotation).continues = true;
    open = reopened ? mark : "";
    yield quotations;
  }
}

/** A paragraph goes on with the open words when it opens the marks again, or when its first mark closes them. */
function goesOn(text: string, { start, end }: Span, mark: string): boolean {
  return text[start] === mark || closingAt(text, start, end, mark) >= 0;
}

/** Where the first mark of a paragraph stands, if it closes what the paragraph before left open; -1 otherwise. */
function closingAt(text: string, start: number, end: number, open: string): number {
  const at = text.slice(start, Math.min(end, start + LONGEST_UNCLOSED)).search(/[«»“”„"]/);
  const mark = text[start + at] as string;
  const closes = at > 0 && CLOSES[mark]?.includes(open) && !(mark === '"' && opensHere(text, start + at));
  return closes ? start + at : -1;
}

function readParagraph(
  text: string,
  { start, end }: Span,
  open: string,
): { quotations: Quotation[]; unclosed: boolean } {
  const quotations: Quotation[] = [];
  const stack: Opening[] = [];
  const closing = open ? closingAt(text, start, end, open) : -1;
  if (closing >= 0)
    quotations.push({ ...between(text, start - 1, closing, closing + 1), outer: { start, end: closing + 1 } });
  const from = closing >= 0 ? closing + 1 : start;
  for (const found of text.slice(from, end).matchAll(MARKS)) {
    const at = from + found.index;
    const closes = closingDepth(text, at, found[0], stack);
    if (closes < 0) {
      if (
        found[0] === "»" ||
        found[0] === "”" ||
        found[0] === "''" ||
        (found[0] === "'" && !opensSingle(text, at, end, stack))
      )
        continue;
      stack.push({ at, mark: found[0], inside: [] });
    } else {
      const opening = stack[closes] as Opening;
      stack.length = closes;
      (stack[closes - 1]?.inside ?? quotations).push(between(text, opening.at, at, at + found[0].length));
    }
  }
  return { quotations: [...quotations, ...unclosed(text, stack, end)], unclosed: stack.length > 0 };
}

/** Where in the stack the opening is that this mark closes, or -1 when it opens. */
function closingDepth(text: string, at: number, mark: string, stack: readonly Opening[]): number {
  const partners = CLOSES[mark];
  if (partners === undefined || (mark === '"' && opensHere(text, at))) return -1;
  if (mark === "'") return stack.at(-1)?.mark === "'" && closesSingle(text, at) ? stack.length - 1 : -1;
  const lowest = Math.max(0, stack.length - 3);
  for (let depth = stack.length - 1; depth >= lowest; depth--)
    if (partners.includes((stack[depth] as Opening).mark)) return depth;
  return -1;
}

/** A single mark opens outside other marks only, and where another one closes it in the same paragraph. */
function opensSingle(text: string, at: number, end: number, stack: readonly Opening[]): boolean {
  if (stack.length > 0 || !/[\s([]/.test(text[at - 1] ?? " ")) return false;
  const limit = Math.min(end, at + LONGEST_UNCLOSED / 2);
  for (let next = text.indexOf("'", at + 2); next >= 0 && next < limit; next = text.indexOf("'", next + 1))
    if (closesSingle(text, next)) return true;
  return false;
}

/** Not the apostrophe of "it's" or of "the workers' hall". */
function closesSingle(text: string, at: number): boolean {
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  if (/[\s(]/.test(before) || /[\p{L}\p{N}]/u.test(after)) return false;
  return /[.,!?…]/.test(before) || /[,.;:!?)\]]/.test(after) || before !== "s";
}

function opensHere(text: string, at: number): boolean {
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  return /[\s([«“'—–-]/.test(before) && !/[\s.,;:!?)\]]/.test(after);
}

/** An opening that nothing closes runs to the next opening, else to the end of the paragraph, if that is not far. */
function unclosed(text: string, stack: readonly Opening[], end: number): Quotation[] {
  return stack.flatMap(({ at, inside }, depth) => {
    const limit = inside[0]?.outer.start ?? stack[depth + 1]?.at ?? end;
    const stop = limit - at <= LONGEST_UNCLOSED ? limit : firstStop(text, at, at + LONGEST_UNCLOSED);
    return [between(text, at, stop, stop), ...inside];
  });
}

function firstStop(text: string, from: number, to: number): number {
  const stop = /[.!?]\s/.exec(text.slice(from, to));
  return stop ? from + stop.index + 1 : to;
}

function between(text: string, open: number, contentEnd: number, end: number): Quotation {
  let start = open + 1;
  let last = contentEnd;
  while (start < last && /\s/.test(text[start] as string)) start++;
  while (last > start && /\s/.test(text[last - 1] as string)) last--;
  return { outer: { start: open, end }, inner: { start, end: last }, continues: false, continued: false };
}
