import type { Limit } from "./limit.js";
import { rootFields } from "./measured.js";

/** Most root fields of an operation. */
export const MAX_ROOT_FIELDS = 10;

/** Each root field is a statement of its own to the store: there may be so many and no more, repetitions included. */
export const ROOT_FIELDS: Limit = {
  name: "rootFields",
  usesVariables: false,
  check(operation) {
    const given = rootFields(operation).length;
    if (given <= MAX_ROOT_FIELDS) return undefined;
    const message = `A query may have ${MAX_ROOT_FIELDS} root fields at most; given: ${given}. Send the others in a further request.`;
    return { limit: "rootFields", given, allowed: MAX_ROOT_FIELDS, message };
  },
};
