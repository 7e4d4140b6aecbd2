import { describe, expect, test } from "@jest/globals";
import { Conflict } from "../../src/errors.js";
import { openEngine } from "../../src/store/engines/open-engine.js";
import { SCHEMA_VERSION } from "../../src/store/graph-schema.js";
import { type GraphStore, openStore } from "../../src/store/graph-store.js";
import { expectedSchema, findMissing, setUpSchema } from "../../src/store/schema-setup.js";
import { ENGINES } from "../engines.js";

async function write(store: GraphStore, statement: string): Promise<void> {
  await store.engine.write((transaction) => transaction.run(statement));
}

describe.each(ENGINES)("$name", (engine) => {
  test("a new store has every constraint and index, and setting it up again changes nothing", async () => {
    await using store = await engine.open();
    expect(await findMissing(store.engine)).toEqual([]);
    const before = await store.engine.schema();
    await setUpSchema(store.engine);
    expect(sorted(await store.engine.schema())).toEqual(sorted(before));
  });

  test("keys are unique", async () => {
    await using store = await engine.open();
    const twice = write(store, "UNWIND [1, 2] AS i CREATE (:Statement {key: 'same'})");
    await expect(twice).rejects.toBeInstanceOf(Conflict);
  });

  test("a store that lacks an index is refused, with what to do", async () => {
    await using store = await engine.open();
    await store.engine.define(["DROP INDEX index_Document_publishedDay"]);
    await expect(setUpSchema(store.engine)).rejects.toThrow(/index of Document\(publishedDay\).*dixit doctor --repair/);
    await setUpSchema(store.engine, { repairing: true });
    await store.engine.define([
      "CREATE INDEX index_Document_publishedDay IF NOT EXISTS FOR (n:Document) ON (n.publishedDay)",
    ]);
    await setUpSchema(store.engine);
  });

  test("a store of another schema version is refused", async () => {
    await using store = await engine.open();
    await write(store, "MATCH (l:Ledger) SET l.schemaVersion = 99");
    await expect(setUpSchema(store.engine)).rejects.toThrow(/version 99/);
  });

  test("a database with data of others is refused", async () => {
    await using store = await engine.open();
    await write(store, "MATCH (l:Ledger) DELETE l");
    await write(store, "CREATE (:Movie {title: 'The Third Man'})");
    await expect(setUpSchema(store.engine)).rejects.toThrow(/no ledger.*empty database/);
  });
});

const SERVERS = ENGINES.filter(({ name }) => name.startsWith("neo4j"));
if (SERVERS.length > 0) {
  test.each(SERVERS)("$name: processes that start at once on an empty database all succeed", async (server) => {
    await using store = await server.open();
    const engine = await openEngine(store.target);
    await write(store, "MATCH (n) DETACH DELETE n");
    const drops = (await engine.read("SHOW CONSTRAINTS YIELD name")).map(({ name }) => `DROP CONSTRAINT ${name}`);
    const indexes = expectedSchema(engine.dialect).filter(({ kind }) => kind === "index");
    const names = indexes.map(({ label, properties }) => `index_${label}_${properties.join("_")}`);
    await engine.define([...drops, ...names.map((name) => `DROP INDEX ${name} IF EXISTS`)]);
    await engine.close();
    const openings = await Promise.allSettled(Array.from({ length: 4 }, () => openStore(store.target)));
    const stores = openings.flatMap((opening) => (opening.status === "fulfilled" ? opening.value : []));
    await Promise.all(stores.map((opened) => opened.close()));
    expect(openings.map((opening) => (opening.status === "fulfilled" ? "opened" : opening.reason))).toEqual(
      Array(4).fill("opened"),
    );
    expect(await findMissing(store.engine)).toEqual([]);
    expect(await store.ledger()).toMatchObject({ batch: 0, schemaVersion: SCHEMA_VERSION });
  });
}

function sorted(elements: readonly unknown[]): string[] {
  return elements.map((element) => JSON.stringify(element)).sort();
}
