import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { importRecords } from "../../src/loading/import-records.js";
import { createReader } from "../../src/reader.js";
import { readSources } from "../../src/sources/read-sources.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { ENGINES } from "../engines.js";
import { ask } from "./asking.js";

const EXAMPLES = new URL("../../schema/examples/", import.meta.url);
const SAMPLE = fileURLToPath(new URL("../../import", import.meta.url));
const NAMES = readdirSync(EXAMPLES).filter((name) => name.endsWith(".graphql"));

/** The paths of what an answer leaves empty at the top: a null root field, or a page without rows. */
function emptyFields(data: Record<string, unknown>): string[] {
  return Object.entries(data)
    .filter(([, value]) => value === null || (value as { nodes?: unknown[] }).nodes?.length === 0)
    .map(([name]) => name);
}

/** What tells of the import itself, which is dated and named by when it ran, and of the engine. */
const OF_THE_RUN = new Set(["importRuns", "lastImport", "store"]);

/** Answers of the engines that were asked, to be compared with each other. */
const ANSWERS = new Map<string, unknown>();

describe.each(ENGINES)("$name: examples", (tested) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await tested.open();
    await importRecords(store, readSources([SAMPLE]), { reader: createReader() });
  });
  afterAll(() => store.close());

  test.each(NAMES)("%s has something to show, the same on every engine", async (name) => {
    const source = readFileSync(new URL(name, EXAMPLES), "utf8");
    expect(source).toMatch(/^# \S/);
    const answer = await ask(store.engine, source);
    expect(emptyFields(answer)).toEqual([]);
    const content = JSON.parse(JSON.stringify(answer, (key, value) => (OF_THE_RUN.has(key) ? undefined : value)));
    if (!ANSWERS.has(name)) ANSWERS.set(name, content);
    expect(content).toEqual(ANSWERS.get(name));
  });
});
