import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { Conflict } from "../../src/errors.js";
import { acquireLock, readLock } from "../../src/store/lock-file.js";

let folder: string;
let path: string;
let tests = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dixit-lock-"));
});
beforeEach(() => {
  path = join(folder, `${tests++}.grafeo`);
});
afterAll(() => rm(folder, { recursive: true }));

test("a lock is held by one, and says by whom and where", async () => {
  const lock = await acquireLock(path);
  await lock.publish({ address: "http://127.0.0.1:4000", token: "once" });
  await expect(acquireLock(path)).rejects.toThrow(Conflict);
  await expect(acquireLock(path)).rejects.toThrow(`process ${process.pid}`);
  await expect(acquireLock(path)).rejects.toThrow("http://127.0.0.1:4000");
  await expect(acquireLock(path)).rejects.not.toThrow("once");
  expect(await readLock(path)).toMatchObject({ pid: process.pid, address: "http://127.0.0.1:4000", token: "once" });
  await lock.release();
  expect(await readLock(path)).toBeUndefined();
  await (await acquireLock(path)).release();
});

test("only its owner may read a lock, which holds a token, and nothing else is left in the folder", async () => {
  const lock = await acquireLock(path);
  expect((await stat(`${path}.lock`)).mode & 0o777).toBe(0o600);
  await lock.publish({ address: "http://127.0.0.1:4000", token: "once" });
  expect((await stat(`${path}.lock`)).mode & 0o777).toBe(0o600);
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  ["of a process that is gone", async () => JSON.stringify({ pid: await goneProcess(), startedAt: "2023-09-20" })],
  ["of an earlier process with our number", async () => JSON.stringify({ pid: process.pid, startedAt: "2023-09-20" })],
  ["of an earlier process with the number of another", async () => JSON.stringify({ pid: 1, processStart: "-1" })],
  ["that is no lock", async () => "half writ"],
])("a lock %s is taken over", async (_, write) => {
  await writeFile(`${path}.lock`, await write());
  expect(await readLock(path)).toBeUndefined();
  const lock = await acquireLock(path);
  expect(await readLock(path)).toMatchObject({ pid: process.pid });
  await lock.release();
});

test("of many who find a stale lock at once, one gets it", async () => {
  await writeFile(`${path}.lock`, JSON.stringify({ pid: await goneProcess(), startedAt: "2023-09-20" }));
  const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => acquireLock(path)));
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

async function goneProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  return child.pid ?? 0;
}
