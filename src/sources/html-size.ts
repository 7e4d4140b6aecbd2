/** How many elements a page has, and how deep they are nested; both counted from its tags alone. */
export interface PageSize {
  elements: number;
  depth: number;
}

/** News pages have a few thousand elements, at most about 60 deep. */
export const LARGEST_PAGE = { elements: 50_000, depth: 256, elementsTimesDepth: 2_000_000 };

/** Elements that hold nothing, or that the next one of their kind closes: they add no depth that can be counted. */
const FLAT =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|optgroup|tr|td|th|thead|tbody|tfoot|path|circle|rect|use)$/i;

/** Counts the tags of a page, without building it. */
export function pageSizeOf(html: string): PageSize {
  const size = { elements: 0, depth: 0 };
  let depth = 0;
  for (const [, closing, name] of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,30})/gi)) {
    if (!closing) size.elements += 1;
    if (FLAT.test(name ?? "")) continue;
    depth = Math.max(0, depth + (closing ? -1 : 1));
    size.depth = Math.max(size.depth, depth);
  }
  return size;
}

/** Whether building and reading the page could take longer than a news page ever does: its cost grows with both sizes. */
export function isTooLarge({ elements, depth }: PageSize): boolean {
  const limit = LARGEST_PAGE;
  return elements > limit.elements || depth > limit.depth || elements * depth > limit.elementsTimesDepth;
}
