import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 30;
/** Less than the time that a test has, so that no test goes on waiting when it was given up, and then holds the server for ever. */
const LIMIT_MS = 280_000;

/** Waits until no other test, in whatever process, holds the server at `uri`; gives the function that lets it go. */
export async function holdServer(uri: string): Promise<() => Promise<void>> {
  const path = join(tmpdir(), `dixit-test-${uri.replace(/\W+/g, "-")}.lock`);
  const limit = Date.now() + LIMIT_MS;
  while (!(await claim(path))) {
    if (Date.now() > limit)
      throw new Error(`The server ${uri} is held by another test; if there is none, remove ${path}`);
    if (await isStale(path)) await rm(path, { force: true });
    else await sleep(POLL_MS);
  }
  return () => rm(path, { force: true });
}

function claim(path: string): Promise<boolean> {
  const written = writeFile(path, String(process.pid), { flag: "wx" });
  return written.then(
    () => true,
    () => false,
  );
}

/** True when the process that holds the lock is gone; a test that was killed lets nothing go. */
async function isStale(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, "utf8").catch(() => ""));
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}
