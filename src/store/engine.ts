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
  /** False where only equality uses an index, so that pages of days replace ranges. */
  rangeIndexes: boolean;
  /** True where a running statement can be stopped. */
  timeouts: boolean;
}

/** A graph database that understands portable Cypher. */
export interface CypherEngine {
  readonly dialect: Dialect;
  /** Runs one reading statement; retried once on a transient failure. */
  read(statement: string, parameters?: Parameters, options?: ReadOptions): Promise<Row[]>;
  /** Runs `work` in one transaction, again from the start on a transient conflict: all of it is stored, durably, or nothing is. */
  write<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Runs schema statements, each on its own, outside any transaction with data. */
  define(statements: readonly string[]): Promise<void>;
  /** Resolves when the engine answers; Unavailable otherwise. */
  verify(): Promise<void>;
  close(): Promise<void>;
}
