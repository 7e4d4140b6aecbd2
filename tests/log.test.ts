import { expect, test } from "@jest/globals";
import type { LogConfig } from "../src/config.js";
import { createLog } from "../src/log.js";

const NOON = new Date("2023-09-20T12:00:00Z");

function logTo(lines: string[], config: Partial<LogConfig> = {}, isTerminal = false, secrets = {}) {
  const effects = { write: (line: string) => void lines.push(line), isTerminal, now: () => NOON };
  return createLog({ level: "info", format: "auto", ...config }, secrets, effects);
}

test("JSON where nobody watches, text on a terminal, one line each", () => {
  const json: string[] = [];
  logTo(json).info("listening", { url: "http://localhost:4000" });
  expect(json).toEqual([
    '{"time":"2023-09-20T12:00:00.000Z","level":"info","message":"listening","url":"http://localhost:4000"}\n',
  ]);
  const text: string[] = [];
  logTo(text, {}, true).warn("two\nlines", { records: 2n });
  expect(text).toEqual(['12:00:00 warn  two lines records="2"\n']);
});

test("what is below the level is not written", () => {
  const lines: string[] = [];
  const log = logTo(lines, { level: "warn" });
  log.debug("a");
  log.info("b");
  log.error("c");
  expect(lines).toHaveLength(1);
});

test("an error is logged with its stack, on one line", () => {
  const lines: string[] = [];
  logTo(lines).error("failed", { error: new Error("disk full", { cause: new Error("quota") }) });
  expect(lines[0]?.split("\n")).toHaveLength(2);
  expect(JSON.parse(lines[0] ?? "").error).toMatchObject({ message: "disk full", cause: { message: "quota" } });
});

test("secrets never reach the log, neither bare, nor escaped, nor in an address", () => {
  const lines: string[] = [];
  const log = logTo(lines, {}, false, { adminToken: 'open "sesame"', storePassword: undefined });
  log.info('token is open "sesame"', { url: "bolt://neo4j:hunter2@db:7687", header: 'Bearer open "sesame"' });
  expect(lines[0]).not.toMatch(/sesame|hunter2/);
});
