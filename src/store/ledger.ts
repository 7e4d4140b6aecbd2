import { Conflict } from "../errors.js";
import { addDigest, EMPTY_DIGEST, formatDigest, parseDigest } from "./digest.js";
import type { CypherEngine, Row, Transaction } from "./engine.js";
import { SCHEMA_VERSION } from "./graph-schema.js";

const KEY = "ledger";

/** What the graph says of itself: the version of its schema, the number of its last batch, the digest of its content. */
export interface Ledger {
  schemaVersion: number;
  batch: number;
  /** 32 hexadecimal digits. */
  digest: string;
}

/** The ledger of a store; undefined where there is none. */
export async function readLedger(engine: CypherEngine): Promise<Ledger | undefined> {
  const [row] = await engine.read(
    "MATCH (l:Ledger {key: $key}) RETURN l.schemaVersion AS schemaVersion, l.batch AS batch, l.digest AS digest",
    { key: KEY },
  );
  return row && parseLedger(row);
}

/** Makes the ledger of a new store, once, however many processes try. */
export async function createLedger(engine: CypherEngine): Promise<void> {
  const first = { schemaVersion: SCHEMA_VERSION, batch: 0, digest: formatDigest(EMPTY_DIGEST) };
  await engine.write((transaction) =>
    transaction.run("MERGE (l:Ledger {key: $key}) ON CREATE SET l += $first", { key: KEY, first }),
  );
}

/**
 * Counts one batch more, as the first statement of its transaction, and gives the ledger with the new number and the digest
 * before the batch. On Neo4j it takes the ledger's lock, so that batches of concurrent importers come one after the other.
 */
export async function advanceLedger(transaction: Transaction): Promise<Ledger> {
  const [row] = await transaction.run(
    "MATCH (l:Ledger {key: $key}) SET l.batch = l.batch + 1 " +
      "RETURN l.schemaVersion AS schemaVersion, l.batch AS batch, l.digest AS digest",
    { key: KEY },
  );
  if (row === undefined) throw new Conflict("The store has lost its ledger; import again into a new store");
  return parseLedger(row);
}

/** Writes the digest after a change, as the last statement of a batch, and gives the ledger as it then is. */
export async function sealLedger(transaction: Transaction, ledger: Ledger, digestChange: bigint): Promise<Ledger> {
  const digest = formatDigest(addDigest(parseDigest(ledger.digest), digestChange));
  await transaction.run("MATCH (l:Ledger {key: $key}) SET l.digest = $digest", { key: KEY, digest });
  return { ...ledger, digest };
}

function parseLedger(row: Row): Ledger {
  return { schemaVersion: Number(row.schemaVersion), batch: Number(row.batch), digest: String(row.digest) };
}
