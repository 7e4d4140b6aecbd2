import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 30;

/** Waits until no other test, in whatever process, holds the server at `uri`; gives the function that lets it go. */
export async function holdServer(uri: string): Promise<() => Promise<void>> {
  const path = join(tmpdir(), `dixit-test-${uri.replace(/\W+/g, "-")}.lock`);
  while (!(await claim(path))) {
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
