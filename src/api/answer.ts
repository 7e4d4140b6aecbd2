import { type CursorList, encodeCursor } from "../store/reads/cursor.js";
import type { NodeRow } from "../store/reads/rows.js";

/** An object of an answer: its properties, and under the names of the query what was read for its relations. */
export interface Answered {
  answers?: Readonly<Record<string, unknown>>;
  [property: string]: unknown;
}

/** The cursor of a row in a list. */
export function cursorOf(list: CursorList, row: NodeRow): string {
  const place = list.order.map(({ on, property }) => {
    const value = (on === "edge" ? row.edge : row.node)?.[property];
    return typeof value === "string" ? value : Number(value ?? 0);
  });
  return encodeCursor(list, place);
}

/** The rows of a page, and whether the list goes on beyond them. */
export interface PageRows {
  rows: readonly NodeRow[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

/** Where a page stands. */
export function pageInfoOf(list: CursorList, { rows, hasNextPage, hasPreviousPage }: PageRows) {
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: first === undefined ? null : cursorOf(list, first),
    endCursor: last === undefined ? null : cursorOf(list, last),
  };
}
