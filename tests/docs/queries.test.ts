import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createImporter } from "../../src/importer.js";
import { type GraphStore, openStore } from "../../src/store/graph-store.js";
import { ask } from "../api/asking.js";
import { fencedBlocks, readPage } from "./markdown.js";
import { importSample } from "./sample.js";

const readme = readPage("README.md").text;
let store: GraphStore;

beforeAll(async () => {
  store = await openStore({ kind: "memory" });
  await importSample(store);
});

afterAll(() => store.close());

test("the answer in the README is the real one", async () => {
  const [query = ""] = fencedBlocks(readme, "graphql");
  const [answer = ""] = fencedBlocks(readme, "json");
  expect(await ask(store.engine, query)).toEqual(JSON.parse(answer).data);
});

test.each(fencedBlocks(readPage("docs/api.md").text, "graphql"))("docs/api.md: %s", async (operation) => {
  const data = await ask(store.engine, operation, { mayWrite: true, importer: createImporter(store) });
  for (const answer of Object.values(data))
    expect(listsIn(answer)).toContainEqual(expect.arrayContaining([expect.anything()]));
});

/** The list that a root field answers, or those of its fields and of the pages below them. */
function listsIn(answer: unknown): unknown[] {
  if (Array.isArray(answer)) return [answer];
  if (typeof answer !== "object" || answer === null) return [];
  return Object.values(answer).flatMap(listsIn);
}
