import { expect, test } from "@jest/globals";
import { importRecords } from "../../src/loading/import-records.js";
import type { SourceRecord } from "../../src/model/record.js";
import { createReader } from "../../src/reader.js";
import { ENGINES } from "../engines.js";
import { openNewsroom, saying, statementBy } from "../newsroom.js";

const readAt = { file: "news.jsonl", line: 7 };
const ARTICLE =
  "Bakou dément. « Le couloir n'a jamais été fermé », a déclaré le ministre Jeyhun Bayramov 😀 mardi à Bakou.";

test.each(ENGINES)("$name: importing the same articles twice changes nothing", async (engine) => {
  await using newsroom = await openNewsroom(engine);
  const articles: SourceRecord[] = [
    {
      type: "article",
      url: "https://example.org/1",
      text: ARTICLE,
      publishedAt: "2023-09-20",
      boilerplate: [],
      readAt,
    },
    { type: "article", url: "https://example.org/2", text: `Erevan. ${ARTICLE}`, boilerplate: [], readAt },
  ];
  const first = await newsroom.import(articles);
  expect(first).toMatchObject({ documents: { read: 2, new: 2 }, problems: [] });
  expect(first.statements.new).toBeGreaterThan(0);
  const digest = await newsroom.digest();
  const again = await newsroom.import(articles);
  expect(again.written).toEqual({ nodes: 0, relations: 0 });
  expect(again).toMatchObject({ documents: { read: 2, new: 0, changed: 0, unchanged: 2 } });
  expect(await newsroom.digest()).toBe(digest);
});

test.each(ENGINES)("$name: one quotation in three outlets is one statement with three reports", async (engine) => {
  await using newsroom = await openNewsroom(engine);
  const words = "Le couloir de Latchine n'a jamais été fermé, quoi qu'on dise";
  newsroom
    .says("Bakou", words, { in: "a", outlet: "AFP" })
    .says("Azerbaïdjan", words, { in: "b" })
    .says("Bakou", `${words}.`, { in: "c" });
  const report = await newsroom.publish();
  expect(report.statements).toMatchObject({ read: 3, new: 1 });
  const [row] = await newsroom.read("MATCH (s:Statement)-[r:REPORTED_IN]->(:Document) RETURN count(r) AS reports");
  expect(row).toEqual({ reports: 3 });
});

test.each(ENGINES)("$name: a bad record is reported at its place, and everything else goes on", async (engine) => {
  await using newsroom = await openNewsroom(engine);
  const text = "Paix, dit-il.";
  const inside = { ...statementBy("Bob", "Paix"), readAt };
  const records: SourceRecord[] = [
    { type: "document", url: "nowhere", title: "T", readAt },
    { type: "document", readAt, statements: [] },
    { type: "event", name: "Sommet", start: "le 3", readAt },
    { type: "topic", name: "???", readAt },
    { ...statementBy("Bob", "Ceci n'est nulle part"), readAt },
    { type: "document", id: "d", text, readAt, statements: [{ ...inside, spans: [{ start: 0, end: 400 }] }, inside] },
  ];
  const { problems, documents, statements } = await newsroom.import(records);
  expect(problems.map(({ rule }) => rule)).toEqual([
    "bad-url",
    "missing-identity",
    "bad-date",
    "bad-name",
    "missing-document",
    "bad-span",
  ]);
  expect(problems.map(({ place }) => place)).toEqual(problems.map(() => readAt));
  expect({ documents, statements }).toMatchObject({ documents: { new: 1 }, statements: { new: 1 } });
});

test.each(ENGINES)("$name: a dry run tells what an import would do, and writes nothing", async (engine) => {
  await using newsroom = await openNewsroom(engine);
  const records = [saying("Bob", "Un premier mot, et quelques autres pour faire nombre", { in: "a" })];
  const before = await newsroom.digest();
  const dry = await newsroom.import(records, { dryRun: true });
  expect(await newsroom.digest()).toBe(before);
  expect(await newsroom.read("MATCH (r:ImportRun) RETURN r.key AS key")).toEqual([]);
  const { run, ...real } = await newsroom.import(records);
  expect(dry).toEqual(real);
});

test.each(ENGINES)(
  "$name: a text without address or id names the stored document that it resembles",
  async (engine) => {
    await using newsroom = await openNewsroom(engine);
    const body = Array.from({ length: 40 }, (_, i) => `La phrase numéro ${i} dit quelque chose.`).join(" ");
    const article = (text: string): SourceRecord => ({
      type: "article",
      title: "Un titre",
      text,
      boilerplate: [],
      readAt,
    });
    await newsroom.import([article(body)]);
    const edited = await newsroom.import([article(`${body} Un ajout.`)]);
    expect(edited.documents).toMatchObject({ new: 1 });
    expect(edited.resembles).toHaveLength(1);
    expect(edited.resembles[0]?.similarity).toBeGreaterThan(0.9);
    const other = await newsroom.import([article("Tout autre chose, sous le même titre.")]);
    expect(other.resembles).toEqual([]);
  },
);

test.each(ENGINES)(
  "$name: a statement finds its document by id although its address is its identity",
  async (engine) => {
    await using newsroom = await openNewsroom(engine);
    const text = "Hier, « la paix » fut dite.";
    const document: SourceRecord = {
      type: "document",
      id: "d1",
      url: "https://example.org/d1",
      title: "T",
      text,
      readAt,
    };
    const said: SourceRecord = {
      ...statementBy("Bob", "la paix"),
      document: "d1",
      spans: [{ start: 8, end: 15 }],
      readAt,
    };
    await newsroom.import([document, said]);
    await newsroom.import([{ ...said, text: "une autre parole" }]);
    const rows = await newsroom.read(
      "MATCH (s:Statement)-[r:REPORTED_IN]->(d:Document) RETURN d.title AS title, coalesce(r.quote, s.text) AS quote",
    );
    expect(rows).toEqual([
      { title: "T", quote: "la paix" },
      { title: "T", quote: "la paix" },
    ]);
  },
);

test.each(ENGINES)(
  "$name: an import that is stopped ends after a whole batch, and the next one completes it",
  async (engine) => {
    await using newsroom = await openNewsroom(engine);
    const records = Array.from({ length: 30 }, (_, i) =>
      saying("Bob", `La phrase numéro ${i} dit quelque chose de plus`, { in: `d${i}` }),
    );
    const stop = new AbortController();
    const options = { reader: createReader(), batchStatements: 5, signal: stop.signal, onBatch: () => stop.abort() };
    const stopped = await importRecords(newsroom.store, records, options);
    expect(stopped.interrupted).toBe(true);
    expect(stopped.documents.new).toBeLessThan(30);
    expect(await newsroom.recounted()).toBe(await newsroom.digest());
    const rest = await newsroom.import(records);
    expect(stopped.documents.new + rest.documents.new).toBe(30);
    const runs = await newsroom.read("MATCH (r:ImportRun) RETURN r.status AS status ORDER BY r.startedAt");
    expect(runs).toEqual([{ status: "INTERRUPTED" }, { status: "FINISHED" }]);
  },
);

test.each(ENGINES)("$name: work that is repeated after a conflict comes to the same", async (engine) => {
  await using newsroom = await openNewsroom(engine);
  const records = [saying("Bob", "Un premier mot, et quelques autres pour faire nombre", { in: "a", about: "Bakou" })];
  const repeated: typeof newsroom.store = Object.create(newsroom.store, {
    commit: {
      value: async (work: Parameters<typeof newsroom.store.commit>[0]) => {
        const failing = newsroom.store.commit(async (tx) => {
          await work(tx);
          throw new Error("conflict");
        });
        await expect(failing).rejects.toThrow();
        return newsroom.store.commit(work);
      },
    },
  });
  const report = await importRecords(repeated, records, { reader: createReader() });
  expect(report.documents.new).toBe(1);
  expect(await newsroom.recounted()).toBe(await newsroom.digest());
});
