import type { CypherValue, Row, SchemaElement } from "../../engine.js";

export const SHOW_INDEXES = "SHOW INDEXES YIELD state, type, entityType, labelsOrTypes, properties, owningConstraint";
export const SHOW_CONSTRAINTS = "SHOW CONSTRAINTS YIELD type, entityType, labelsOrTypes, properties";

/** Indexes may take a while to come online: a hundred million entries need minutes, a new store none. */
export const AWAIT_INDEXES = { statement: "CALL db.awaitIndexes(600)", timeoutMs: 610_000 };

/** The index that a row of SHOW INDEXES tells of; undefined for one that does not serve, or not us. */
export function parseIndex(row: Row): SchemaElement | undefined {
  if (row.state !== "ONLINE" || row.type !== "RANGE" || row.entityType !== "NODE") return undefined;
  return elementOf("index", row);
}

/** The constraint that a row of SHOW CONSTRAINTS tells of; 5.26 calls UNIQUENESS what later versions call NODE_PROPERTY_UNIQUENESS. */
export function parseConstraint(row: Row): SchemaElement | undefined {
  return String(row.type).endsWith("UNIQUENESS") ? elementOf("constraint", row) : undefined;
}

function elementOf(kind: SchemaElement["kind"], row: Row): SchemaElement {
  const [label = ""] = texts(row.labelsOrTypes);
  return { kind, label, properties: texts(row.properties) };
}

function texts(list: CypherValue | undefined): string[] {
  return Array.isArray(list) ? list.map(String) : [];
}
