import type { EntityName } from "./entities.js";
import type { Variables } from "./predicate.js";

/** What a name or a key that may lead on stands for, as data of a filter. */
export interface Lookup {
  test: "named" | "led to";
  entity: EntityName;
  operator: "=" | "IN";
  parameter: string;
}

/**
 * The keys that names and merged keys lead to, looked up once before anything is matched, so that a predicate only compares
 * keys: looked up for each node, a list of names takes Grafeo 4 ms each time.
 */
export class KeyLists {
  /** Each binds one of `names`. */
  readonly clauses: string[] = [];
  readonly names: string[] = [];

  /** The variable that holds the keys of a lookup. */
  of(lookup: Lookup, variables: Variables): string {
    const [name, node] = [variables.next("k"), variables.next("n")];
    this.clauses.push(
      `CALL () { ${foundBy(lookup, node, variables)} RETURN collect(${keyOf(lookup, node)}) AS ${name} }`,
    );
    this.names.push(name);
    return name;
  }
}

function keyOf({ test }: Lookup, node: string): string {
  return test === "named" ? `${node}.key` : `coalesce(${node}.mergedInto, ${node}.key)`;
}

/** Finds by an index the nodes that have a name, or a key. */
export function foundBy({ test, entity, operator, parameter }: Lookup, node: string, variables: Variables): string {
  const value = operator === "IN" ? variables.next("x") : `$${parameter}`;
  const each = operator === "IN" ? `UNWIND $${parameter} AS ${value} ` : "";
  if (test === "named") return `${each}MATCH (:Name {key: ${value}})-[:NAMES]->(${node}:${entity})`;
  return `${each}MATCH (${node}:${entity} {key: ${value}})`;
}
