import type { Contribution, NodeContribution, NodeReference } from "../contribution.js";
import type { Transaction } from "../engine.js";
import type { ContentLabel } from "../graph-schema.js";
import { inChunks, readNodes, readOwned } from "./read-slice.js";
import { OWNER_LABELS, type OwnerLabel } from "./relation-rules.js";
import { Slice } from "./slice.js";

/** What a write is about, beside contributions: owners to be seen anew after a judgement, documents to be taken away. */
export interface Touched {
  contributions: readonly Contribution[];
  seenAnew: readonly NodeReference[];
  removed: readonly string[];
  /** Actors that a new judgement speaks of. */
  judged: readonly NodeContribution[];
}

/** Nothing at all, to be filled in. */
export const NOTHING_TOUCHED: Touched = { contributions: [], seenAnew: [], removed: [], judged: [] };

/** Keys by label. */
class Keys {
  readonly #keys = new Map<ContentLabel, Set<string>>();

  add({ label, key }: NodeReference): void {
    const keys = this.#keys.get(label);
    if (keys) keys.add(key);
    else this.#keys.set(label, new Set([key]));
  }

  of(label: ContentLabel): string[] {
    return [...(this.#keys.get(label) ?? [])];
  }
}

/**
 * Reads the part of the graph that a write touches: the owners of relations that are stored, each with all it owns. Relations
 * of new owners are not looked for. Named nodes are read later, when it is known which are concerned.
 */
export async function readTouched(tx: Transaction, touched: Touched): Promise<Slice> {
  const slice = new Slice();
  const owners = touchedOwners(touched);
  await readDocuments(tx, slice, touched, owners);
  for (const key of await reportedStatements(tx, replacedDocuments(touched))) owners.add({ label: "Statement", key });
  await readNodes(tx, slice, "Statement", owners.of("Statement"));
  for (const label of ["Actor", "Event", "Topic"] as const) await readNodes(tx, slice, label, owners.of(label));
  for (const label of OWNER_LABELS) await readOwned(tx, slice, label, storedOwners(slice, owners, label));
  return slice;
}

function touchedOwners({ contributions, seenAnew, removed }: Touched): Keys {
  const owners = new Keys();
  for (const node of seenAnew) owners.add(node);
  for (const key of removed) owners.add({ label: "Document", key });
  for (const { kind, nodes } of contributions) {
    for (const node of nodes) {
      if (node.label === "Statement" || node.label === "Document") owners.add(node);
      else if (kind === "records" && node.properties) owners.add(node);
    }
  }
  return owners;
}

/** Documents can be heavy: those that are only spoken of are looked up, those that say something of themselves are read. */
async function readDocuments(tx: Transaction, slice: Slice, touched: Touched, owners: Keys): Promise<void> {
  const spoken = new Set(touched.removed);
  for (const { nodes } of touched.contributions) {
    for (const node of nodes) if (node.label === "Document" && node.properties) spoken.add(node.key);
  }
  await readNodes(tx, slice, "Document", [...spoken]);
  const mentioned = owners.of("Document").filter((key) => !spoken.has(key));
  const statement = "UNWIND $keys AS key MATCH (d:Document {key: key}) RETURN key";
  const rows = await inChunks(mentioned, (chunk) => tx.run(statement, { keys: chunk }));
  for (const row of rows) slice.nodes.set(`Document\t${row.key}`, { key: row.key as string });
}

function replacedDocuments({ contributions, removed }: Touched): string[] {
  const replacing = contributions.filter(({ kind, replaces }) => kind === "document" && replaces);
  return [...new Set([...removed, ...replacing.map(({ source }) => source)])];
}

async function reportedStatements(tx: Transaction, documents: readonly string[]): Promise<string[]> {
  const statement =
    "UNWIND $keys AS key MATCH (d:Document {key: key}) MATCH (s:Statement)-[:REPORTED_IN]->(d) RETURN s.key AS statement";
  const rows = await inChunks(documents, (chunk) => tx.run(statement, { keys: chunk }));
  return rows.map((row) => row.statement as string);
}

function storedOwners(slice: Slice, owners: Keys, label: OwnerLabel): string[] {
  return owners.of(label).filter((key) => slice.node(label, key) !== undefined);
}
