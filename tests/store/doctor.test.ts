import { describe, expect, test } from "@jest/globals";
import type { Properties } from "../../src/store/contribution.js";
import { nodeHash, relationHash } from "../../src/store/digest.js";
import { examine, repair } from "../../src/store/doctor.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { ENGINES } from "../engines.js";

const STATEMENTS = 1_100;

/** Writes one actor with many statements, their reports in one document, and what the digest says of them. */
async function fill(store: GraphStore): Promise<void> {
  const statements = Array.from({ length: STATEMENTS }, (_, i) => ({
    key: `s-${i}`,
    text: `É ${i}`,
    confidence: i % 2,
  }));
  const nodes: [string, Properties[]][] = [
    ["Actor", [{ key: "aliev", names: ["fr|Aliev", "en|Aliyev"], resolved: true }]],
    ["Document", [{ key: "article", text: "Texte 🙂", collections: ["public"] }]],
    ["Statement", statements],
  ];
  const made = statements.map(({ key }) => ({ from: "aliev", to: key, properties: { documents: ["article"] } }));
  const reports = statements.map(({ key }, i) => ({
    from: key,
    to: "article",
    properties: { at: i, spans: [i, i + 2] },
  }));
  await store.commit(async (transaction) => {
    let digestChange = 0n;
    for (const [label, rows] of nodes) {
      await transaction.run(`UNWIND $rows AS row CREATE (n:${label}) SET n = row`, { rows });
      for (const row of rows) digestChange += nodeHash(label, String(row.key), row);
    }
    const relate = (from: string, type: string, to: string) =>
      `UNWIND $rows AS row MATCH (a:${from} {key: row.from}) MATCH (b:${to} {key: row.to}) CREATE (a)-[r:${type}]->(b) SET r = row.properties`;
    await transaction.run(relate("Actor", "MADE", "Statement"), { rows: made });
    await transaction.run(relate("Statement", "REPORTED_IN", "Document"), { rows: reports });
    for (const row of made) digestChange += relationHash("MADE", row.from, row.to, undefined, row.properties);
    for (const row of reports) {
      digestChange += relationHash("REPORTED_IN", row.from, row.to, row.properties.at, row.properties);
    }
    return { result: undefined, digestChange };
  });
}

const digests = new Set<string>();

describe.each(ENGINES)("$name", (engine) => {
  test("the content has the digest that was written, the same on each engine", async () => {
    await using store = await engine.open();
    await fill(store);
    const { counts, digest, agrees, problems } = await examine(store);
    expect({ agrees, problems }).toEqual({ agrees: true, problems: [] });
    expect(counts).toMatchObject({
      Actor: 1,
      Document: 1,
      Statement: STATEMENTS,
      MADE: STATEMENTS,
      REPORTED_IN: STATEMENTS,
      ABOUT: 0,
    });
    digests.add(digest);
    expect(digests.size).toBe(1);
  });

  test("an empty store is sound", async () => {
    await using store = await engine.open();
    expect(await examine(store)).toMatchObject({ agrees: true, problems: [], ledger: { batch: 0 } });
  });

  test("what another program changed is found, until it is as it was", async () => {
    await using store = await engine.open();
    await fill(store);
    const afterwards = async (change: string) => {
      await store.engine.write((transaction) => transaction.run(change));
      const { agrees, problems } = await examine(store);
      return { agrees, problems: problems.map((problem) => problem.includes("changed by another program, or lost")) };
    };
    const wrong = { agrees: false, problems: [true] };
    const relation = "MATCH (a:Actor {key: 'aliev'}) MATCH (s:Statement {key: 's-7'})";
    expect(await afterwards("MATCH (s:Statement {key: 's-7'}) SET s.text = 'Faux'")).toEqual(wrong);
    expect(await afterwards("MATCH (s:Statement {key: 's-7'}) SET s.text = 'É 7'")).toEqual({
      agrees: true,
      problems: [],
    });
    expect(await afterwards(`${relation} MATCH (a)-[r:MADE]->(s) DELETE r`)).toEqual(wrong);
    expect(await afterwards(`${relation} CREATE (a)-[:MADE {documents: ['article']}]->(s)`)).toMatchObject({
      agrees: true,
    });
    expect(await afterwards("CREATE (:Statement {key: 'false'})")).toEqual(wrong);
  });

  test("what is none of ours is named", async () => {
    await using store = await engine.open();
    await fill(store);
    await store.engine.write((transaction) =>
      transaction.run("MATCH (a:Actor) CREATE (m:Movie {title: 'The Third Man'}) CREATE (a)-[:MADE]->(m)"),
    );
    const { problems } = await examine(store);
    expect(problems).toEqual([expect.stringMatching(/^1 nodes/), expect.stringMatching(/^1 relations MADE/)]);
  });

  test("a missing index is named, and repaired", async () => {
    await using store = await engine.open();
    await store.engine.define(["DROP INDEX index_Document_publishedDay"]);
    const missing = "index of Document(publishedDay)";
    expect((await examine(store)).problems).toEqual([`The ${missing} is missing; run \`dixit doctor --repair\``]);
    expect(await repair(store)).toEqual([missing]);
    expect(await examine(store)).toMatchObject({ problems: [] });
    expect(await repair(store)).toEqual([]);
  });
});
