import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openStore } from "../../src/store/graph-store.js";
import { makePassingIndexes } from "../../src/store/passing-indexes.js";
import { ENGINES } from "../engines.js";

const passing = ["id", "titleMark", "openingMark", "endingMark"];

test.each(ENGINES)("$name: during an import, what documents are found by is indexed", async (engine) => {
  await using store = await engine.open();
  await makePassingIndexes(store.engine);
  await makePassingIndexes(store.engine);
  const indexed = (await store.engine.schema()).flatMap(({ label, properties }) =>
    label === "Document" ? properties : [],
  );
  expect(indexed).toEqual(expect.arrayContaining(passing));
});

test("a file that is closed has no such index", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dixit-indexes-"));
  const target = { kind: "file", path: join(folder, "news.grafeo") } as const;
  const store = await openStore(target);
  await makePassingIndexes(store.engine);
  await store.close();
  const again = await openStore(target);
  const indexed = (await again.engine.schema()).flatMap(({ properties }) => properties);
  expect(indexed.filter((property) => passing.includes(property))).toEqual([]);
  await again.close();
  await rm(folder, { recursive: true });
});
