import type { EntityName } from "./entities.js";
import type { Filter, PlanParameters } from "./plan.js";
import { filtersOf, mentions, stands, type Where } from "./where.js";

/**
 * What a list asks of its nodes: its `where`, and what goes without saying: statements that stand, unless `status` is asked of;
 * actors that nobody merged into another and, unless `resolved` is asked of, that are known beyond one document.
 */
export function listFilters(entity: EntityName, where: Where, parameters: PlanParameters): Filter[] {
  const filters = filtersOf(where, entity, parameters);
  if (entity === "Statement" && !mentions(where, "status")) filters.push(stands(parameters));
  if (entity === "Actor") {
    if (!mentions(where, "resolved")) filters.push(is("resolved", true, parameters));
    filters.push(notMerged());
  }
  return filters;
}

/** A property of the node is this value. */
export function is(property: string, value: string | boolean, parameters: PlanParameters): Filter {
  return { test: "property", on: "node", property, operator: "=", parameter: parameters.add(value) };
}

function notMerged(): Filter {
  return { test: "not", filters: [{ test: "property", on: "node", property: "mergedInto", operator: "known" }] };
}
