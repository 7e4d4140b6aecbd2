import type { Row, SchemaElement } from "../../engine.js";

export const SHOW_INDEXES = "SHOW INDEXES";
export const SHOW_CONSTRAINTS = "SHOW CONSTRAINTS";

/** The index that a row of SHOW INDEXES tells of; an index of two properties comes as two rows, and is two indexes. */
export function parseIndex(row: Row): SchemaElement {
  return { kind: "index", label: String(row.label), properties: [String(row.property)] };
}

/** The constraint that a row of SHOW CONSTRAINTS tells of. */
export function parseConstraint(row: Row): SchemaElement {
  return { kind: "constraint", label: String(row.label), properties: [String(row.properties)] };
}
