import { InvalidInput } from "../../errors.js";
import { fold } from "../../model/fold.js";
import { findDays } from "../../model/partial-date.js";
import type { CypherValue } from "../engine.js";
import { type Condition, EDGE_CONDITIONS, END_FIELDS, NODE_CONDITIONS } from "./conditions.js";
import type { EntityName } from "./entities.js";
import type { Filter, Operator, PlanParameters } from "./plan.js";
import { findRelation } from "./relations.js";

/** Conditions as GraphQL hands them over: checked against the schema, with null where something is left out on purpose. */
export type Where = Readonly<Record<string, unknown>>;

type On = "node" | "edge";

const OPERATORS: Readonly<Record<string, Operator>> = {
  eq: "=",
  in: "IN",
  contains: "CONTAINS",
  startsWith: "STARTS WITH",
  gt: ">",
  gte: ">=",
  lt: "<",
  lte: "<=",
};

/** What a `where` asks of nodes of a type: all of the filters must hold. Fields count in the order of their names. */
export function filtersOf(where: Where, entity: EntityName, parameters: PlanParameters): Filter[] {
  return given(where).flatMap(([field, value]) => {
    if (field === "AND" || field === "OR") return [junction(field, value as Where[], entity, parameters)];
    if (field === "NOT") return [{ test: "not", filters: filtersOf(value as Where, entity, parameters) }];
    const condition = NODE_CONDITIONS[entity][field];
    return condition === undefined ? [] : conditionFilters(condition, "node", value as Where, entity, parameters);
  });
}

/** True when a `where` says anything of a field, also within AND, OR and NOT. */
export function mentions(where: Where, field: string): boolean {
  return given(where).some(([name, value]) => {
    if (name === "AND" || name === "OR") return (value as Where[]).some((part) => mentions(part, field));
    return name === "NOT" ? mentions(value as Where, field) : name === field;
  });
}

function given(where: Where): [string, unknown][] {
  return Object.entries(where)
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function junction(field: "AND" | "OR", parts: Where[], entity: EntityName, parameters: PlanParameters): Filter {
  const filters = parts.map((part): Filter => ({ test: "all", filters: filtersOf(part, entity, parameters) }));
  return { test: field === "AND" ? "all" : "any", filters };
}

function conditionFilters(
  condition: Condition,
  on: On,
  value: Where,
  entity: EntityName,
  parameters: PlanParameters,
): Filter[] {
  switch (condition.asks) {
    case "property":
      return propertyFilters(condition.property, on, value, parameters);
    case "days":
      return dayFilters(condition, value, parameters);
    case "names":
      return nameFilters(value, parameters);
    case "end":
      return [someFilter(entity, condition.relation, value, parameters)];
    case "some":
      return isGiven(value.some) ? [someFilter(entity, condition.relation, value.some, parameters)] : [];
  }
}

function isGiven(value: unknown): value is Where {
  return value !== null && value !== undefined;
}

function propertyFilters(property: string, on: On, value: Where, parameters: PlanParameters): Filter[] {
  const unknown: Filter[] = value.eq === null ? [{ test: "not", filters: [known(property, on)] }] : [];
  const compared = given(value).map(([name, operand]): Filter => {
    const operator = operatorOf(name);
    const search = operator === "CONTAINS" || operator === "STARTS WITH";
    if (search) {
      const parameter = parameters.add(String(operand));
      return { test: "property", on, property, operator, parameter, ignoreCase: true };
    }
    return { test: "property", on, property, operator, parameter: parameters.add(operand as CypherValue) };
  });
  return [...unknown, ...compared];
}

function operatorOf(name: string): Operator {
  const operator = OPERATORS[name];
  if (operator === undefined) throw new InvalidInput(`There is no operator "${name}"`);
  return operator;
}

function known(property: string, on: On = "node"): Filter {
  return { test: "property", on, property, operator: "known" };
}

/** Names are compared folded; what is searched within is the display name. */
function nameFilters(value: Where, parameters: PlanParameters): Filter[] {
  return given(value).map(([name, operand]): Filter => {
    if (name === "eq") return { test: "named", operator: "=", parameter: parameters.add(fold(String(operand))) };
    if (name === "in") {
      const names = [...new Set((operand as string[]).map(fold))].sort();
      return { test: "named", operator: "IN", parameter: parameters.add(names) };
    }
    const parameter = parameters.add(fold(String(operand)));
    return { test: "property", on: "node", property: "foldedName", operator: operatorOf(name), parameter };
  });
}

interface Days {
  first: string;
  last: string;
}

/** A date and what it is compared with are intervals; an undated node has two empty days. */
function dayFilters({ first, last }: Days, value: Where, parameters: PlanParameters): Filter[] {
  const day = (property: string, operator: Operator, operand: string): Filter => {
    return { test: "property", on: "node", property, operator, parameter: parameters.add(operand) };
  };
  const unknown: Filter[] = value.eq === null ? [day(last, "=", "")] : [];
  // What must end by a day begins by it: said too, this is what lets an order of first days stop.
  const until = (operator: Operator, operand: string) => [day(first, operator, operand), day(last, operator, operand)];
  const compared = given(value).flatMap(([name, operand]): Filter[] => {
    const days = daysOf(String(operand));
    if (name === "eq") return [day(first, ">=", days.first), ...until("<=", days.last)];
    if (name === "gte") return [day(first, ">=", days.first)];
    if (name === "gt") return [day(first, ">", days.last)];
    const bounds = name === "lte" ? until("<=", days.last) : until("<", days.first);
    return [...bounds, day(last, ">", "")];
  });
  return [...unknown, ...compared];
}

function daysOf(date: string): Days {
  const days = findDays(date);
  if (days === undefined) throw new InvalidInput(`A date is ISO text such as "2023-09" or "2023-09-20", not "${date}"`);
  return days;
}

/** Some edge of a relation, and the node at its end, meet all that is asked of the two. */
function someFilter(entity: EntityName, relation: string, where: Where, parameters: PlanParameters): Filter {
  const ends = END_FIELDS[relation];
  const edge = EDGE_CONDITIONS[relation] ?? {};
  const asked = given(where);
  const labels = asked.map(([field]) => ends?.[field]).filter((label) => label !== undefined);
  const to = labels[0] ?? onlyEnd(entity, relation);
  const filters = ends === undefined && to !== undefined ? filtersOf(where, to, parameters) : [];
  for (const [field, value] of ends === undefined ? [] : asked) {
    const condition = edge[field];
    const label = ends?.[field];
    if (condition !== undefined)
      filters.push(...conditionFilters(condition, "edge", value as Where, entity, parameters));
    if (label !== undefined) filters.push(...filtersOf(value as Where, label, parameters));
  }
  filters.push(...labels.slice(1).map(labelFilter));
  return to === undefined
    ? { test: "some", entity, relation, filters }
    : { test: "some", entity, relation, to, filters };
}

/** The type at the end of a relation; undefined where it may be of several. */
function onlyEnd(entity: EntityName, relation: string): EntityName | undefined {
  const to = findRelation(entity, relation)?.to ?? [];
  return to.length === 1 ? to[0] : undefined;
}

function labelFilter(label: EntityName): Filter {
  return { test: "label", label };
}
