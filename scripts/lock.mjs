import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const BEAT_MS = 1_000;
const POLL_MS = 200;
/** A holder that shows no sign of life while we watch for so long is gone, though a new process may have its id. */
const PATIENCE_MS = 30_000;

/**
 * Runs `work` while no other process runs work under the same lock file.
 * The file names its holder's process id and is touched every second; one whose holder has died is taken over.
 */
export async function withLock(file, work, { onWait = () => {} } = {}) {
  const token = `${process.pid} ${randomUUID()}`;
  mkdirSync(dirname(file), { recursive: true });
  await acquire(file, token, onWait);
  const beat = setInterval(() => touch(file), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (read(file) === token) rmSync(file, { force: true });
  }
}

async function acquire(file, token, onWait) {
  let seen = { sign: "", since: Date.now() };
  for (let tries = 0; !create(file, token); tries++) {
    if (tries === 1) onWait();
    const holder = read(file);
    const sign = `${holder} ${lastTouched(file)}`;
    if (sign !== seen.sign) seen = { sign, since: Date.now() };
    const silent = Date.now() - seen.since > PATIENCE_MS;
    if (holder !== undefined && (silent || !isAlive(holder))) remove(file, holder, token);
    else await sleep(POLL_MS);
  }
}

function create(file, token) {
  try {
    writeFileSync(file, token, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Moves the file away before deleting it: when another process was quicker, what we moved is its lock, and goes back. */
function remove(file, holder, token) {
  const aside = `${file}.${token.slice(-12)}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== holder) linkSync(aside, file);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  }
  rmSync(aside, { force: true });
}

function isAlive(holder) {
  const id = Number.parseInt(holder, 10);
  // A file that is being written is empty for an instant: its holder is alive.
  if (Number.isNaN(id)) return true;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function lastTouched(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function touch(file) {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // The folder was deleted under us: nothing is left to guard.
  }
}
