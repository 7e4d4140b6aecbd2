import { LRUCache } from "lru-cache";
import { type EntityName, entityOf } from "./entities.js";
import { type Match, matchRelated, matchRoot } from "./match.js";
import { opposite } from "./orders.js";
import type { LevelPlan, NodePlan, OrderColumn } from "./plan.js";
import { type Scope, Variables, visibleEdge } from "./predicate.js";
import { type Relation, relationOf, withVariables } from "./relations.js";

/** How a statement of a plan finds its rows: by the whole order, or by the days in `$days`. */
export type Access = "order" | "days";

const texts = new LRUCache<string, string>({ max: 1000 });

/**
 * The Cypher text of a plan: one statement of nested CALLs that returns one row, with the rows of the level at each position
 * as `c0`, `c1` … and its total as `t0`, `t1` …. Equal shapes have equal text, whatever their values and aliases.
 */
export function compile(levels: readonly LevelPlan[], access: Access = "order"): string {
  const shape = `${access} ${JSON.stringify(levels)}`;
  const known = texts.get(shape);
  if (known !== undefined) return known;
  const variables = new Variables();
  const calls = levels.flatMap((level, index) => callsOf(level, index, undefined, variables, access));
  const text = [...calls, `RETURN ${levels.flatMap(resultsOf).join(", ")}`].join("\n");
  texts.set(shape, text);
  return text;
}

/** The names under which a level hands up its rows and its total. */
function resultsOf({ rows, total }: LevelPlan, index: number): string[] {
  return [...(rows ? [`c${index}`] : []), ...(total ? [`t${index}`] : [])];
}

function callsOf(
  level: LevelPlan,
  index: number,
  parent: string | undefined,
  variables: Variables,
  access: Access,
): string[] {
  const call = (clauses: string[]) => `CALL (${parent ?? ""}) {\n${clauses.join("\n")}\n}`;
  const rows = level.rows ? [call(rowsClauses(level, index, parent, variables, access))] : [];
  return level.total ? [...rows, call(totalClauses(level, index, parent, variables))] : rows;
}

function scopeOf(variables: Variables): Scope {
  return { node: variables.next("n"), edge: variables.next("e"), variables };
}

function relationOfLevel({ from }: LevelPlan): Relation | undefined {
  return "root" in from ? undefined : relationOf(from.entity, from.relation);
}

function matchOf(level: LevelPlan, parent: string | undefined, scope: Scope): Match {
  if ("root" in level.from) return matchRoot(level.from.root, level.filters, scope);
  const relation = relationOf(level.from.entity, level.from.relation);
  const entity = relation.shape === "ties" ? "Statement" : relation.to.length === 1 ? relation.to[0] : undefined;
  const match = matchRelated(parent ?? "", relation, entity, level.filters, scope);
  if (level.parentLabel === undefined) return match;
  return { ...match, predicates: [`${parent}:${level.parentLabel}`, ...match.predicates] };
}

function whereClause(predicates: readonly string[]): string[] {
  return predicates.length === 0 ? [] : [`WHERE ${predicates.join(" AND ")}`];
}

function totalClauses(level: LevelPlan, index: number, parent: string | undefined, variables: Variables): string[] {
  const scope = scopeOf(variables);
  const { clauses, predicates, repeats } = matchOf(level, parent, scope);
  const counted = repeats ? `count(DISTINCT ${scope.node})` : "count(*)";
  return [...clauses, ...whereClause(predicates), `RETURN ${counted} AS t${index}`];
}

function rowsClauses(
  level: LevelPlan,
  index: number,
  parent: string | undefined,
  variables: Variables,
  access: Access,
): string[] {
  const relation = relationOfLevel(level);
  const scope = scopeOf(variables);
  const match = matchOf(level, parent, scope);
  if (relation?.ties !== undefined) return tieClauses(level, index, relation.ties, match, scope);
  const hasEdge = relation !== undefined && relation.edgeFields.length > 0;
  const kept = hasEdge ? `${scope.node}, ${scope.edge}` : scope.node;
  const [clauses, predicates] = accessed(level, match, scope, parent === undefined ? access : "order");
  return [
    ...clauses,
    ...whereClause([...predicates, ...keysetPredicates(level, scope)]),
    `WITH ${match.repeats ? "DISTINCT " : ""}${kept} ORDER BY ${orderTerms(level, relation, scope)} LIMIT ${limitOf(level)}`,
    ...childCalls(level.node, scope.node, variables),
    `RETURN collect({${resultFields(level, relation, { ...scope, parent }, hasEdge).join(", ")}}) AS c${index}`,
  ];
}

/** Starts a scan from the days in `$days`, or says that the order has a bound, without which Neo4j sorts everything. */
function accessed(level: LevelPlan, { clauses, predicates, scans }: Match, { node }: Scope, access: Access) {
  const [column] = level.order;
  if (!scans || column === undefined || !("root" in level.from)) return [clauses, predicates] as const;
  if (access === "days") {
    const byDay = `UNWIND $days AS day MATCH (${node}:${level.from.root} {${column.property}: day})`;
    return [[...clauses.slice(0, -1), byDay], predicates] as const;
  }
  return [clauses, [...boundsOf(level.from.root, column.property, node), ...predicates]] as const;
}

/** What lets Neo4j take an order from its index: of a long list the one on the first column, of others the one with the key. */
function boundsOf(entity: EntityName, property: string, node: string): string[] {
  const known = `${node}.${property} IS NOT NULL`;
  return entityOf(entity).long ? [known] : [known, `${node}.key IS NOT NULL`];
}

function limitOf({ limit }: LevelPlan): string {
  return typeof limit === "number" ? String(limit) : `$${limit}`;
}

function termOf({ on, property }: OrderColumn, scope: Scope): string {
  return `${scope[on]}.${property}`;
}

function orderTerms(level: LevelPlan, relation: Relation | undefined, scope: Scope): string {
  const terms = level.order.map((column) => `${termOf(column, scope)}${column.descending ? " DESC" : ""}`);
  if (level.preferredName !== undefined) {
    terms.unshift(`CASE WHEN ${scope.node}.foldedName = $${level.preferredName} THEN 0 ELSE 1 END`);
  }
  if (relation !== undefined && relation.to.length > 1) terms.push(`labels(${scope.node})[0]`);
  return terms.join(", ");
}

/** What follows one place in the order and stands before another. */
function keysetPredicates({ order, after, before }: LevelPlan, scope: Scope): string[] {
  const beyondAfter = after === undefined ? [] : [beyond(order, after, scope)];
  return before === undefined ? beyondAfter : [...beyondAfter, beyond(opposite(order), before, scope)];
}

/** What follows a place in an order, in the form that has a bound on the first column. */
function beyond([column, ...rest]: readonly OrderColumn[], [name, ...names]: readonly string[], scope: Scope): string {
  if (column === undefined) throw new Error("an order has at least one column");
  const [term, place] = [termOf(column, scope), `$${name}`];
  const sign = column.descending ? "<" : ">";
  if (rest.length === 0) return `${term} ${sign} ${place}`;
  return `${term} ${sign}= ${place} AND (${term} ${sign} ${place} OR (${beyond(rest, names, scope)}))`;
}

/** The levels below a node that is bound. */
export function childCalls({ children }: NodePlan, node: string, variables: Variables): string[] {
  return children.flatMap((child, index) => callsOf(child, index, node, variables, "order"));
}

function projection(variable: string, properties: readonly string[]): string {
  return `${variable}{${properties.map((property) => `.${property}`).join(", ")}}`;
}

function resultFields(
  level: LevelPlan,
  relation: Relation | undefined,
  scope: Scope & { parent?: string },
  hasEdge: boolean,
): string[] {
  const entities = "root" in level.from ? [level.from.root] : (relation?.to ?? []);
  const [node = "", ...rest] = nodeFields(entities, level.node, scope.node);
  if (relation === undefined || !hasEdge) return [node, ...rest];
  return [node, `edge: ${edgeProjection(relation, scope)}`, ...rest];
}

/** What a row says of a node of one of these types, first its properties, and of what was read below it. */
export function nodeFields(entities: readonly EntityName[], { heavy, children }: NodePlan, node: string): string[] {
  const light = new Set(entities.flatMap((entity) => entityOf(entity).light));
  const label = entities.length > 1 ? [`label: labels(${node})[0]`] : [];
  const below = children.flatMap(resultsOf);
  return [
    `node: ${projection(node, [...light, ...[...heavy].sort()])}`,
    ...label,
    ...below.map((name) => `${name}: ${name}`),
  ];
}

function edgeProjection(
  { edgeFields, derived = {} }: Relation,
  { parent = "", edge, node }: Scope & { parent?: string },
) {
  const computed = Object.entries(derived).map(([name, cypher]) => {
    return `${name}: ${withVariables(cypher, { parent, edge, node })}`;
  });
  return `${edge}{${[...edgeFields.map((property) => `.${property}`), ...computed].join(", ")}}`;
}

const STANCE_COUNTS: Readonly<Record<string, string>> = {
  support: "stance = 'SUPPORT'",
  oppose: "stance = 'OPPOSE'",
  neutral: "stance = 'NEUTRAL'",
  unknown: "stance IS NULL",
};

/** Counts statements, each once, by the actor at their other end. */
function tieClauses(
  level: LevelPlan,
  index: number,
  ties: NonNullable<Relation["ties"]>,
  match: Match,
  scope: Scope,
): string[] {
  const other = { ...scope, node: scope.variables.next("n"), edge: scope.variables.next("e") };
  const stance = ties.stance === "edge" ? scope.edge : other.edge;
  const counts = Object.entries(STANCE_COUNTS).map(
    ([name, test]) => `sum(CASE WHEN ${test} THEN 1 ELSE 0 END) AS ${name}`,
  );
  const names = ["statements", ...Object.keys(STANCE_COUNTS)];
  const edge = `edge: {${names.map((name) => `${name}: ${name}`).join(", ")}}`;
  return [
    ...match.clauses,
    `MATCH ${withVariables(ties.match, { node: scope.node, tie: other.edge, other: other.node })}`,
    ...whereClause([...match.predicates, visibleEdge(other.edge)]),
    `WITH DISTINCT ${other.node}, ${scope.node}, ${stance}.stance AS stance`,
    `WITH ${other.node}, count(*) AS statements, ${counts.join(", ")}`,
    `ORDER BY statements DESC, ${other.node}.key LIMIT ${limitOf(level)}`,
    ...childCalls(level.node, other.node, scope.variables),
    `RETURN collect({${[...resultFields(level, relationOfLevel(level), other, false), edge].join(", ")}}) AS c${index}`,
  ];
}
