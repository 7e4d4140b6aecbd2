import { InvalidInput } from "../errors.js";
import { GREATEST_PAGE_SIZE, PAGE_SIZE } from "../model/page.js";
import { type CursorList, decodeCursor } from "../store/reads/cursor.js";
import { opposite } from "../store/reads/orders.js";
import type { LevelPlan, PlanParameters } from "../store/reads/plan.js";

type Arguments = Readonly<Record<string, unknown>>;

/** Which page of a list is asked for: how many rows, from which end. */
export interface AskedPage {
  size: number;
  /** True when the rows are read from the end of the list, or from the cursor `before`. */
  backwards: boolean;
  after: boolean;
  before: boolean;
}

/** The page that the arguments of a field ask for; InvalidInput where they contradict each other. */
export function askedPage({ first, last, after, before }: Arguments): AskedPage {
  const backwards = typeof last === "number";
  if (backwards && typeof first === "number") {
    throw new InvalidInput(
      `A page takes just one of first and last, not first: ${first} and last: ${last}; use first with after to go on, last with before to go back`,
    );
  }
  const size = backwards ? sizeOf("last", last) : pageSizeOf({ first });
  return { size, backwards, after: typeof after === "string", before: typeof before === "string" };
}

/** What `first` says, or the usual size. */
export function pageSizeOf({ first }: Arguments): number {
  return sizeOf("first", typeof first === "number" ? first : PAGE_SIZE);
}

function sizeOf(name: "first" | "last", size: number): number {
  if (size >= 1 && size <= GREATEST_PAGE_SIZE) return size;
  const next = name === "first" ? "next page with after" : "page before with before";
  throw new InvalidInput(`${name} is from 1 to ${GREATEST_PAGE_SIZE}, not ${size}; ask for the ${next}`);
}

/** The order, the bounds and the limit with which a page is read; one row more than shown tells whether there are more. */
export function pageBounds(
  page: AskedPage,
  { after, before }: Arguments,
  list: CursorList,
  parameters: PlanParameters,
): Pick<LevelPlan, "order" | "after" | "before" | "limit"> {
  const bound = (name: "after" | "before", cursor: unknown) => {
    if (typeof cursor !== "string") return {};
    return { [name]: decodeCursor(list, cursor).map((place) => parameters.add(place)) };
  };
  const order = page.backwards ? opposite(list.order) : list.order;
  const [start, end] = page.backwards ? [before, after] : [after, before];
  return { order, ...bound("after", start), ...bound("before", end), limit: parameters.add(page.size + 1) };
}

/** The rows of a page in the order of the list, and whether the list goes on beyond them. */
export function shownRows<RowType>({ size, backwards, after, before }: AskedPage, rows: readonly RowType[]) {
  const shown = rows.slice(0, size);
  const more = rows.length > size;
  return {
    rows: backwards ? shown.reverse() : shown,
    hasNextPage: before || (more && !backwards),
    hasPreviousPage: after || (more && backwards),
  };
}
