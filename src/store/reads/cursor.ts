import { createHash } from "node:crypto";
import { InvalidInput } from "../../errors.js";
import type { OrderColumn } from "./plan.js";

/** The values of a row in the columns of its order. */
export type CursorPlace = readonly (string | number)[];

/** The opaque text of a place in an order, which only pages of the same order take. */
export function encodeCursor(order: readonly OrderColumn[], place: CursorPlace): string {
  const name = nameOf(order);
  return Buffer.from(JSON.stringify([name, place, hashOf(name, place)])).toString("base64url");
}

/** The place that a cursor stands for; InvalidInput for a damaged one and for one of another order. */
export function decodeCursor(order: readonly OrderColumn[], cursor: string): CursorPlace {
  const [name, place, hash] = parsed(cursor);
  if (typeof name !== "string" || !isPlace(place) || hash !== hashOf(name, place)) {
    throw new InvalidInput("This cursor is damaged; pass an endCursor of an earlier page unchanged, or none");
  }
  if (name !== nameOf(order) || place.length !== order.length) {
    throw new InvalidInput(`This cursor is of the order ${name}, not ${nameOf(order)}; ask for the first page again`);
  }
  return place;
}

/** An order in words, as in `-saidDay-key`: the sign tells the direction. */
function nameOf(order: readonly OrderColumn[]): string {
  return order.map(({ property, descending }) => `${descending ? "-" : "+"}${property}`).join("");
}

function hashOf(name: string, place: CursorPlace): string {
  return createHash("sha256")
    .update(JSON.stringify([name, place]))
    .digest("base64url")
    .slice(0, 8);
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
