import { Kind } from "graphql";
import type { Limit } from "./limit.js";
import { isMeta, weigher } from "./measured.js";

/** Fields nest to a bounded number of levels; introspection has a limit of its own. */
export const DEPTH: Limit = {
  name: "depth",
  usesVariables: false,
  check(operation, { maxDepth }) {
    const depth = weigher(
      operation,
      (selection, below) => (selection.kind !== Kind.FIELD ? below : isMeta(selection) ? 1 : 1 + below),
      Math.max,
    );
    const given = depth(operation.operation.selectionSet);
    if (given <= maxDepth) return undefined;
    const message = `A query may nest ${maxDepth} levels of fields at most; given: ${given}. Ask for the inner levels in a second request, with \`node(id)\`.`;
    return { limit: "depth", given, allowed: maxDepth, message };
  },
};
