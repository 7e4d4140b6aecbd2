import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Conflict, Unavailable } from "../errors.js";

/** Where a server that holds a store takes files to import, and the one-run token that it asks for. */
export interface ImportDoor {
  address: string;
  token: string;
}

/** What a lock file says: who holds the store, since when, and where it may be asked. */
export interface LockHolder extends Partial<ImportDoor> {
  pid: number;
  /** ISO date and time. */
  startedAt: string;
  /** When the operating system started that process, where it tells: pids are given again, in containers at once. */
  processStart?: string;
}

/** The lock of a store, held by this process until it is released. */
export interface Lock {
  /** Writes into the lock file where the holder can be asked to import. */
  publish(door: ImportDoor): Promise<void>;
  release(): Promise<void>;
}

export interface LockEffects {
  now(): Date;
}

/** Lock files that this process holds: our own pid in one that is not ours was left by an earlier process of that number. */
const held = new Set<string>();

/**
 * Takes `PATH.lock` for the store at `path`; Conflict names the process and address that hold it. A lock whose process is
 * gone is taken over. The engine has a lock of its own below this one, which has no name on it.
 */
export async function acquireLock(path: string, effects: LockEffects = { now: () => new Date() }): Promise<Lock> {
  const file = resolve(`${path}.lock`);
  const holder: LockHolder = {
    pid: process.pid,
    startedAt: effects.now().toISOString(),
    ...(await startOf(process.pid)),
  };
  while (!(await create(file, holder))) await removeStale(path, file);
  held.add(file);
  return {
    publish: (door) => replace(file, { ...holder, ...door }),
    release: async () => {
      if (held.delete(file)) await rm(file, { force: true });
    },
  };
}

/** Who holds the store at `path`; undefined when nobody does. */
export async function readLock(path: string): Promise<LockHolder | undefined> {
  const file = resolve(`${path}.lock`);
  const holder = parseHolder(await readText(file));
  return holder !== undefined && (await isHeld(file, holder)) ? holder : undefined;
}

/** A link is made whole or not at all, so nobody reads a lock that is half written. */
async function create(file: string, holder: LockHolder): Promise<boolean> {
  const draft = await writeDraft(file, holder);
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw new Unavailable(`The lock ${file} cannot be written; check the folder and its permissions`, { cause: error });
  } finally {
    await rm(draft, { force: true });
  }
}

async function replace(file: string, holder: LockHolder): Promise<void> {
  await rename(await writeDraft(file, holder), file);
}

/** Readable by its owner alone: it may hold a token. */
async function writeDraft(file: string, holder: LockHolder): Promise<string> {
  const draft = `${file}.${process.pid}.${randomUUID()}`;
  try {
    await writeFile(draft, `${JSON.stringify(holder)}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    throw new Unavailable(`The lock ${file} cannot be written; check the folder and its permissions`, { cause: error });
  }
  return draft;
}

/** Removes the lock of a process that is gone. It is moved aside first: another process may have taken it over meanwhile. */
async function removeStale(path: string, file: string): Promise<void> {
  const text = await readText(file);
  if (text === undefined) return;
  const holder = parseHolder(text);
  if (holder !== undefined && (await isHeld(file, holder))) throw heldBy(path, holder);
  const aside = `${file}.${process.pid}.${randomUUID()}`;
  await rename(file, aside).catch(() => undefined);
  if ((await readText(aside)) !== text) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

function heldBy(path: string, { pid, startedAt, address }: LockHolder): Conflict {
  const where = address === undefined ? "" : ` and answers at ${address}`;
  return new Conflict(
    `The store ${path} is held by process ${pid}, which started at ${startedAt}${where}; ` +
      "one process may open it at a time: use that one, or stop it first",
  );
}

async function isHeld(file: string, holder: LockHolder): Promise<boolean> {
  if (holder.pid === process.pid) return held.has(file);
  if (!isAlive(holder.pid)) return false;
  const { processStart } = await startOf(holder.pid);
  return processStart === undefined || holder.processStart === undefined || processStart === holder.processStart;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Field 22 of /proc/PID/stat, in clock ticks since boot; the second field is a name in parentheses that may hold anything. */
async function startOf(pid: number): Promise<{ processStart?: string }> {
  const fields = (await readText(`/proc/${pid}/stat`))?.replace(/^.*\) /s, "").split(" ");
  const processStart = fields?.[19];
  return processStart === undefined ? {} : { processStart };
}

function parseHolder(text: string | undefined): LockHolder | undefined {
  try {
    const holder: unknown = JSON.parse(text ?? "");
    return isHolder(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is LockHolder {
  return typeof value === "object" && value !== null && "pid" in value && Number.isInteger(value.pid);
}

async function readText(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(() => undefined);
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}
