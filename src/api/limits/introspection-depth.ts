import { Kind } from "graphql";
import type { Limit } from "./limit.js";
import { rootFields, weigher } from "./measured.js";

/** Most levels of fields under `__schema` and `__type`; the introspection query of graphql-js has 15. */
export const MAX_INTROSPECTION_DEPTH = 18;

/** Types lead to fields and fields to types without end: introspection nests to a bounded depth. */
export const INTROSPECTION_DEPTH: Limit = {
  name: "introspectionDepth",
  usesVariables: false,
  check(operation) {
    const depth = weigher(operation, (selection, below) => (selection.kind === Kind.FIELD ? 1 : 0) + below, Math.max);
    const meta = rootFields(operation).filter(({ name }) => name.value === "__schema" || name.value === "__type");
    const given = Math.max(0, ...meta.map((field) => 1 + (field.selectionSet ? depth(field.selectionSet) : 0)));
    if (given <= MAX_INTROSPECTION_DEPTH) return undefined;
    const message = `Introspection may nest ${MAX_INTROSPECTION_DEPTH} levels of fields at most; given: ${given}. The introspection query of GraphQL clients fits.`;
    return { limit: "introspectionDepth", given, allowed: MAX_INTROSPECTION_DEPTH, message };
  },
};
