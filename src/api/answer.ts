import { encodeCursor } from "../store/reads/cursor.js";
import type { OrderColumn } from "../store/reads/plan.js";
import type { NodeRow } from "../store/reads/rows.js";

/** An object of an answer: its properties, and under the names of the query what was read for its relations. */
export interface Answered {
  answers?: Readonly<Record<string, unknown>>;
  [property: string]: unknown;
}

/** The cursor of a row in an order. */
export function cursorOf(order: readonly OrderColumn[], row: NodeRow): string {
  const place = order.map(({ on, property }) => {
    const value = (on === "edge" ? row.edge : row.node)?.[property];
    return typeof value === "string" ? value : Number(value ?? 0);
  });
  return encodeCursor(order, place);
}

/** Where a page stands: `more` tells that rows follow it, `after` that it was asked for after a cursor. */
export function pageInfoOf(order: readonly OrderColumn[], rows: readonly NodeRow[], more: boolean, after: boolean) {
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    hasNextPage: more,
    hasPreviousPage: after,
    startCursor: first === undefined ? null : cursorOf(order, first),
    endCursor: last === undefined ? null : cursorOf(order, last),
  };
}
