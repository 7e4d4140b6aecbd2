import type { NodeReference, Properties } from "../contribution.js";
import type { Transaction } from "../engine.js";
import type { ContentLabel } from "../graph-schema.js";
import type { HeldRelation } from "./entry.js";
import { type BroughtType, OWNED_TYPES, type OwnerLabel, ruleOf } from "./relation-rules.js";
import type { Slice } from "./slice.js";

/** Keys in one reading statement, so that the rows of one answer stay few. */
const KEYS_AT_ONCE = 2000;

/** Reads the nodes of a label that are stored into the slice. */
export async function readNodes(
  tx: Transaction,
  slice: Slice,
  label: ContentLabel,
  keys: readonly string[],
): Promise<void> {
  for (const node of await nodesByKeys(tx, label, keys)) slice.nodes.set(`${label}\t${node.key}`, node);
}

/** The stored nodes of a label that have one of these keys. */
export async function nodesByKeys(
  tx: Transaction,
  label: ContentLabel,
  keys: readonly string[],
): Promise<Properties[]> {
  const rows = await inChunks(keys, (chunk) =>
    tx.run(`UNWIND $keys AS key MATCH (n:${label} {key: key}) RETURN n{.*} AS node`, { keys: chunk }),
  );
  return rows.map((row) => row.node as Properties);
}

/** Reads all that stored nodes of a label own into the slice. */
export async function readOwned(
  tx: Transaction,
  slice: Slice,
  label: OwnerLabel,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  const held = new Map<string, HeldRelation[]>(keys.map((key) => [key, []]));
  for (const type of OWNED_TYPES[label]) {
    for (const { key, relation } of await relationsAt(tx, type, label, keys)) held.get(key)?.push(relation);
  }
  for (const [key, relations] of held) slice.hold(label, key, relations);
}

/** The relations of a type at the owners of a label. */
export async function relationsAt(
  tx: Transaction,
  type: BroughtType,
  label: OwnerLabel,
  keys: readonly string[],
): Promise<{ key: string; relation: HeldRelation }[]> {
  const outgoing = ruleOf(type).owner === "from";
  const pattern = outgoing ? `(o)-[r:${type}]->(x)` : `(o)<-[r:${type}]-(x)`;
  const statement = `UNWIND $keys AS key MATCH (o:${label} {key: key}) MATCH ${pattern} RETURN key, x.key AS other, labels(x) AS labels, r{.*} AS properties`;
  const rows = await inChunks(keys, (chunk) => tx.run(statement, { keys: chunk }));
  return rows.map((row) => {
    const owner: NodeReference = { label, key: row.key as string };
    const other: NodeReference = { label: (row.labels as ContentLabel[])[0] as ContentLabel, key: row.other as string };
    const properties = row.properties as Properties;
    const relation = outgoing
      ? { type, from: owner, to: other, properties }
      : { type, from: other, to: owner, properties };
    return { key: owner.key, relation };
  });
}

/** Runs a reading statement on some keys at a time. */
export async function inChunks<Item, Row>(
  items: readonly Item[],
  run: (chunk: Item[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < items.length; start += KEYS_AT_ONCE) {
    for (const row of await run(items.slice(start, start + KEYS_AT_ONCE))) rows.push(row);
  }
  return rows;
}
