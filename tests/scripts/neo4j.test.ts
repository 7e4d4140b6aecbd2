import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";

jest.setTimeout(300_000);

const SCRIPT = fileURLToPath(new URL("../../scripts/neo4j.mjs", import.meta.url));
/** Servers that this run can start by itself: without Java and Maven there are none, and tests/neo4j-setup.mjs has said so. */
const CAN_START = (process.env.DIXIT_TEST_NEO4J_SERVERS ?? "").includes('"start"');

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "dixit-neo4j-script-"));
});
afterAll(async () => {
  neo4j("stop");
  await rm(home, { recursive: true });
});

function neo4j(...words: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...words, "--home", home], {
    encoding: "utf8",
  });
  return { code: status, out: stdout.trim(), err: stderr.trim() };
}

test.each([[[]], [["restart"]], [["start", "stop"]], [["constructor"]]])("%j is answered with the usage", (words) => {
  const { code, err } = neo4j(...words);
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining("start|stop|status") });
});

test("an option or a port that is none is refused in one line", () => {
  expect(neo4j("start", "--port", "bolt")).toMatchObject({
    code: 1,
    err: "--port takes a number from 1 to 65535; given: bolt",
  });
  expect(neo4j("start", "--colour", "red").err).toMatch(/^Unknown option '--colour'/);
});

test("a port in use is refused", async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port));
  });
  expect(neo4j("start", "--port", String(port)).err).toMatch(/^Port \d+ is in use/);
  other.close();
});

test("nothing runs where nothing was started", () => {
  expect(neo4j("status")).toMatchObject({ code: 3, out: "not running" });
  expect(neo4j("stop")).toMatchObject({ code: 0, out: "was not running" });
});

if (CAN_START) {
  test("a server starts once, says that it runs, and stops", async () => {
    const port = String(await freePort());
    const address = `bolt://127.0.0.1:${port}`;
    expect(neo4j("start", "--port", port)).toMatchObject({ code: 0, out: address });
    expect(neo4j("start", "--port", port)).toMatchObject({ code: 0, out: address });
    expect(neo4j("start", "--port", "1")).toMatchObject({ code: 1, err: expect.stringMatching(/stop it first/) });
    expect(neo4j("status")).toMatchObject({ code: 0, out: expect.stringContaining(address) });
    expect(neo4j("stop")).toMatchObject({ code: 0, out: "stopped" });
    expect(neo4j("status")).toMatchObject({ code: 3 });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
