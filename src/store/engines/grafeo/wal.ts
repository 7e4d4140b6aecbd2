import { type FileHandle, open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "../../sync-folder.js";

/**
 * The log beside a Grafeo file: what is committed stands there until a checkpoint moves it into the file.
 *
 * Grafeo hands a commit to the system at once, so that it outlives the process, but asks for it to be put on the disk only
 * every 100 ms. A checkpoint would put it there too, but it writes what changed and the tables of the whole graph: 20 ms at
 * 6,000 nodes and relations, 60 at 20,000, 220 at 120,000, so that one after each batch makes an import quadratic.
 * So we ask the system ourselves after each commit (fdatasync of the log: a few ms, whatever the size of the graph).
 */
export class WriteAheadLog {
  readonly #folder: string;
  readonly #files = new Map<string, FileHandle>();

  /** The log of the Grafeo file at `path`. */
  constructor(path: string) {
    this.#folder = `${path}.wal`;
  }

  /** Resolves when all that is committed is on the disk. */
  async sync(): Promise<void> {
    const names = await this.#names();
    await this.#forget(names);
    const added = names.filter((name) => !this.#files.has(name));
    for (const name of added) this.#files.set(name, await open(join(this.#folder, name), "r+"));
    for (const file of this.#files.values()) await file.datasync();
    if (added.length > 0) await syncFolder(this.#folder);
  }

  /** Bytes that the next open would have to play again. */
  async size(): Promise<number> {
    const sizes = (await this.#names()).map(async (name) => (await stat(join(this.#folder, name))).size);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  }

  async close(): Promise<void> {
    await this.#forget([]);
  }

  /** Names of the log's files: one, and a new one after each checkpoint. */
  async #names(): Promise<string[]> {
    return (await readdir(this.#folder)).filter((name) => name.endsWith(".log"));
  }

  async #forget(standing: readonly string[]): Promise<void> {
    for (const [name, file] of this.#files) {
      if (standing.includes(name)) continue;
      this.#files.delete(name);
      await file.close();
    }
  }
}
