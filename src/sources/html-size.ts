/** How large a page is to build, counted from its text alone. */
export interface PageSize {
  elements: number;
  /** How deep elements are nested. */
  depth: number;
  /** The signs `<` and `&`: each begins a tag, an entity, or a text of its own. */
  marks: number;
}

/** News pages have a few thousand elements, at most about 60 deep. */
export const LARGEST_PAGE = { elements: 50_000, depth: 256, elementsTimesDepth: 2_000_000, marks: 150_000 };

/** Elements that hold nothing, or that the next one of their kind closes: they add no depth that can be counted. */
const FLAT =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|optgroup|tr|td|th|thead|tbody|tfoot|path|circle|rect|use)$/i;

/** Counts the tags of a page, without building it. */
export function pageSizeOf(html: string): PageSize {
  const size = { elements: 0, depth: 0, marks: countOf(html, "<") + countOf(html, "&") };
  let depth = 0;
  for (const [, closing, name] of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,30})/gi)) {
    if (!closing) size.elements += 1;
    if (FLAT.test(name ?? "")) continue;
    depth = Math.max(0, depth + (closing ? -1 : 1));
    size.depth = Math.max(size.depth, depth);
  }
  return size;
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

/** Whether building and reading the page could take longer than a news page ever does: its cost grows with the square of these. */
export function isTooLarge({ elements, depth, marks }: PageSize): boolean {
  const limit = LARGEST_PAGE;
  const isCrowded = elements > limit.elements || marks > limit.marks;
  return isCrowded || depth > limit.depth || elements * depth > limit.elementsTimesDepth;
}
