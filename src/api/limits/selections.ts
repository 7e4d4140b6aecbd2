import type { Limit } from "./limit.js";
import { weigher } from "./measured.js";

/** Most selections of an operation with all fragments spread out; an introspection query has about 1,000. */
export const MAX_SELECTIONS = 5000;

/** Fragments that spread fragments grow without bound in a short text: what they grow to is bounded. */
export const SELECTIONS: Limit = {
  name: "selections",
  usesVariables: false,
  check(operation) {
    const given = weigher(operation, (_selection, below) => 1 + below)(operation.operation.selectionSet);
    if (given <= MAX_SELECTIONS) return undefined;
    const message = `A query with its fragments spread out may select ${MAX_SELECTIONS} fields at most; given: ${given}. Spread each fragment less often.`;
    return { limit: "selections", given, allowed: MAX_SELECTIONS, message };
  },
};
