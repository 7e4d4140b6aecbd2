import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { Unavailable } from "../errors.js";
import { Journal, type JournalEntry } from "./journal.js";
import { acquireLock, type ImportDoor, type Lock } from "./lock-file.js";

/** What watches over an embedded file that Grafeo alone would not: one process at a time, and no silent loss. */
export class FileGuard {
  readonly #lock: Lock;
  readonly #journal: Journal;

  private constructor(lock: Lock, journal: Journal) {
    this.#lock = lock;
    this.#journal = journal;
  }

  /** Locks the store at `path` and reads its journal, before the engine opens it; makes the folder. */
  static async open(path: string): Promise<FileGuard> {
    await mkdir(dirname(path), { recursive: true }).catch((cause) => {
      throw new Unavailable(`The folder ${dirname(path)} cannot be made; check the path of the store`, { cause });
    });
    const lock = await acquireLock(path);
    try {
      return new FileGuard(lock, await Journal.open(path));
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  /** Conflict when the graph is not what the journal says was written. */
  check(found: JournalEntry): void {
    this.#journal.check(found);
  }

  /** Writes one batch by `commit` and then its record. */
  async record<Committed extends { ledger: JournalEntry; nothing: boolean }>(
    commit: () => Promise<Committed>,
  ): Promise<Committed> {
    this.#journal.assertWritable();
    const committed = await commit();
    const { batch, digest } = committed.ledger;
    if (!committed.nothing) await this.#journal.append({ batch, digest });
    return committed;
  }

  publish(door: ImportDoor): Promise<void> {
    return this.#lock.publish(door);
  }

  /** Closes the journal by how the engine closed the file, and lets the store go. */
  async close(closedWell: boolean): Promise<void> {
    await this.#journal.close(closedWell).finally(() => this.#lock.release());
  }
}
