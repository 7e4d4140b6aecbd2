import { Conflict } from "../errors.js";
import type { CypherEngine, Dialect, SchemaElement } from "./engine.js";
import { CONTENT_LABELS, HISTORY_LABELS, INDEXES, SCHEMA_VERSION } from "./graph-schema.js";
import { createLedger, readLedger } from "./ledger.js";

const LABELS = [...CONTENT_LABELS, ...HISTORY_LABELS];

export interface SetupOptions {
  /** True to open a store that lacks constraints or indexes, in order to repair it. */
  repairing?: boolean;
}

/**
 * Makes an empty database a store, and refuses one that is none, or of another version, or lacks an index: Conflict says
 * what to do. Two processes may do it at once: every step can be repeated, and the ledger, which says that all is done, comes last.
 */
export async function setUpSchema(engine: CypherEngine, options: SetupOptions = {}): Promise<void> {
  // Asked before the ledger is: whoever writes content finds a ledger or makes one, so content without one is not ours.
  const filled = await holdsContent(engine);
  const ledger = await readLedger(engine);
  if (ledger === undefined && filled) {
    throw new Conflict("The database holds data but no ledger of Dixit; give the store an empty database");
  }
  if (ledger === undefined) {
    await createMissing(engine);
    await createLedger(engine);
  } else if (ledger.schemaVersion !== SCHEMA_VERSION) {
    throw new Conflict(
      `The store has schema version ${ledger.schemaVersion}, this program knows ${SCHEMA_VERSION}; ` +
        "use the version of Dixit that wrote it, or import again into a new store",
    );
  } else if (!options.repairing) {
    refuseMissing(await findMissing(engine));
  }
}

/** Constraints and indexes that ought to stand and do not, constraints first. */
export async function findMissing(engine: CypherEngine): Promise<SchemaElement[]> {
  const standing = new Set((await engine.schema()).map(nameOf));
  return expectedSchema(engine.dialect).filter((element) => !standing.has(nameOf(element)));
}

/** Creates what `findMissing` finds, and says what that was; Conflict when the content itself is in the way. */
export async function createMissing(engine: CypherEngine): Promise<string[]> {
  const missing = await findMissing(engine);
  await engine.define(missing.map(createStatement));
  return missing.map(describe);
}

/** A constraint or index in words, such as "index of Actor(foldedName, key)". */
export function describe({ kind, label, properties }: SchemaElement): string {
  return `${kind} of ${label}(${properties.join(", ")})`;
}

/** What ought to stand: constraints first, because Neo4j makes no constraint over an index of the same property. */
export function expectedSchema(dialect: Dialect): SchemaElement[] {
  const keys = LABELS.map((label): SchemaElement => ({ kind: "constraint", label, properties: ["key"] }));
  const keyIndexes = dialect.constraintsAreIndexes ? [] : keys.map((key): SchemaElement => ({ ...key, kind: "index" }));
  const serving = [
    "equality",
    ...(dialect.rangeIndexes ? ["order"] : []),
    ...(dialect.keepsIndexes ? ["arrivals"] : []),
  ];
  return [...keys, ...keyIndexes, ...indexesServing(serving)];
}

/** The indexes that serve something. */
export function indexesServing(serving: readonly string[]): SchemaElement[] {
  return INDEXES.filter(({ serves }) => serving.includes(serves)).map(({ label, properties }) => ({
    kind: "index",
    label,
    properties,
  }));
}

/** The statement that makes an element, where it does not stand yet. */
export function createStatement(element: SchemaElement): string {
  const { label, properties } = element;
  const list = properties.map((property) => `n.${property}`).join(", ");
  return element.kind === "constraint"
    ? `CREATE CONSTRAINT ${nameOf(element)} IF NOT EXISTS FOR (n:${label}) REQUIRE ${list} IS UNIQUE`
    : `CREATE INDEX ${nameOf(element)} IF NOT EXISTS FOR (n:${label}) ON (${list})`;
}

/** The name of an element in the database. */
export function nameOf({ kind, label, properties }: SchemaElement): string {
  return [kind, label, ...properties].join("_");
}

function refuseMissing(missing: readonly SchemaElement[]): void {
  if (missing.length === 0) return;
  throw new Conflict(
    `The store lacks ${missing.map(describe).join(", ")}; without it reads and imports would crawl. ` +
      "Run `dixit doctor --repair` on it",
  );
}

async function holdsContent(engine: CypherEngine): Promise<boolean> {
  return (await engine.read("MATCH (n) WHERE NOT n:Ledger RETURN 1 AS one LIMIT 1")).length > 0;
}
