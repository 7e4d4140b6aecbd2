import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { ImportReport } from "../../src/loading/import-report.js";
import type { CypherValue } from "../../src/store/engine.js";
import { type GraphStore, openStore } from "../../src/store/graph-store.js";
import { importSample } from "./sample.js";

let store: GraphStore;
let report: ImportReport;

beforeAll(async () => {
  store = await openStore({ kind: "memory" });
  report = await importSample(store);
});

afterAll(() => store.close());

/** The first column of every row. */
async function column(statement: string): Promise<CypherValue[]> {
  const rows = await store.engine.read(statement);
  return rows.map((row) => Object.values(row)[0] ?? null);
}

test("the sample has twelve articles and four coded documents, without a problem", () => {
  expect(report.problems).toEqual([]);
  expect(report.documents).toMatchObject({ new: 16 });
});

test("importing it again changes nothing", async () => {
  expect((await importSample(store)).written).toEqual({ nodes: 0, relations: 0 });
});

test("it has every mode, act and origin that a sample can have", async () => {
  const all = (property: string) => column(`MATCH (s:Statement) RETURN DISTINCT s.${property} AS v ORDER BY v`);
  expect(await all("mode")).toEqual(["DIRECT", "INDIRECT", "MIXED"]);
  expect(await all("act")).toEqual(["ASSERTION", "COMMITMENT", "DEMAND", "EVALUATION", "QUESTION"]);
  expect(await all("origin")).toEqual(["CODED", "EXTRACTED"]);
  expect(await all("language")).toEqual(["en", "fr"]);
});

test("three quotations stand word for word in two outlets or more", async () => {
  const shared = await column(
    `MATCH (s:Statement)-[:REPORTED_IN]->(:Document)-[:PUBLISHED_BY]->(o:Actor)
     WITH s, count(DISTINCT o) AS outlets WHERE outlets > 1 RETURN s.text AS text ORDER BY text`,
  );
  expect(shared.map((text) => String(text).slice(0, 40))).toEqual([
    "L'Azerbaïdjan cherche à vider le Haut-Ka",
    "Les Arméniens du Karabakh auront les mêm",
    "The people of Nagorno-Karabakh need food",
  ]);
});

test("words reach the reader through others, in articles and in coded documents", async () => {
  const relayed = await column(
    "MATCH (s:Statement)-[:RELAYED_BY]->(:Actor) RETURN DISTINCT s.origin AS origin ORDER BY origin",
  );
  expect(relayed).toEqual(["CODED", "EXTRACTED"]);
});

test("speakers contradict each other on events and on topics", async () => {
  const disputed = await column(
    `MATCH (a:Actor)-[:MADE]->(:Statement)-[:ABOUT {stance: 'SUPPORT'}]->(x)
     MATCH (b:Actor)-[:MADE]->(:Statement)-[:ABOUT {stance: 'OPPOSE'}]->(x)
     WHERE a.key <> b.key AND (x:Event OR x:Topic) RETURN DISTINCT x.key AS key ORDER BY key`,
  );
  expect(disputed).toEqual(expect.arrayContaining(["cessez-le-feu-2023", "offensive-septembre-2023", "sanctions"]));
});

test("articles are about events and topics of the codebook", async () => {
  const found = await column(
    `MATCH (s:Statement {origin: 'EXTRACTED'})-[:ABOUT]->(x) WHERE x:Event OR x:Topic
     RETURN DISTINCT x.key AS key ORDER BY key`,
  );
  expect(found.length).toBeGreaterThanOrEqual(10);
});

test("a country is one actor under all its names", async () => {
  const named = await column(
    `MATCH (n:Name)-[:NAMES]->(a:Actor) WHERE n.key IN ['bakou', 'baku', 'azerbaidjan', 'azerbaijan']
     RETURN DISTINCT a.wikidataId AS id`,
  );
  expect(named).toEqual(["Q227"]);
});
