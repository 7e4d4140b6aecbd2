import { type FieldNode, Kind } from "graphql";
import type { Limit } from "./limit.js";
import { type Measured, weigher } from "./measured.js";
import { pageSizeOf } from "./page-sizes.js";

/** Pages within pages multiply: the rows that a query may have to read at most are bounded. */
export const ROWS: Limit = {
  name: "rows",
  usesVariables: true,
  check(operation, { maxRows }) {
    const rows = weigher(operation, (selection, below) =>
      selection.kind === Kind.FIELD ? rowsOf(operation, selection, below) : below,
    );
    const given = rows(operation.operation.selectionSet);
    if (given <= maxRows) return undefined;
    const message = `The pages of a query may multiply to ${maxRows} rows at most; given: ${given}. Ask for smaller pages (\`first\`) on the inner levels, or for one level at a time.`;
    return { limit: "rows", given, allowed: maxRows, message };
  },
};

function rowsOf(operation: Measured, field: FieldNode, below: number): number {
  const page = pageSizeOf(operation, field);
  return page === undefined ? below : Math.max(page, 0) * (1 + below);
}
