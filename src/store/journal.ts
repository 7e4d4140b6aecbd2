import { hash } from "node:crypto";
import { type FileHandle, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { Conflict, Unavailable } from "../errors.js";
import { syncFolder } from "./sync-folder.js";

/** The last batch that a store is known to hold. */
export interface JournalEntry {
  batch: number;
  /** 32 hexadecimal digits. */
  digest: string;
}

/** CRC-32 of the store's file, in the entry of a clean close: it finds damage, not forgery, as fast as a file is read. */
interface ClosedEntry extends JournalEntry {
  crc32?: number;
}

/**
 * The journal beside an embedded file (`PATH.journal`): one line per batch, written after the batch is on the disk. The
 * engine recovers what it can read and says nothing of what it cannot: of 60 flipped bytes in its log, 59 silently dropped
 * what follows. So a graph that is older than its journal, or whose file differs from what a clean close left, is damaged.
 */
export class Journal {
  readonly #path: string;
  readonly #file: FileHandle;
  #last: JournalEntry | undefined;
  #failure: Unavailable | undefined;

  private constructor(path: string, file: FileHandle, last: JournalEntry | undefined) {
    this.#path = path;
    this.#file = file;
    this.#last = last;
  }

  /** Opens or begins the journal of the store at `path`, before the engine opens that; Conflict when the store is damaged. */
  static async open(path: string): Promise<Journal> {
    const last = await readLast(path);
    if (last?.crc32 !== undefined) {
      const found = await sumOf(path);
      if (found === undefined) throw damage(path, "its file is gone, but not its journal");
      if (found !== last.crc32) throw damage(path, "its bytes are not those that were left when it was last closed");
    }
    const entry = last && { batch: last.batch, digest: last.digest };
    // From here on the engine may change the file, so that the checksum of the last close no longer counts.
    await replaceJournal(path, entry);
    return new Journal(path, await open(journalOf(path), "a"), entry);
  }

  /** Compares what the graph says it holds; Conflict when it is not what was written. */
  check(found: JournalEntry): void {
    const { batch, digest } = this.#last ?? found;
    if (found.batch < batch) {
      throw damage(this.#path, `its journal ends with batch ${batch}, but the graph with batch ${found.batch}`);
    }
    if (found.batch > batch + 1) {
      throw damage(
        this.#path,
        `the graph holds batch ${found.batch}, but its journal, of another copy, ends with ${batch}`,
      );
    }
    if (found.batch === batch && found.digest !== digest) {
      throw damage(this.#path, `at batch ${batch} its digest is ${found.digest}, but ${digest} was written`);
    }
    this.#last = found;
  }

  /** Throws what an earlier `append` met: a graph may be one batch ahead of its journal, not two. */
  assertWritable(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Records a batch that is on the disk; resolves when the record is, too. */
  async append(entry: JournalEntry): Promise<void> {
    try {
      await this.#file.appendFile(lineOf(entry));
      await this.#file.datasync();
      this.#last = entry;
    } catch (cause) {
      const message = `Batch ${entry.batch} is stored, but ${journalOf(this.#path)} cannot be written; make room on the disk, and open the store again`;
      this.#failure = new Unavailable(message, { cause });
      throw this.#failure;
    }
  }

  /** Shortens the journal to its last entry; after the engine has closed the file well, with the checksum of the file. */
  async close(closedWell: boolean): Promise<void> {
    await this.#file.close();
    if (!closedWell || this.#last === undefined || this.#failure !== undefined) return;
    await replaceJournal(this.#path, { ...this.#last, crc32: await sumOf(this.#path) });
  }
}

function journalOf(path: string): string {
  return `${path}.journal`;
}

function damage(path: string, what: string): Conflict {
  return new Conflict(
    `The store ${path} is damaged: ${what}. Restore a copy of ${path} together with ${journalOf(path)}, ` +
      `or import again into a new file; to go on with what is left, move ${journalOf(path)} away first`,
  );
}

/** The last whole line; what follows it was being written when the power went. */
async function readLast(path: string): Promise<ClosedEntry | undefined> {
  const text = await readFile(journalOf(path), "utf8").catch((error) => {
    if (error.code === "ENOENT") return "";
    throw new Unavailable(`${journalOf(path)} cannot be read; check its permissions`, { cause: error });
  });
  const line = text.slice(0, text.lastIndexOf("\n")).split("\n").at(-1) ?? "";
  if (line === "") return undefined;
  const entry = parseLine(line);
  if (entry === undefined) throw damage(path, "the last line of its journal was changed");
  return entry;
}

/** A line is JSON, a space and the start of its SHA-256. */
function lineOf(entry: ClosedEntry): string {
  const json = JSON.stringify(entry);
  return `${json} ${checksumOf(json)}\n`;
}

function parseLine(line: string): ClosedEntry | undefined {
  const end = line.lastIndexOf(" ");
  const json = line.slice(0, Math.max(0, end));
  return checksumOf(json) === line.slice(end + 1) ? JSON.parse(json) : undefined;
}

function checksumOf(text: string): string {
  return hash("sha256", text).slice(0, 16);
}

/** Puts a journal of one line, or none, in the place of the former in one step. */
async function replaceJournal(path: string, entry: ClosedEntry | undefined): Promise<void> {
  const draft = `${journalOf(path)}.new`;
  try {
    const file = await open(draft, "w");
    await file.writeFile(entry === undefined ? "" : lineOf(entry));
    await file.sync().finally(() => file.close());
    await rename(draft, journalOf(path));
    await syncFolder(dirname(path));
  } catch (cause) {
    throw new Unavailable(`${journalOf(path)} cannot be written; check the folder, its permissions and the disk`, {
      cause,
    });
  }
}

/** Bytes of a file that are read at once, and how many such pieces are on their way while one is summed. */
const PIECE = 1 << 20;
const PIECES = 4;

/** CRC-32 of a file; undefined where there is no file. */
async function sumOf(path: string): Promise<number | undefined> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  const readings: Promise<Buffer>[] = [];
  try {
    let place = 0;
    const readNext = (into: Buffer): Promise<Buffer> => {
      const from = place;
      place += PIECE;
      return readWhole(file, into, from);
    };
    for (let i = 0; i < PIECES; i++) readings.push(readNext(Buffer.allocUnsafe(PIECE)));
    for (let sum = 0, next = 0; ; next = (next + 1) % PIECES) {
      const piece = (await readings[next]) as Buffer;
      sum = crc32(piece, sum);
      if (piece.length < PIECE) return sum;
      readings[next] = readNext(piece);
    }
  } finally {
    await Promise.allSettled(readings);
    await file.close();
  }
}

/** What a file holds from a place on, as much as fits; a single read may bring less. */
async function readWhole(file: FileHandle, into: Buffer, from: number): Promise<Buffer> {
  let size = 0;
  while (size < into.length) {
    const { bytesRead } = await file.read(into, size, into.length - size, from + size);
    if (bytesRead === 0) break;
    size += bytesRead;
  }
  return into.subarray(0, size);
}
