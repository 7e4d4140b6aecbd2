import { type EntityName, entityOf } from "./entities.js";
import type { OrderColumn } from "./plan.js";
import type { Relation } from "./relations.js";

/** An order as it is asked for: its name in the schema, and a direction. */
export interface AskedOrder {
  field: string;
  direction: "ASC" | "DESC";
}

/** The order of a list when none is asked for: latest first, and names by the alphabet. */
const USUAL: Readonly<Record<EntityName, AskedOrder>> = {
  Actor: { field: "NAME", direction: "ASC" },
  Statement: { field: "SAID_AT", direction: "DESC" },
  Document: { field: "PUBLISHED_AT", direction: "DESC" },
  Event: { field: "START", direction: "DESC" },
  Topic: { field: "NAME", direction: "ASC" },
  ImportRun: { field: "STARTED_AT", direction: "DESC" },
};

/** The columns of an order, the first mention of each counting, with the key as the tie-break in the last direction. */
export function columnsOf(entity: EntityName, asked: readonly AskedOrder[]): OrderColumn[] {
  const columns = new Map<string, OrderColumn>();
  for (const { field, direction } of asked.length > 0 ? asked : [USUAL[entity]]) {
    const property = entityOf(entity).orders[field];
    if (property === undefined) throw new Error(`${entity} has no order ${field}`);
    if (!columns.has(property)) columns.set(property, { on: "node", property, descending: direction === "DESC" });
  }
  const descending = [...columns.values()].at(-1)?.descending ?? false;
  return [...columns.values(), { on: "node", property: "key", descending }];
}

/** The columns of a relation's own order; by the key of the node where it has none. */
export function relationColumns({ order = ["node.key"] }: Relation): OrderColumn[] {
  return order.map((path) => {
    const [on, property = ""] = path.split(".");
    return { on: on === "edge" ? "edge" : "node", property, descending: false };
  });
}

/** The same order, from its end. */
export function opposite(order: readonly OrderColumn[]): OrderColumn[] {
  return order.map((column) => ({ ...column, descending: !column.descending }));
}
