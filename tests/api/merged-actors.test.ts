import { expect, test } from "@jest/globals";
import { ENGINES } from "../engines.js";
import { openNewsroom, saying } from "../newsroom.js";
import { ask } from "./asking.js";

const LONG = "Le pont de la rivière sera fermé aux camions pendant toute la durée des travaux";

test.each(ENGINES)("$name: the key of a merged actor leads to the one that is kept", async (engine) => {
  await using newsroom = await openNewsroom(engine);
  await newsroom.import([
    saying("Alice Dupont", LONG, { in: "d1" }),
    saying("A. Dupont", `${LONG} de réparation`, { in: "d2" }),
    { type: "correction", same: ["Alice Dupont", "A. Dupont"], readAt: { file: "corrections.jsonl" } },
  ]);
  const source = `{ kept: actor(key: "alice-dupont") { name } merged: actor(key: "a-dupont") {
    key name statements { totalCount } } none: actor(key: "personne") { name } }`;
  expect(await ask(newsroom.store.engine, source)).toEqual({
    kept: { name: "Alice Dupont" },
    merged: { key: "alice-dupont", name: "Alice Dupont", statements: { totalCount: 2 } },
    none: null,
  });
});
