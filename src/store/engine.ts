/** A value that Cypher takes as a parameter or gives back; whole numbers stay whole on every engine. */
export type CypherValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly CypherValue[]
  | { readonly [name: string]: CypherValue };
export type Parameters = Readonly<Record<string, CypherValue>>;
export type Row = Readonly<Record<string, CypherValue>>;

export interface ReadOptions {
  /** Milliseconds after which the read is given up with Unavailable, where the engine can. */
  timeoutMs?: number;
}

/** Statements inside one transaction. */
export interface Transaction {
  run(statement: string, parameters?: Parameters): Promise<Row[]>;
}

/** The few things in which engines differ, as data. */
export interface Dialect {
  name: "neo4j" | "grafeo";
  /** False where only equality on one property uses an index, so that pages of days replace ranges. */
  rangeIndexes: boolean;
  /** False where all indexes are built again each time the database is opened. */
  keepsIndexes: boolean;
  /** True where a uniqueness constraint is an index too. */
  constraintsAreIndexes: boolean;
  /** True where a running statement can be stopped. */
  timeouts: boolean;
}

/** A constraint (uniqueness) or an index, as it stands in a database. */
export interface SchemaElement {
  kind: "constraint" | "index";
  label: string;
  properties: readonly string[];
}

/** A graph database that understands portable Cypher. */
export interface CypherEngine {
  readonly dialect: Dialect;
  /** Runs one reading statement; retried once on a transient failure. */
  read(statement: string, parameters?: Parameters, options?: ReadOptions): Promise<Row[]>;
  /** Runs `work` in one transaction, again from the start on a transient conflict: all of it is stored, durably, or nothing is. */
  write<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Runs schema statements, each on its own, outside any transaction with data, and waits until their indexes serve. */
  define(statements: readonly string[]): Promise<void>;
  /** The constraints and indexes that stand and serve. */
  schema(): Promise<SchemaElement[]>;
  /** Resolves when the engine answers; Unavailable otherwise. */
  verify(): Promise<void>;
  /** Waits for the writes under way, then lets go of everything; calling it again does nothing. */
  close(): Promise<void>;
}
