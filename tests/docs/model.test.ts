import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { GraphStore } from "../../src/store/graph-store.js";
import { ENGINES } from "../engines.js";
import { fencedBlocks, readPage } from "./markdown.js";
import { importSample } from "./sample.js";

const queries = fencedBlocks(readPage("docs/model.md").text, "cypher");

test("docs/model.md has five queries for the Neo4j Browser", () => {
  expect(queries).toHaveLength(5);
});

describe.each(ENGINES)("$name", (engine) => {
  let store: GraphStore;

  beforeAll(async () => {
    store = await engine.open();
    await importSample(store);
  });

  afterAll(() => store.close());

  test.each(queries)("%s", async (query) => {
    const rows = await store.engine.read(query);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => Object.values(row).some((value) => value !== null))).toBe(true);
  });
});
