import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import type { DocumentRecord, SourceRecord } from "../../src/model/record.js";

type Options = { statements?: number; actors?: number; topics?: number; filler?: number; seed?: number };
interface Newsroom {
  newsroom(options?: Options): Iterable<SourceRecord>;
}

const bench = pathToFileURL(join(import.meta.dirname, "../../bench/newsroom.mjs")).href;
const { newsroom } = (await import(bench)) as Newsroom;

function documentsOf(options: Options): DocumentRecord[] {
  return [...newsroom(options)].filter((record) => record.type === "document");
}

test("has as many actors, topics, documents and statements as it is asked for, and names each once", () => {
  const records = [...newsroom({ statements: 95, actors: 300, topics: 20 })];
  const named = records.flatMap((record) => (record.type === "actor" ? [JSON.stringify(record.name)] : []));
  expect(new Set(named).size).toBe(300);
  expect(records.filter(({ type }) => type === "topic")).toHaveLength(20);
  const documents = records.filter((record) => record.type === "document");
  expect(documents).toHaveLength(10);
  expect(documents.flatMap(({ statements }) => statements ?? [])).toHaveLength(95);
});

test("is the same each time, another for another seed, and a longer one starts like a shorter one", () => {
  const short = documentsOf({ statements: 50 });
  expect(documentsOf({ statements: 50 })).toEqual(short);
  expect(documentsOf({ statements: 50, seed: 1 })).not.toEqual(short);
  expect(documentsOf({ statements: 100 }).slice(0, 5)).toEqual(short);
});

test("every statement stands in its document's text at its span, and no two are alike", () => {
  const documents = documentsOf({ statements: 2_000, filler: 500 });
  const texts = new Set<string>();
  for (const { text = "", statements = [] } of documents) {
    for (const statement of statements) {
      const [span] = statement.spans ?? [];
      expect(text.slice(span?.start, span?.end)).toBe(statement.text);
      texts.add(statement.text);
    }
  }
  expect(texts.size).toBe(2_000);
});
