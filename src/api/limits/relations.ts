import { type FieldNode, Kind } from "graphql";
import type { Limit } from "./limit.js";
import { isMeta, type Measured, rootFields, weigher } from "./measured.js";

/** Each relation is a nested part of the root field's one statement: under a root field there may be so many and no more. */
export const RELATIONS: Limit = {
  name: "relations",
  usesVariables: false,
  check(operation, { maxRelations }) {
    const perRoot = Object.entries(relationsPerRoot(operation));
    const [name, given] = perRoot.find(([, count]) => count > maxRelations) ?? [];
    if (given === undefined) return undefined;
    const message = `A root field may follow ${maxRelations} relations at most; given: ${given} under \`${name}\`. Ask for some of them in a further request.`;
    return { limit: "relations", given, allowed: maxRelations, message };
  },
};

/** Root fields of the same name in the answer are one root field, so their relations add up. */
function relationsPerRoot(operation: Measured): Record<string, number> {
  const relations = weigher(operation, (selection, below) => {
    const counts = selection.kind === Kind.FIELD && operation.facts.get(selection)?.relation;
    return (counts ? 1 : 0) + below;
  });
  const total: Record<string, number> = {};
  for (const field of rootFields(operation).filter((candidate) => !isMeta(candidate))) {
    const name = responseName(field);
    total[name] = (total[name] ?? 0) + (field.selectionSet ? relations(field.selectionSet) : 0);
  }
  return total;
}

function responseName(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
