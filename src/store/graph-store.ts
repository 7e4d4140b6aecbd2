import { NotFound } from "../errors.js";
import type { CypherEngine, Transaction } from "./engine.js";
import { openEngine } from "./engines/open-engine.js";
import { advanceLedger, type Ledger, readLedger, sealLedger } from "./ledger.js";
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
  close(): Promise<void>;
}

/** Opens a store, and sets it up when it is empty; refuses, and says what to do, when it is damaged, of another version, or held. */
export async function openStore(target: StoreTarget, options: SetupOptions = {}): Promise<GraphStore> {
  const engine = await openEngine(target);
  try {
    await setUpSchema(engine, options);
    return new OpenStore(engine, target);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

class OpenStore implements GraphStore {
  readonly engine: CypherEngine;
  readonly target: StoreTarget;

  constructor(engine: CypherEngine, target: StoreTarget) {
    this.engine = engine;
    this.target = target;
  }

  async commit<Result>(work: (transaction: Transaction) => Promise<Change<Result>>) {
    const { result, ledger } = await commitTo(this.engine, work);
    return { result, batch: ledger.batch };
  }

  async ledger(): Promise<Ledger> {
    const ledger = await readLedger(this.engine);
    if (ledger === undefined) throw new NotFound("The store has lost its ledger; import again into a new store");
    return ledger;
  }

  async close(): Promise<void> {
    await this.engine.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/** Leaves a transaction whose work found nothing to do, so that the engine rolls it back. */
class Nothing<Result> extends Error {
  readonly result: Result;
  readonly ledger: Ledger;

  constructor(result: Result, ledger: Ledger) {
    super("nothing to write");
    this.result = result;
    this.ledger = ledger;
  }
}

async function commitTo<Result>(
  engine: CypherEngine,
  work: (transaction: Transaction) => Promise<Change<Result>>,
): Promise<{ result: Result; ledger: Ledger }> {
  const transact = async (transaction: Transaction) => {
    const ledger = await advanceLedger(transaction);
    const { result, digestChange, nothing } = await work(transaction);
    if (nothing) throw new Nothing(result, { ...ledger, batch: ledger.batch - 1 });
    return { result, ledger: await sealLedger(transaction, ledger, digestChange) };
  };
  return engine.write(transact).catch((error) => {
    if (error instanceof Nothing) return error as Nothing<Result>;
    throw error;
  });
}
