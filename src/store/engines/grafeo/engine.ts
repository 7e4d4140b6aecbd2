import { stat } from "node:fs/promises";
import grafeo, { type GrafeoDB } from "@grafeo-db/js";
import { Unavailable } from "../../../errors.js";
import type { CypherEngine, Parameters, Row, SchemaElement, Transaction } from "../../engine.js";
import { Queue } from "../../queue.js";
import { GRAFEO } from "./dialect.js";
import { isTransient, openFailure, persistFailure, translate } from "./errors.js";
import { keepFreedMemory } from "./memory.js";
import { parseConstraint, parseIndex, SHOW_CONSTRAINTS, SHOW_INDEXES } from "./schema.js";
import { decodeRows, encodeParameters } from "./values.js";
import { WriteAheadLog } from "./wal.js";

/** How often a transaction is tried when another one wrote the same things. Ours wait in a queue, so that this is rare. */
const ATTEMPTS = 5;
/** Below this size of the log a checkpoint is not worth its time; played again at open in under a second. */
const SMALLEST_CHECKPOINT_BYTES = 32 << 20;

/** Grafeo inside this process, on a file or, without a path, in memory. */
export class GrafeoEngine implements CypherEngine {
  readonly dialect = GRAFEO;
  readonly #database: GrafeoDB;
  readonly #path: string | undefined;
  readonly #log: WriteAheadLog | undefined;
  /** Writers that wait for each other are faster than writers that conflict: 0.73 s against 1.0 s for 80 batches. */
  readonly #writes = new Queue();
  #closed = false;

  private constructor(database: GrafeoDB, path?: string) {
    this.#database = database;
    this.#path = path;
    this.#log = path === undefined ? undefined : new WriteAheadLog(path);
  }

  /** Opens the file at `path`, or creates it; Unavailable says why it cannot. Without a path: a new graph in memory. */
  static open(path?: string): GrafeoEngine {
    if (path !== undefined) keepFreedMemory();
    try {
      return new GrafeoEngine(grafeo.GrafeoDB.create(path), path);
    } catch (error) {
      throw path === undefined ? error : openFailure(path, error);
    }
  }

  async read(statement: string, parameters: Parameters = {}): Promise<Row[]> {
    this.#assertOpen();
    return attempt(() => runOn(this.#database, statement, parameters));
  }

  async write<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    this.#assertOpen();
    return this.#writes.run(async () => {
      const result = await attempt(() => this.#transact(work));
      await this.#persist();
      return result;
    });
  }

  async define(statements: readonly string[]): Promise<void> {
    this.#assertOpen();
    return this.#writes.run(async () => {
      for (const statement of statements) await attempt(() => runOn(this.#database, statement, {}));
      await this.#persist();
    });
  }

  async schema(): Promise<SchemaElement[]> {
    const indexes = await this.read(SHOW_INDEXES);
    const constraints = await this.read(SHOW_CONSTRAINTS);
    return [...indexes.map(parseIndex), ...constraints.map(parseConstraint)];
  }

  async verify(): Promise<void> {
    await this.read("RETURN 1 AS one");
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#writes.run(async () => {
      await this.#log?.close();
      this.#database.close();
    });
  }

  /** The engine itself goes on answering after it was closed, and would write nowhere. */
  #assertOpen(): void {
    if (this.#closed) throw new Unavailable("The store is closed; open it again");
  }

  async #transact<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const transaction = this.#database.beginTransaction();
    try {
      const result = await work({ run: (statement, parameters = {}) => runOn(transaction, statement, parameters) });
      transaction.commit();
      return result;
    } finally {
      if (transaction.isActive) transaction.rollback();
    }
  }

  /**
   * Puts what was committed on the disk. The log is moved into the file once it has outgrown it, so that all checkpoints
   * of an import together cost as much as the last two.
   */
  async #persist(): Promise<void> {
    if (this.#log === undefined || this.#path === undefined) return;
    try {
      await this.#log.sync();
      const limit = Math.max(SMALLEST_CHECKPOINT_BYTES, (await stat(this.#path)).size);
      if ((await this.#log.size()) > limit) this.#database.walCheckpoint();
    } catch (error) {
      throw persistFailure(this.#path, error);
    }
  }
}

/** Tries `work` again on a conflict, and puts its failure in our words. */
async function attempt<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await work();
    } catch (error) {
      if (attempts === ATTEMPTS || !isTransient(error)) throw translate(error);
    }
  }
}

interface Runner {
  executeCypher(statement: string, parameters: object): Promise<{ toArray(): Record<string, unknown>[] }>;
}

async function runOn(runner: Runner, statement: string, parameters: Parameters): Promise<Row[]> {
  return decodeRows((await runner.executeCypher(statement, encodeParameters(parameters))).toArray());
}
