import { randomUUID } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { Conflict } from "../../src/errors.js";
import { type GraphStore, openStore } from "../../src/store/graph-store.js";

let folder: string;
let path: string;
let tests = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dixit-journal-"));
});
beforeEach(() => {
  path = join(folder, `${tests++}`, "news.grafeo");
});
afterAll(() => rm(folder, { recursive: true }));

function open(at = path): Promise<GraphStore> {
  return openStore({ kind: "file", path: at });
}

async function commit(store: GraphStore): Promise<number> {
  const { batch } = await store.commit(async (transaction) => {
    await transaction.run("CREATE (t:Topic {key: $key})", { key: randomUUID() });
    return { result: undefined, digestChange: 1n };
  });
  return batch;
}

/** A store that was closed after this many batches. */
async function closedAfter(batches: number): Promise<void> {
  const store = await open();
  for (let i = 0; i < batches; i++) await commit(store);
  await store.close();
}

/** The files of a store as a crash after this many batches leaves them. */
async function crashedAfter(batches: number): Promise<string> {
  await using store = await open();
  for (let i = 0; i < batches; i++) await commit(store);
  const crashed = join(folder, `${tests++}`, "crashed.grafeo");
  for (const end of ["", ".wal", ".journal"]) await cp(path + end, crashed + end, { recursive: true });
  return crashed;
}

async function changeByte(file: string, at: number): Promise<void> {
  const bytes = await readFile(file);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  await writeFile(file, bytes);
}

test("batches are there again after a close, in a file, a journal of one line, and nothing else", async () => {
  await closedAfter(3);
  expect((await readdir(join(path, ".."))).sort()).toEqual(["news.grafeo", "news.grafeo.journal"]);
  expect((await readFile(`${path}.journal`, "utf8")).trimEnd().split("\n")).toHaveLength(1);
  await using store = await open();
  expect(await store.ledger()).toMatchObject({ batch: 3 });
  expect(await commit(store)).toBe(4);
});

test("batches are there again after a crash", async () => {
  const crashed = await crashedAfter(3);
  await using store = await open(crashed);
  expect(await store.ledger()).toMatchObject({ batch: 3 });
  expect(await store.engine.read("MATCH (t:Topic) RETURN count(t) AS count")).toEqual([{ count: 3 }]);
});

test.each([0, 5000, 20_000])("a byte changed at %d in a closed file is damage", async (at) => {
  await closedAfter(2);
  await changeByte(path, at);
  await expect(open()).rejects.toBeInstanceOf(Conflict);
  await expect(open()).rejects.toThrow(/damaged.*bytes.*Restore a copy.*import again/s);
});

test("a log that lost its end is damage", async () => {
  const crashed = await crashedAfter(3);
  const log = join(`${crashed}.wal`, (await readdir(`${crashed}.wal`))[0] ?? "");
  await truncate(log, (await readFile(log)).length - 200);
  await expect(open(crashed)).rejects.toThrow(/damaged: its journal ends with batch 3, but the graph with batch [012]/);
  await expect(open(crashed)).rejects.toThrow(/damaged: its journal ends with batch 3, but the graph with batch [012]/);
});

test.each([0.02, 0.3, 0.6, 0.99])("a byte changed in the log, %d of the way, is damage", async (part) => {
  const crashed = await crashedAfter(5);
  const log = join(`${crashed}.wal`, (await readdir(`${crashed}.wal`))[0] ?? "");
  await changeByte(log, Math.floor((await readFile(log)).length * part));
  await expect(open(crashed)).rejects.toThrow(/damaged/);
});

test("a file that is gone while its journal is there is damage; without the journal it is a new store", async () => {
  await closedAfter(1);
  await rm(path);
  await expect(open()).rejects.toThrow(/damaged: its file is gone/);
  await rename(`${path}.journal`, `${path}.journal.old`);
  await using store = await open();
  expect(await store.ledger()).toMatchObject({ batch: 0 });
});

test("a digest that is not the one written is damage", async () => {
  const store = await open();
  await commit(store);
  await store.engine.write((transaction) => transaction.run("MATCH (l:Ledger) SET l.digest = '00'"));
  await store.close();
  await expect(open()).rejects.toThrow(/damaged: at batch 1 its digest is 00/);
});

test("the last batch may lack its record, and a torn line is none", async () => {
  const crashed = await crashedAfter(3);
  const lines = (await readFile(`${crashed}.journal`, "utf8")).split("\n");
  await writeFile(`${crashed}.journal`, `${lines.slice(0, -2).join("\n")}\n${lines.at(-2)?.slice(0, 20)}`);
  const store = await open(crashed);
  expect(await commit(store)).toBe(4);
  await store.close();
  await using again = await open(crashed);
  expect(await again.ledger()).toMatchObject({ batch: 4 });
});

test("more than one batch without a record is another copy's journal", async () => {
  const crashed = await crashedAfter(3);
  const lines = (await readFile(`${crashed}.journal`, "utf8")).split("\n");
  await writeFile(`${crashed}.journal`, `${lines.slice(0, -3).join("\n")}\n`);
  await expect(open(crashed)).rejects.toThrow(/damaged.*another copy/);
});

test("a changed journal is damage", async () => {
  await closedAfter(1);
  await changeByte(`${path}.journal`, 10);
  await expect(open()).rejects.toThrow(/damaged.*last line of its journal was changed/);
});

test("a copy of the file alone is taken as it is", async () => {
  await closedAfter(2);
  const copy = join(folder, "copy.grafeo");
  await cp(path, copy);
  await using store = await open(copy);
  expect(await commit(store)).toBe(3);
});

test("a file that is no store is refused, and left as it is", async () => {
  const text = join(folder, "text.grafeo");
  await writeFile(text, "not a graph");
  await expect(open(text)).rejects.toThrow(/cannot be opened.*Check the path/s);
  expect(await readFile(text, "utf8")).toBe("not a graph");
});

test("one process holds a file at a time, and says where it may be asked", async () => {
  await using store = await open();
  await store.publish({ address: "http://127.0.0.1:4000", token: "once" });
  await expect(open()).rejects.toBeInstanceOf(Conflict);
  await expect(open()).rejects.toThrow(new RegExp(`process ${process.pid}.*http://127.0.0.1:4000`));
});
