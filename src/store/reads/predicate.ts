import { entityOf } from "./entities.js";
import type { KeyLists } from "./key-lists.js";
import type { Filter } from "./plan.js";
import { pathOf, type Relation, relationOf } from "./relations.js";

/** Hands out the variables of a statement, numbered in the order of their appearance. */
export class Variables {
  #count = 0;

  next(letter: string): string {
    return `${letter}${this.#count++}`;
  }
}

/** The variables that a predicate speaks of. */
export interface Scope {
  node: string;
  edge: string;
  variables: Variables;
  /** Takes what a predicate wants looked up beforehand; matchRoot and matchRelated bring it. */
  lists?: KeyLists;
  /** True within a NOT, where a missing property must make a test false, not null. */
  negated?: boolean;
}

/** Variables of their own for what a relation leads to. */
export function nextScope({ variables, lists }: Scope): Scope {
  return { node: variables.next("n"), edge: variables.next("e"), variables, lists };
}

type Test<Name> = Extract<Filter, { test: Name }>;

/** What the caller must have a collection in common with, to see a node. */
export function visible(node: string): string {
  return `any(c IN ${node}.collections WHERE c IN $mine)`;
}

/** The same for an edge of a statement, which has collections of its own only where they are not those of the statement. */
export function visibleEdge(edge: string): string {
  return `(${edge}.collections IS NULL OR ${visible(edge)})`;
}

/** The Cypher predicate of a filter. Values stand in the parameters that the filter names. */
export function predicate(filter: Filter, scope: Scope): string {
  switch (filter.test) {
    case "property":
      return propertyPredicate(filter, scope);
    case "named":
    case "led to":
      return foundPredicate(filter, scope);
    case "exchange":
      throw new Error(`${filter.test} is where a read starts`);
    case "label":
      return `${scope.node}:${filter.label}`;
    case "some":
      return somePredicate(filter, scope);
    case "all":
      return joined(filter.filters, " AND ", "true", scope);
    case "any":
      return joined(filter.filters, " OR ", "false", scope);
    case "not":
      return `NOT (${joined(filter.filters, " AND ", "true", { ...scope, negated: true })})`;
  }
}

function joined(filters: readonly Filter[], word: string, ofNone: string, scope: Scope): string {
  if (filters.length === 0) return ofNone;
  return `(${filters.map((filter) => predicate(filter, scope)).join(word)})`;
}

function propertyPredicate(test: Test<"property">, scope: Scope): string {
  const value = `${test.on === "node" ? scope.node : scope.edge}.${test.property}`;
  const known = `${value} IS NOT NULL`;
  if (test.operator === "known") return known;
  const compared = test.ignoreCase
    ? `toLower(${value}) ${test.operator} toLower($${test.parameter})`
    : `${value} ${test.operator} $${test.parameter}`;
  return scope.negated ? `(${known} AND ${compared})` : compared;
}

/** The node is one of those that a name, or a key that may lead on, stands for. */
function foundPredicate(lookup: Test<"named" | "led to">, { node, lists, variables }: Scope): string {
  if (lists === undefined) throw new Error("nothing keeps what is looked up for this predicate");
  return `${node}.key IN ${lists.of(lookup, variables)}`;
}

function somePredicate(test: Test<"some">, scope: Scope): string {
  const { node } = scope;
  const relation = relationOf(test.entity, test.relation);
  const end = nextScope(scope);
  const path = pathOf(relation, node, end.edge, endOf(relation, end.node, test));
  const tests = [...rightsOf(relation, end, test), ...test.filters.map((filter) => predicate(filter, end))];
  return tests.length === 0 ? `EXISTS { MATCH ${path} }` : `EXISTS { MATCH ${path} WHERE ${tests.join(" AND ")} }`;
}

/** The variable at the end of a path, with the label that the test asks for where the path leaves it open. */
export function endOf(relation: Relation, variable: string, { to }: Test<"some">): string {
  return relation.to.length > 1 && to !== undefined ? `${variable}:${to}` : variable;
}

/** What the caller must be allowed to see of an edge and the node at its end; whoever asks sees to the statement itself. */
export function rightsOf(relation: Relation, { node, edge }: Scope, { to }: { to?: Test<"some">["to"] }): string[] {
  const ofNode = to !== undefined && entityOf(to).guarded ? [visible(node)] : [];
  return relation.guarded ? [visibleEdge(edge), ...ofNode] : ofNode;
}
