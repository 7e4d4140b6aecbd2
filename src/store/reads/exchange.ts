import type { ActorStart } from "./plan.js";
import { type Scope, type Variables, visibleEdge } from "./predicate.js";

/** Clauses that bind the statements that two actors made about each other, some of them twice, and who may see that. */
export function exchangeOf(between: readonly [ActorStart, ActorStart], { node, variables }: Scope) {
  const [one, other] = [variables.next("x"), variables.next("x")];
  const [pair, speaker, target] = [variables.next("x"), variables.next("n"), variables.next("n")];
  const [made, about] = [variables.next("e"), variables.next("e")];
  const clauses = [
    keyClause(between[0], one, variables),
    keyClause(between[1], other, variables),
    `UNWIND [{from: ${one}, to: ${other}}, {from: ${other}, to: ${one}}] AS ${pair}`,
    `MATCH (${speaker}:Actor {key: ${pair}.from}) MATCH (${target}:Actor {key: ${pair}.to})`,
    `MATCH (${speaker})-[${made}:MADE]->(${node}:Statement)-[${about}:ABOUT]->(${target})`,
  ];
  return { clauses, rights: [visibleEdge(made), visibleEdge(about)] };
}

/** Binds the key of an actor; no row where there is none. */
function keyClause({ by, parameter }: ActorStart, key: string, variables: Variables): string {
  const actor = variables.next("n");
  if (by === "key") {
    const led = `coalesce(${actor}.mergedInto, ${actor}.key) AS ${key}`;
    return `CALL () { MATCH (${actor}:Actor {key: $${parameter}}) RETURN ${led} }`;
  }
  const best = `CASE WHEN ${actor}.foldedName = $${parameter} THEN 0 ELSE 1 END, ${actor}.key`;
  return (
    `CALL () { MATCH (:Name {key: $${parameter}})-[:NAMES]->(${actor}:Actor) ` +
    `WITH ${actor} ORDER BY ${best} LIMIT 1 RETURN ${actor}.key AS ${key} }`
  );
}
