import type { Limit } from "./limit.js";
import { weigher } from "./measured.js";

/** Most directives of an operation. */
export const MAX_DIRECTIVES = 30;

/** Directives are looked at one by one: there may be so many and no more. */
export const DIRECTIVES: Limit = {
  name: "directives",
  usesVariables: false,
  check(operation) {
    const directives = weigher(operation, (selection, below) => (selection.directives?.length ?? 0) + below);
    const own = operation.operation.directives?.length ?? 0;
    const given = own + directives(operation.operation.selectionSet);
    if (given <= MAX_DIRECTIVES) return undefined;
    const message = `A query may have ${MAX_DIRECTIVES} directives at most; given: ${given}. Put one @include or @skip on a fragment in place of many on its fields.`;
    return { limit: "directives", given, allowed: MAX_DIRECTIVES, message };
  },
};
