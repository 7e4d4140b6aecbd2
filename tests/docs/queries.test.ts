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
  const [answer] = Object.values(data as Record<string, { nodes?: object[]; statements?: { nodes: object[] } }>);
  expect((answer?.nodes ?? answer?.statements?.nodes ?? []).length).toBeGreaterThan(0);
});
