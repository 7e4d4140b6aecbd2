import { NotFound } from "../errors.js";
import { EMPTY_DIGEST, formatDigest } from "./digest.js";
import type { CypherEngine, Transaction } from "./engine.js";
import { loadEngine } from "./engines/open-engine.js";
import { FileGuard } from "./file-guard.js";
import { advanceLedger, type Ledger, readLedger, sealLedger } from "./ledger.js";
import type { ImportDoor } from "./lock-file.js";
import { dropPassingIndexes } from "./passing-indexes.js";
import { Queue } from "./queue.js";
import { type SetupOptions, setUpSchema } from "./schema-setup.js";
import type { StoreTarget } from "./target.js";

/** What the work of one batch did: its result, and by how much the digest of the content changes. */
export interface Change<Result> {
  result: Result;
  /** Sum of the hashes of what was added, less those of what was taken away. */
  digestChange: bigint;
  /** True when nothing is to be written after all: the transaction is rolled back, and no batch is counted. */
  nothing?: boolean;
}

/** A graph that was opened, checked and set up. */
export interface GraphStore extends AsyncDisposable {
  readonly engine: CypherEngine;
  readonly target: StoreTarget;
  /**
   * Runs `work` in one transaction that first locks and advances the ledger; `batch` is the number it got, or of the last
   * batch when there was nothing to do. `work` may be repeated. When it resolves, the batch outlives a crash.
   */
  commit<Result>(
    work: (transaction: Transaction) => Promise<Change<Result>>,
  ): Promise<{ result: Result; batch: number }>;
  ledger(): Promise<Ledger>;
  /** Tells other processes that find an embedded file held where they may hand in files to import; elsewhere does nothing. */
  publish(door: ImportDoor): Promise<void>;
  close(): Promise<void>;
}

/** Opens a store, and sets it up when it is empty; refuses, and says what to do, when it is damaged, of another version, or held. */
export async function openStore(target: StoreTarget, options: SetupOptions = {}): Promise<GraphStore> {
  // While the guard reads the file, the code of the engine is loaded.
  const loading = loadEngine(target);
  // It is awaited below, but should it fail before the guard is there, nobody listens yet.
  loading.catch(() => undefined);
  const guard = target.kind === "file" ? await FileGuard.open(target.path) : undefined;
  let engine: CypherEngine | undefined;
  try {
    engine = await (await loading)();
    // Before the set-up, which would take a graph that lost everything for a new one.
    guard?.check((await readLedger(engine)) ?? { batch: 0, digest: formatDigest(EMPTY_DIGEST) });
    await setUpSchema(engine, options);
    return new OpenStore(engine, target, guard);
  } catch (error) {
    await closeBoth(engine, guard);
    throw error;
  }
}

class OpenStore implements GraphStore {
  readonly engine: CypherEngine;
  readonly target: StoreTarget;
  readonly #guard: FileGuard | undefined;
  /** Batches of an embedded file and their records come in one order, so that the journal is at most one batch behind. */
  readonly #commits = new Queue();
  #closing: Promise<void> | undefined;

  constructor(engine: CypherEngine, target: StoreTarget, guard: FileGuard | undefined) {
    this.engine = engine;
    this.target = target;
    this.#guard = guard;
  }

  async commit<Result>(work: (transaction: Transaction) => Promise<Change<Result>>) {
    const commit = () => commitTo(this.engine, work);
    const guard = this.#guard;
    const { result, ledger } = guard ? await this.#commits.run(() => guard.record(commit)) : await commit();
    return { result, batch: ledger.batch };
  }

  async ledger(): Promise<Ledger> {
    const ledger = await readLedger(this.engine);
    if (ledger === undefined) throw new NotFound("The store has lost its ledger; import again into a new store");
    return ledger;
  }

  async publish(door: ImportDoor): Promise<void> {
    await this.#guard?.publish(door);
  }

  close(): Promise<void> {
    this.#closing ??= this.#commits.run(() => this.#close());
    return this.#closing;
  }

  async #close(): Promise<void> {
    try {
      await dropPassingIndexes(this.engine);
    } finally {
      await closeBoth(this.engine, this.#guard);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/** Without an engine there is a guard at most: what the file holds was not changed, nor found to be well. */
async function closeBoth(engine: CypherEngine | undefined, guard: FileGuard | undefined): Promise<void> {
  let closedWell = false;
  try {
    await engine?.close();
    closedWell = engine !== undefined;
  } finally {
    await guard?.close(closedWell);
  }
}

interface Committed<Result> {
  result: Result;
  ledger: Ledger;
  nothing: boolean;
}

/** Leaves a transaction whose work found nothing to do, so that the engine rolls it back. */
class NothingToDo<Result> extends Error {
  readonly committed: Committed<Result>;

  constructor(committed: Committed<Result>) {
    super("nothing to write");
    this.committed = committed;
  }
}

async function commitTo<Result>(
  engine: CypherEngine,
  work: (transaction: Transaction) => Promise<Change<Result>>,
): Promise<Committed<Result>> {
  const transact = async (transaction: Transaction): Promise<Committed<Result>> => {
    const ledger = await advanceLedger(transaction);
    const { result, digestChange, nothing = false } = await work(transaction);
    if (nothing) throw new NothingToDo({ result, ledger: { ...ledger, batch: ledger.batch - 1 }, nothing });
    return { result, ledger: await sealLedger(transaction, ledger, digestChange), nothing };
  };
  return engine.write(transact).catch((error) => {
    if (error instanceof NothingToDo) return (error as NothingToDo<Result>).committed;
    throw error;
  });
}
