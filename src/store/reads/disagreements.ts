import { childCalls, nodeFields } from "./compile.js";
import type { EntityName } from "./entities.js";
import { KeyLists } from "./key-lists.js";
import { matchRelated, matchRoot } from "./match.js";
import type { Filter, NodePlan } from "./plan.js";
import { predicate, type Scope, Variables, visible, visibleEdge } from "./predicate.js";
import { relationOf } from "./relations.js";

const TARGETS = ["Actor", "Event", "Topic"] as const satisfies readonly EntityName[];
const STANCES = { supporting: "SUPPORT", opposing: "OPPOSE" } as const;

/** The statements of one side that are read of a disagreement: what of each, and the parameter that limits them. */
export interface SidePlan {
  side: keyof typeof STANCES;
  limit: string;
  node: NodePlan;
}

/** What is read of disagreements. */
export interface DisagreementsPlan {
  /** What statements must meet to count. */
  filters: readonly Filter[];
  /** What the targets must be and meet. */
  on?: { entity: (typeof TARGETS)[number]; filters: readonly Filter[] };
  /** Parameters: how many disagreements, and one more. */
  limit: string;
  sideLimit: string;
  target: NodePlan;
  supporter: NodePlan;
  opponent: NodePlan;
  sides: readonly SidePlan[];
}

/**
 * The statement that reads disagreements as `rows`: first those in which the weaker side says most. It counts once by
 * speaker, target and stance. Of each side of a target only as many actors can be among the first n pairs as the first n
 * and one more, for who is on both sides does not disagree with itself; so that no more pairs than that are looked at.
 */
export function compileDisagreements(plan: DisagreementsPlan): string {
  const variables = new Variables();
  const [target, speaker] = [variables.next("n"), variables.next("n")];
  return [
    ...countedClauses(plan, target, speaker, variables),
    `WITH ${target}, collect({key: ${speaker}.key, support: support, oppose: oppose}) AS sides, sum(support) AS supports, sum(oppose) AS opposes`,
    "WHERE supports > 0 AND opposes > 0",
    firstOf("supporters", "support", plan.sideLimit),
    firstOf("opponents", "oppose", plan.sideLimit),
    `UNWIND supporters AS one UNWIND opponents AS other WITH ${target}, one, other WHERE one.key <> other.key`,
    `WITH ${target}, one, other, ${leastOf("one.support", "other.oppose")} AS least, one.support + other.oppose AS both`,
    `ORDER BY least DESC, both DESC, labels(${target})[0], ${target}.key, one.key, other.key LIMIT $${plan.limit}`,
    ...pairClauses(plan, target, variables),
  ].join("\n");
}

/** One row for each target and speaker with a stance on it: in how many statements each. */
function countedClauses(
  { filters, on }: DisagreementsPlan,
  target: string,
  speaker: string,
  variables: Variables,
): string[] {
  const statement: Scope = { node: variables.next("n"), edge: variables.next("e"), variables };
  const made = variables.next("e");
  const { clauses, predicates } = on
    ? targetMatch(on, target, filters, statement)
    : statementMatch(filters, target, statement);
  const taken = `${statement.edge}.stance IN ['SUPPORT', 'OPPOSE']`;
  const counted = (stance: string) => `sum(CASE WHEN stance = '${stance}' THEN 1 ELSE 0 END)`;
  return [
    ...clauses,
    `WHERE ${[taken, ...predicates].join(" AND ")}`,
    `MATCH (${statement.node})<-[${made}:MADE]-(${speaker}:Actor) WHERE ${visibleEdge(made)}`,
    `WITH DISTINCT ${target}, ${speaker}, ${statement.node}, ${statement.edge}.stance AS stance`,
    `WITH ${target}, ${speaker}, ${counted("SUPPORT")} AS support, ${counted("OPPOSE")} AS oppose`,
  ];
}

function targetMatch(
  { entity, filters }: NonNullable<DisagreementsPlan["on"]>,
  target: string,
  ofStatements: readonly Filter[],
  statement: Scope,
) {
  const targets = matchRoot(entity, filters, { ...statement, node: target });
  const where = targets.predicates.length > 0 ? [`WHERE ${targets.predicates.join(" AND ")}`] : [];
  const { clauses, predicates } = matchRelated(
    target,
    relationOf(entity, "statementsAbout"),
    "Statement",
    ofStatements,
    statement,
  );
  return { clauses: [...targets.clauses, ...where, `WITH DISTINCT ${target}`, ...clauses], predicates };
}

function statementMatch(filters: readonly Filter[], target: string, statement: Scope) {
  const { clauses, predicates } = matchRoot("Statement", filters, statement);
  const where = predicates.length > 0 ? [`WHERE ${predicates.join(" AND ")}`] : [];
  const path = `MATCH (${statement.node})-[${statement.edge}:ABOUT]->(${target})`;
  return { clauses: [...clauses, ...where, path], predicates: [visibleEdge(statement.edge)] };
}

function firstOf(name: string, count: string, limit: string): string {
  return (
    `CALL (sides) { UNWIND sides AS side WITH side WHERE side.${count} > 0 ` +
    `WITH side ORDER BY side.${count} DESC, side.key LIMIT $${limit} RETURN collect(side) AS ${name} }`
  );
}

function leastOf(one: string, other: string): string {
  return `CASE WHEN ${one} < ${other} THEN ${one} ELSE ${other} END`;
}

/** What is read of each pair: the three nodes, and statements of both sides. */
function pairClauses(plan: DisagreementsPlan, target: string, variables: Variables): string[] {
  const [supporter, opponent] = [variables.next("n"), variables.next("n")];
  const kept = [target, supporter, opponent, "one", "other", "least", "both"];
  const fields = ["support: one.support", "oppose: other.oppose"];
  const clauses = [`MATCH (${supporter}:Actor {key: one.key}) MATCH (${opponent}:Actor {key: other.key})`];
  const ends = { target, supporter, opponent } as const;
  for (const [name, variable] of Object.entries(ends) as [keyof typeof ends, string][]) {
    const row = `{${nodeFields(name === "target" ? TARGETS : ["Actor"], plan[name], variable).join(", ")}} AS ${name}`;
    clauses.push(...childCalls(plan[name], variable, variables), `WITH ${[...kept, row].join(", ")}`);
    kept.push(name);
    fields.push(`${name}: ${name}`);
  }
  plan.sides.forEach((side, index) => {
    const speaker = side.side === "supporting" ? supporter : opponent;
    clauses.push(sideClause(side, `s${index}`, { speaker, target }, plan.filters, variables));
    fields.push(`s${index}: s${index}`);
  });
  const order = `ORDER BY least DESC, both DESC, target.label, target.node.key, one.key, other.key`;
  const packed = `{${fields.join(", ")}} AS row`;
  return [
    ...clauses,
    `WITH ${["target", "one", "other", "least", "both", packed].join(", ")} ${order}`,
    "RETURN collect(row) AS rows",
  ];
}

/** The latest statements of a speaker with a stance on a target. */
function sideClause(
  { side, limit, node: plan }: SidePlan,
  name: string,
  { speaker, target }: { speaker: string; target: string },
  filters: readonly Filter[],
  variables: Variables,
): string {
  const lists = new KeyLists();
  const statement: Scope = { node: variables.next("n"), edge: variables.next("e"), variables, lists };
  const made = variables.next("e");
  const { node, edge } = statement;
  const tests = [
    `${edge}.stance = '${STANCES[side]}'`,
    visibleEdge(made),
    visibleEdge(edge),
    visible(node),
    ...filters.map((filter) => predicate(filter, statement)),
  ];
  return [
    `CALL (${speaker}, ${target}) {`,
    ...lists.clauses,
    `MATCH (${speaker})-[${made}:MADE]->(${node}:Statement) MATCH (${node})-[${edge}:ABOUT]->(${target})`,
    `WHERE ${tests.join(" AND ")}`,
    `WITH DISTINCT ${node} ORDER BY ${node}.saidDay DESC, ${node}.key DESC LIMIT $${limit}`,
    ...childCalls(plan, node, variables),
    `RETURN collect({${nodeFields(["Statement"], plan, node).join(", ")}}) AS ${name}`,
    "}",
  ].join("\n");
}
