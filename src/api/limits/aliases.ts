import { Kind } from "graphql";
import type { Limit } from "./limit.js";
import { weigher } from "./measured.js";

/** An alias asks for the same field again, `__typename` included: there may be so many and no more. */
export const ALIASES: Limit = {
  name: "aliases",
  usesVariables: false,
  check(operation, { maxAliases }) {
    const aliases = weigher(
      operation,
      (selection, below) => (selection.kind === Kind.FIELD && selection.alias ? 1 : 0) + below,
    );
    const given = aliases(operation.operation.selectionSet);
    if (given <= maxAliases) return undefined;
    const message = `A query may have ${maxAliases} aliases at most; given: ${given}. Ask for many things at once with \`nodes(ids)\` or \`where\` with \`in\`.`;
    return { limit: "aliases", given, allowed: maxAliases, message };
  },
};
