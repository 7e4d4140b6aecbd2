import { createHash } from "node:crypto";
import { InvalidInput } from "../../errors.js";
import type { OrderColumn } from "./plan.js";

/** The values of a row in the columns of its order. */
export type CursorPlace = readonly (string | number)[];

/** What a cursor is good for: the pages of one field, with the same conditions, in one order. */
export interface CursorList {
  /** The type and the field, as in `Actor.statements`. */
  field: string;
  order: readonly OrderColumn[];
  /** A digest of all other arguments. */
  conditions: string;
}

const OF_PAGE: ReadonlySet<string> = new Set(["first", "after", "last", "before", "orderBy"]);

/** The list that a field answers with to its arguments; what is null or empty asks for nothing. */
export function cursorList(
  field: string,
  order: readonly OrderColumn[],
  given: Readonly<Record<string, unknown>>,
): CursorList {
  const conditions = Object.entries(given).filter(([name, value]) => !OF_PAGE.has(name) && !isEmpty(value));
  return { field, order, conditions: hashOf(sorted(Object.fromEntries(conditions))) };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "object" && Object.keys(value).length === 0);
}

/** The opaque text of a place in a list, which only pages of the same list take. */
export function encodeCursor({ field, order, conditions }: CursorList, place: CursorPlace): string {
  return encoded([field, nameOf(order), conditions, place]);
}

/** The place that a cursor stands for; InvalidInput for a damaged one and for one of another list. */
export function decodeCursor({ field, order, conditions }: CursorList, cursor: string): CursorPlace {
  const [ofField, ofOrder, ofConditions, place] = parsed(cursor);
  if (!isPlace(place) || encoded([ofField, ofOrder, ofConditions, place]) !== cursor) {
    throw new InvalidInput("This cursor is damaged; pass a cursor of an earlier page unchanged, or none");
  }
  const differences: [string, unknown, string][] = [
    ["field", ofField, field],
    ["order", ofOrder, nameOf(order)],
  ];
  for (const [what, given, wanted] of differences) {
    if (given === wanted) continue;
    throw new InvalidInput(`This cursor is of the ${what} ${given}, not ${wanted}; ask for the first page again`);
  }
  if (ofConditions === conditions && place.length === order.length) return place;
  throw new InvalidInput("This cursor is of the same field with other conditions; ask for the first page again");
}

/** An order in words, as in `-saidDay-key`: the sign tells the direction. */
function nameOf(order: readonly OrderColumn[]): string {
  return order.map(({ property, descending }) => `${descending ? "-" : "+"}${property}`).join("");
}

function encoded(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([...parts, hashOf(parts)])).toString("base64url");
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 8);
}

/** The same data with the fields of each object in the order of their names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, sorted(part)] as const);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function isPlace(value: unknown): value is CursorPlace {
  return Array.isArray(value) && value.every((part) => typeof part === "string" || typeof part === "number");
}
