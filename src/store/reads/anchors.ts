import type { EntityName } from "./entities.js";
import { exchangeOf } from "./exchange.js";
import { foundBy } from "./key-lists.js";
import type { Filter } from "./plan.js";
import { endOf, nextScope, predicate, rightsOf, type Scope } from "./predicate.js";
import { pathOf, relationOf, reversed } from "./relations.js";

type SomeFilter = Extract<Filter, { test: "some" }>;
type IndexFilter = Extract<Filter, { test: "named" | "led to" | "property" | "exchange" }>;

/** Clauses that bind a node, and what must hold of all that they bind. */
interface Bound {
  clauses: string[];
  predicates: string[];
}

/** True of a filter that leaves few nodes and is matched from an index: on the key, on a name, or on such an end. */
export function startsFromIndex(filter: Filter): boolean {
  return isIndexed(filter) || isAnchor(filter);
}

/** True of a filter on a relation that names an indexed end, perhaps over further relations. */
export function isAnchor(filter: Filter): filter is SomeFilter {
  return filter.test === "some" && filter.to !== undefined && filter.filters.some(startsFromIndex);
}

function isIndexed(filter: Filter): filter is IndexFilter {
  if (filter.test === "named" || filter.test === "led to" || filter.test === "exchange") return true;
  if (filter.test !== "property" || filter.on !== "node" || filter.property !== "key") return false;
  return filter.operator === "=" || filter.operator === "IN";
}

/** Starts from the index on the key or on names, where a filter allows it. */
export function startOf(entity: EntityName, filters: readonly Filter[], scope: Scope) {
  const possible = filters.filter(isIndexed);
  const filter = possible.find((each) => !isList(each)) ?? possible[0];
  if (filter === undefined) return undefined;
  const rest = filters.filter((other) => other !== filter).map((other) => predicate(other, scope));
  if (filter.test === "exchange") {
    const { clauses, rights } = exchangeOf(filter.between, scope);
    return { clauses, predicates: [...rights, ...rest], repeats: true };
  }
  const clauses = [startClause(entity, filter, scope)];
  return { clauses, predicates: rest, repeats: filter.test === "named" || isList(filter) };
}

function isList(filter: IndexFilter): boolean {
  return filter.test !== "exchange" && filter.operator === "IN";
}

type LookupFilter = Exclude<IndexFilter, { test: "exchange" }>;

function startClause(entity: EntityName, filter: LookupFilter, { node, variables }: Scope): string {
  const operator = isList(filter) ? "IN" : "=";
  const lookup = { entity, operator, parameter: String(filter.parameter) } as const;
  if (filter.test === "named") return foundBy({ test: "named", ...lookup }, node, variables);
  if (filter.test === "property") return foundBy({ test: "led to", ...lookup }, node, variables);
  const [actor, key] = [variables.next("n"), variables.next("x")];
  const found = foundBy({ test: "led to", ...lookup }, actor, variables);
  return `${found} WITH *, coalesce(${actor}.mergedInto, ${actor}.key) AS ${key} MATCH (${node}:Actor {key: ${key}})`;
}

/** How many relations lie between a node and the nearest indexed end; a list of values counts as a little farther. */
function distanceOf({ filters }: SomeFilter): number {
  const distances = filters.flatMap((filter) => {
    if (isIndexed(filter)) return [isList(filter) ? 0.5 : 0];
    return isAnchor(filter) ? [distanceOf(filter)] : [];
  });
  return 1 + Math.min(...distances);
}

/**
 * Binds the nodes that meet filters from their nearest indexed end, and joins the other ends to them; undefined where no
 * filter names one. `carried` are variables that are bound already and wanted later.
 */
export function reachFrom(
  entity: EntityName,
  filters: readonly Filter[],
  scope: Scope,
  carried: readonly string[] = [],
): Bound | undefined {
  const [nearest, ...others] = filters.filter(isAnchor).sort((a, b) => distanceOf(a) - distanceOf(b));
  if (nearest === undefined) return undefined;
  const links = others.map((filter) => linkTo(filter, scope));
  const rest = filters.filter((filter) => !isAnchor(filter)).map((filter) => predicate(filter, scope));
  const reached = reachOver(nearest, entity, scope, [...carried, ...links.flatMap(({ ends }) => ends)]);
  return {
    clauses: [...links.flatMap(({ starts }) => starts), ...reached.clauses, ...links.flatMap(({ paths }) => paths)],
    predicates: [...reached.predicates, ...links.flatMap(({ predicates }) => predicates), ...rest],
  };
}

/** Binds a node over one relation: its end first, from where the path is written, since Grafeo follows paths as they are written. */
function reachOver(filter: SomeFilter, entity: EntityName, scope: Scope, carried: readonly string[]): Bound {
  const relation = relationOf(filter.entity, filter.relation);
  const end = nextScope(scope);
  const to = filter.to as EntityName;
  const start = startOf(to, filter.filters, end);
  const path = pathOf(relation, `${scope.node}:${entity}`, end.edge, endOf(relation, end.node, filter));
  const rights = rightsOf(relation, end, filter);
  if (start !== undefined) {
    const clauses = [...start.clauses, `MATCH ${reversed(path)}`];
    return { clauses, predicates: [...rights, ...start.predicates] };
  }
  const ofEdge = filter.filters.filter(concernsEdge).map((each) => predicate(each, end));
  const ofNode = filter.filters.filter((each) => !concernsEdge(each));
  const reached = reachFrom(to, ofNode, end, carried) as Bound;
  const met = reached.predicates.length > 0 ? [`WHERE ${reached.predicates.join(" AND ")}`] : [];
  // Each node goes on once, however many paths lead to it: they would multiply from relation to relation.
  const once = `WITH DISTINCT ${[...(scope.lists?.names ?? []), ...carried, end.node].join(", ")}`;
  return { clauses: [...reached.clauses, ...met, once, `MATCH ${reversed(path)}`], predicates: [...rights, ...ofEdge] };
}

function concernsEdge(filter: Filter): boolean {
  if (filter.test === "property") return filter.on === "edge";
  return (filter.test === "not" || filter.test === "all" || filter.test === "any") && filter.filters.some(concernsEdge);
}

/** A join from a node that is bound to an indexed end. */
interface Link {
  /** Clauses that bind the end, before all others. */
  starts: string[];
  /** The variables that they bind. */
  ends: string[];
  paths: string[];
  predicates: string[];
}

/**
 * Joins a bound node to the indexed end of a filter, each path in a clause of its own, so that two may use the same edge.
 * A list of values binds nothing beforehand, since the rows of several lists would multiply.
 */
export function linkTo(filter: SomeFilter, scope: Scope): Link {
  const relation = relationOf(filter.entity, filter.relation);
  const end = nextScope(scope);
  const path = `MATCH ${pathOf(relation, scope.node, end.edge, endOf(relation, end.node, filter))}`;
  const rights = rightsOf(relation, end, filter);
  const single = filter.filters.find((each) => isIndexed(each) && !isList(each));
  if (single !== undefined) {
    const { clauses, predicates } = startOf(filter.to as EntityName, filter.filters, end) as Bound;
    return { starts: clauses, ends: [end.node], paths: [path], predicates: [...rights, ...predicates] };
  }
  const further = filter.filters.filter(isAnchor).map((each) => linkTo(each, end));
  const rest = filter.filters.filter((each) => !isAnchor(each)).map((each) => predicate(each, end));
  return {
    starts: further.flatMap(({ starts }) => starts),
    ends: further.flatMap(({ ends }) => ends),
    paths: [path, ...further.flatMap(({ paths }) => paths)],
    predicates: [...rights, ...further.flatMap(({ predicates }) => predicates), ...rest],
  };
}
