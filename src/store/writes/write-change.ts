import type { Properties } from "../contribution.js";
import type { Parameters, Transaction } from "../engine.js";
import type { Change, RelationPattern } from "./change.js";
import { packRows } from "./packed-rows.js";

/** Rows in one writing statement: large enough that the cost of a statement does not show, small enough for a message. */
const ROWS_AT_ONCE = 2000;

/** Writes what a batch changes: nodes before the relations that end in them, relations away before their nodes. */
export async function writeChange(tx: Transaction, change: Change): Promise<void> {
  for (const [label, rows] of change.createdNodes) await createNodes(tx, label, rows);
  for (const [label, rows] of change.setNodes) {
    await inBatches(tx, `UNWIND $rows AS row MATCH (n:${label} {key: row.key}) SET n = row`, rows);
  }
  for (const pattern of change.deletedRelations.values()) await deleteRelations(tx, pattern);
  for (const pattern of change.createdRelations.values()) await createRelations(tx, pattern);
  for (const pattern of change.setRelations.values()) await setRelations(tx, pattern);
  for (const [label, keys] of change.deletedNodes) {
    await inBatches(tx, `UNWIND $rows AS key MATCH (n:${label} {key: key}) DETACH DELETE n`, keys);
  }
}

async function createNodes(tx: Transaction, label: string, nodes: readonly Properties[]): Promise<void> {
  for (const chunk of chunksOf(nodes)) {
    const { map, rows } = packRows(chunk.map((properties) => ({ leading: [], properties })));
    await tx.run(`UNWIND $rows AS row CREATE (n:${label} ${map})`, { rows });
  }
}

async function createRelations(tx: Transaction, { type, from, to, rows: relations }: RelationPattern): Promise<void> {
  const ends = `MATCH (a:${from} {key: row[0]}) MATCH (b:${to} {key: row[1]})`;
  for (const chunk of chunksOf(relations)) {
    const { map, rows } = packRows(chunk.map(({ from, to, properties }) => ({ leading: [from, to], properties })));
    await tx.run(`UNWIND $rows AS row ${ends} CREATE (a)-[:${type} ${map}]->(b)`, { rows });
  }
}

async function setRelations(tx: Transaction, pattern: RelationPattern): Promise<void> {
  await inBatches(tx, `UNWIND $rows AS row ${matchOne(pattern)} SET r = row.properties`, pattern.rows);
}

async function deleteRelations(tx: Transaction, pattern: RelationPattern): Promise<void> {
  await inBatches(tx, `UNWIND $rows AS row ${matchOne(pattern)} DELETE r`, pattern.rows);
}

/** Starts at the end with fewer relations, so that a busy actor is not searched through. */
function matchOne({ type, from, to }: RelationPattern): string {
  const place = type === "REPORTED_IN" ? " AND r.at = row.properties.at" : "";
  if (from !== "Statement" && (to === "Statement" || to === "Document" || type === "INVOLVED_IN")) {
    return `MATCH (b:${to} {key: row.to}) MATCH (a:${from})-[r:${type}]->(b) WHERE a.key = row.from${place}`;
  }
  return `MATCH (a:${from} {key: row.from}) MATCH (a)-[r:${type}]->(b:${to}) WHERE b.key = row.to${place}`;
}

type Rows = readonly (Properties | string | RelationPattern["rows"][number])[];

async function inBatches(tx: Transaction, statement: string, rows: Rows): Promise<void> {
  for (const chunk of chunksOf<Rows[number]>(rows)) await tx.run(statement, { rows: chunk } as unknown as Parameters);
}

function* chunksOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += ROWS_AT_ONCE) yield items.slice(start, start + ROWS_AT_ONCE);
}
