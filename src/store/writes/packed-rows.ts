import type { Properties } from "../contribution.js";
import type { CypherValue } from "../engine.js";

/** Rows as lists of values, of which a statement takes each by its place. */
export interface PackedRows {
  /** The properties of a node or relation in Cypher: `{key: row[0], text: row[1]}`. */
  map: string;
  rows: CypherValue[][];
}

/** A name that may stand in a statement; all names are the program's own, and this makes sure of it. */
const NAME = /^[A-Za-z]+$/;

/**
 * Packs properties behind some leading values, in the order of their names; null is absence. The names stand once in the
 * statement instead of in every row, which saves two thirds of what it costs to hand rows to an engine.
 */
export function packRows(all: readonly { leading: readonly string[]; properties: Properties }[]): PackedRows {
  const names = namesIn(all.map(({ properties }) => properties));
  const offset = all[0]?.leading.length ?? 0;
  const places = names.map((name, i) => `${name}: row[${offset + i}]`);
  const rows = all.map(({ leading, properties }) => {
    const row: CypherValue[] = [...leading];
    for (const name of names) row.push(properties[name] ?? null);
    return row;
  });
  return { map: `{${places.join(", ")}}`, rows };
}

function namesIn(all: readonly Properties[]): string[] {
  const names = new Set<string>();
  for (const properties of all) for (const name in properties) names.add(name);
  const sorted = [...names].sort();
  const strange = sorted.find((name) => !NAME.test(name));
  if (strange !== undefined) throw new TypeError(`${JSON.stringify(strange)} is no name of a property`);
  return sorted;
}
