import { InvalidInput } from "../../errors.js";
import { fold } from "../../model/fold.js";
import { findDays } from "../../model/partial-date.js";
import type { Status } from "../../model/vocabulary.js";
import type { CypherValue } from "../engine.js";
import { type Condition, EDGE_CONDITIONS, END_FIELDS, NODE_CONDITIONS } from "./conditions.js";
import type { EntityName } from "./entities.js";
import type { Filter, Operator, PlanParameters } from "./plan.js";
import { findRelation } from "./relations.js";
import { WhereSize } from "./where-size.js";

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
  return nodeFilters(where, entity, { parameters, size: new WhereSize(), depth: 0 });
}

/** What comes along on the way down: where values are kept, how much was asked, and how many relations deep this is. */
interface Way {
  parameters: PlanParameters;
  size: WhereSize;
  depth: number;
}

function nodeFilters(where: Where, entity: EntityName, way: Way): Filter[] {
  return given(where).flatMap(([field, value]) => {
    way.size.count();
    if (field === "AND" || field === "OR") return junction(field, value as Where[], entity, way);
    if (field === "NOT") return [{ test: "not", filters: nodeFilters(value as Where, entity, way) }];
    const condition = NODE_CONDITIONS[entity][field];
    return condition === undefined ? [] : conditionFilters(condition, "node", value as Where, entity, way);
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

/** AND needs no filter of its own, so that an indexed end inside it is an anchor like any other; nor does OR of one part. */
function junction(field: "AND" | "OR", parts: Where[], entity: EntityName, way: Way): Filter[] {
  const filters = parts.map((part) => {
    way.size.count();
    return nodeFilters(part, entity, way);
  });
  if (field === "AND" || filters.length === 1) return filters.flat();
  return [{ test: "any", filters: filters.map((all): Filter => ({ test: "all", filters: all })) }];
}

function conditionFilters(condition: Condition, on: On, value: Where, entity: EntityName, way: Way): Filter[] {
  switch (condition.asks) {
    case "property":
      return propertyFilters(condition.property, on, value, way.parameters);
    case "actor key":
      return actorKeyFilters(value, way.parameters);
    case "days":
      return dayFilters(condition, value, way.parameters);
    case "names":
      return nameFilters(value, entity, way.parameters);
    case "end":
      return [entryFilter(entity, condition.relation, value, "some", way)];
    case "list":
      return listFilters(entity, condition.relation, value, way);
  }
}

/** No entry that fails is every entry that fits, so that both hold of an empty list. */
function listFilters(entity: EntityName, relation: string, value: Where, way: Way): Filter[] {
  return given(value).map(([quantifier, where]): Filter => {
    way.size.count();
    if (quantifier === "some") return entryFilter(entity, relation, where as Where, "some", way);
    const asked = quantifier === "none" ? "some" : "failing";
    return { test: "not", filters: [entryFilter(entity, relation, where as Where, asked, way)] };
  });
}

function actorKeyFilters(value: Where, parameters: PlanParameters): Filter[] {
  const unknown = value.eq === null ? [{ test: "not", filters: [known("key")] } as const] : [];
  const compared = given(value).map(([name, operand]): Filter => {
    return {
      test: "led to",
      entity: "Actor",
      operator: name === "in" ? "IN" : "=",
      parameter: parameters.add(operand as CypherValue),
    };
  });
  return [...unknown, ...compared];
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
function nameFilters(value: Where, entity: EntityName, parameters: PlanParameters): Filter[] {
  return given(value).map(([name, operand]): Filter => {
    if (name === "eq")
      return { test: "named", entity, operator: "=", parameter: parameters.add(fold(String(operand))) };
    if (name === "in") {
      const names = [...new Set((operand as string[]).map(fold))].sort();
      return { test: "named", entity, operator: "IN", parameter: parameters.add(names) };
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

/** Some entry of a relation, its edge and the node at its end, meets all that is asked of the two, or fails to. */
function entryFilter(
  entity: EntityName,
  relation: string,
  where: Where,
  asked: "some" | "failing",
  { parameters, size, depth }: Way,
): Filter {
  const way = { parameters, size, depth: size.deeper(depth) };
  const ends = END_FIELDS[relation];
  const labels = ends === undefined ? [] : given(where).flatMap(([field]) => ends[field] ?? []);
  const only = onlyEnd(entity, relation);
  const wanted = ends === undefined && only !== undefined ? nodeFilters(where, only, way) : [];
  if (ends !== undefined) wanted.push(...entryFilters(entity, relation, where, way));
  const to = only ?? (asked === "some" ? labels[0] : undefined);
  wanted.push(...labels.filter((label) => label !== to).map(labelFilter));
  const filters: Filter[] = asked === "some" ? wanted : [{ test: "not", filters: wanted }];
  if (only === "Statement" && !mentions(where, "status")) filters.push(stands(parameters));
  return to === undefined
    ? { test: "some", entity, relation, filters }
    : { test: "some", entity, relation, to, filters };
}

/** What is asked of an entry that is more than its node: of the edge, and in fields of their own of the node. */
function entryFilters(entity: EntityName, relation: string, where: Where, way: Way): Filter[] {
  return given(where).flatMap(([field, value]) => {
    way.size.count();
    const condition = EDGE_CONDITIONS[relation]?.[field];
    if (condition !== undefined) return conditionFilters(condition, "edge", value as Where, entity, way);
    const label = END_FIELDS[relation]?.[field];
    return label === undefined ? [] : nodeFilters(value as Where, label, way);
  });
}

/** The statement was not withdrawn: what a list asks unless its `where` says anything of `status`. */
export function stands(parameters: PlanParameters): Filter {
  return {
    test: "property",
    on: "node",
    property: "status",
    operator: "=",
    parameter: parameters.add("ACTIVE" satisfies Status),
  };
}

/** The type at the end of a relation; undefined where it may be of several. */
function onlyEnd(entity: EntityName, relation: string): EntityName | undefined {
  const to = findRelation(entity, relation)?.to ?? [];
  return to.length === 1 ? to[0] : undefined;
}

function labelFilter(label: EntityName): Filter {
  return { test: "label", label };
}
