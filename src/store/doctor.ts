import type { Properties } from "./contribution.js";
import { addDigest, EMPTY_DIGEST, formatDigest, nodeHash, relationHash } from "./digest.js";
import type { CypherEngine, Row } from "./engine.js";
import {
  CONTENT_LABELS,
  type ContentLabel,
  HISTORY_LABELS,
  RELATION_TYPES,
  type RelationType,
} from "./graph-schema.js";
import type { GraphStore } from "./graph-store.js";
import type { Ledger } from "./ledger.js";
import { createMissing, describe, findMissing } from "./schema-setup.js";

/** Rows of one statement: beyond 20,000 they stall the process for long. */
const ROWS_PER_STATEMENT = 20_000;
/** Nodes read at once with all their properties: a document brings its text. */
const NODES_PER_STATEMENT = 1_000;

/** Milliseconds of a statement that looks at every node. */
const SCAN_TIMEOUT_MS = 600_000;

/** The end of each relation that has few of its type, from which it is read; a busy actor has made any number of statements. */
const FEWER_AT_TARGET: ReadonlySet<RelationType> = new Set(["MADE", "NAMED_IN"]);

/** What a store holds. */
export interface Examination {
  /** Nodes of each content label, and relations of each type. */
  counts: Record<string, number>;
  /** 32 hexadecimal digits, computed from the content: equal for equal content, on every engine. */
  digest: string;
  ledger: Ledger;
  /** True when the content is what the ledger says was written. */
  agrees: boolean;
  /** What is wrong, each with what to do; empty for a sound store. */
  problems: string[];
}

/** Reads the whole content of a store, a bounded piece at a time, and compares it with what the store says of itself. */
export async function examine(store: GraphStore): Promise<Examination> {
  const ledger = await store.ledger();
  const tally = new Tally();
  for (const label of CONTENT_LABELS) await readLabel(store.engine, label, tally);
  const digest = formatDigest(tally.digest);
  const agrees = digest === ledger.digest;
  const problems = [...(await findStrangers(store.engine, tally)), ...(await findMissingIn(store.engine))];
  if (!agrees) {
    problems.unshift(
      `The content has digest ${digest}, but ${ledger.digest} was written with batch ${ledger.batch}: it was changed by ` +
        "another program, or lost; restore a copy, or import again into a new store",
    );
  }
  return { counts: tally.counts, digest, ledger, agrees, problems };
}

/** Creates the constraints and indexes that a store lacks, and names them; open the store with `{repairing: true}`. */
export async function repair(store: GraphStore): Promise<string[]> {
  return createMissing(store.engine);
}

class Tally {
  readonly counts: Record<string, number> = Object.fromEntries(
    [...CONTENT_LABELS, ...Object.keys(RELATION_TYPES)].map((name) => [name, 0]),
  );
  digest = EMPTY_DIGEST;

  add(name: string, hash: bigint): void {
    this.counts[name] = (this.counts[name] ?? 0) + 1;
    this.digest = addDigest(this.digest, hash);
  }
}

async function readLabel(engine: CypherEngine, label: ContentLabel, tally: Tally): Promise<void> {
  for await (const keys of keysOf(engine, label)) {
    for (const some of chunks(keys, NODES_PER_STATEMENT)) {
      await readNodes(engine, label, some, tally);
      for (const type of typesReadFrom(label)) await readRelations(engine, label, type, some, tally);
    }
  }
}

/** All keys of a label in order. An engine without ordered indexes looks at every node for each page, so pages are large. */
async function* keysOf(engine: CypherEngine, label: ContentLabel): AsyncGenerator<string[]> {
  const statement = `MATCH (n:${label}) WHERE n.key > $after WITH n.key AS key ORDER BY key LIMIT $limit RETURN key`;
  let after = "";
  while (true) {
    const rows = await engine.read(statement, { after, limit: ROWS_PER_STATEMENT });
    const keys = rows.map(({ key }) => String(key));
    if (keys.length > 0) yield keys;
    if (keys.length < ROWS_PER_STATEMENT) return;
    after = keys.at(-1) ?? after;
  }
}

async function readNodes(engine: CypherEngine, label: ContentLabel, keys: string[], tally: Tally): Promise<void> {
  const statement = `UNWIND $keys AS key MATCH (n:${label} {key: key}) RETURN key, n{.*} AS properties`;
  for (const { key, properties } of await engine.read(statement, { keys })) {
    tally.add(label, nodeHash(label, String(key), properties as Properties));
  }
}

async function readRelations(
  engine: CypherEngine,
  label: ContentLabel,
  type: RelationType,
  keys: string[],
  tally: Tally,
): Promise<void> {
  const [arrow, from, to] = FEWER_AT_TARGET.has(type)
    ? [`<-[r:${type}]-`, "other.key", "key"]
    : [`-[r:${type}]->`, "key", "other.key"];
  const counts = `UNWIND $keys AS key MATCH (n:${label} {key: key})${arrow}() RETURN key, count(r) AS count`;
  const reading = `UNWIND $keys AS key MATCH (n:${label} {key: key})${arrow}(other) RETURN ${from} AS from, ${to} AS to, r{.*} AS properties`;
  for (const some of packs(await engine.read(counts, { keys }))) {
    for (const row of await engine.read(reading, { keys: some })) tally.add(type, hashOfRelation(type, row));
  }
}

function hashOfRelation(type: RelationType, row: Row): bigint {
  const properties = row.properties as Properties;
  const at = type === "REPORTED_IN" ? Number(properties.at) : undefined;
  return relationHash(type, String(row.from), String(row.to), at, properties);
}

function typesReadFrom(label: ContentLabel): RelationType[] {
  const types = Object.keys(RELATION_TYPES) as RelationType[];
  return types.filter((type) => {
    const { from, to } = RELATION_TYPES[type];
    return (FEWER_AT_TARGET.has(type) ? to : from).some((end) => end === label);
  });
}

/** Keys in groups that have no more relations together than one statement may give; alone, a key may have more. */
function* packs(counts: readonly Row[]): Generator<string[]> {
  let pack: string[] = [];
  let size = 0;
  for (const { key, count } of counts) {
    if (pack.length > 0 && size + Number(count) > ROWS_PER_STATEMENT) {
      yield pack;
      pack = [];
      size = 0;
    }
    pack.push(String(key));
    size += Number(count);
  }
  if (pack.length > 0) yield pack;
}

function* chunks<Item>(list: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

/** Nodes and relations that stand in the graph but are none of ours, or hang on the wrong node. */
async function findStrangers(engine: CypherEngine, tally: Tally): Promise<string[]> {
  const problems: string[] = [];
  const known = [...CONTENT_LABELS, ...HISTORY_LABELS].map((label) => `n:${label}`).join(" OR ");
  const options = { timeoutMs: SCAN_TIMEOUT_MS };
  const [nodes] = await engine.read(`MATCH (n) WHERE NOT (${known}) RETURN count(n) AS count`, {}, options);
  if (nodes?.count !== 0) problems.push(`${nodes?.count} nodes have no label of Dixit; remove them`);
  for (const type of Object.keys(RELATION_TYPES)) {
    const [row] = await engine.read(`MATCH ()-[r:${type}]->() RETURN count(r) AS count`);
    const strange = Number(row?.count) - (tally.counts[type] ?? 0);
    if (strange > 0) problems.push(`${strange} relations ${type} do not start or end where they should; remove them`);
  }
  return problems;
}

async function findMissingIn(engine: CypherEngine): Promise<string[]> {
  return (await findMissing(engine)).map(
    (element) => `The ${describe(element)} is missing; run \`dixit doctor --repair\``,
  );
}
