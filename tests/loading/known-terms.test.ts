import { expect, test } from "@jest/globals";
import { KnownTerms } from "../../src/loading/known-terms.js";
import type { EventRecord, SourceRecord } from "../../src/model/record.js";
import { ENGINES } from "../engines.js";
import { openNewsroom } from "../newsroom.js";

const EVENT: EventRecord = {
  type: "event",
  key: "sommet",
  name: { fr: "Sommet de Grenade", en: "Granada summit" },
  aliases: ["Grenade 2023"],
  terms: { fr: ["rencontre de Grenade"], "": ["EPC"] },
  readAt: { file: "study/events.csv" },
};
const WORDS = [
  { language: "en", term: "Granada summit" },
  { language: "fr", term: "Sommet de Grenade" },
  { language: "fr", term: "rencontre de Grenade" },
  { language: "", term: "EPC" },
  { language: "", term: "Grenade 2023" },
];

function wordsOf(terms: KnownTerms) {
  return terms.list().map(({ terms: words, ...term }) => ({
    ...term,
    words: [...words].sort((a, b) => (`${a.language}|${a.term}` < `${b.language}|${b.term}` ? -1 : 1)),
  }));
}

test("names and terms have their language; other names have none", () => {
  const terms = new KnownTerms();
  terms.take(EVENT, "sommet", "study");
  expect(wordsOf(terms)).toEqual([{ type: "event", key: "sommet", words: WORDS }]);
});

test("sets of records add to each other, and a set takes its own words back", () => {
  const terms = new KnownTerms();
  terms.take({ ...EVENT, terms: { fr: ["vieux mot"] } }, "sommet", "study");
  terms.take({ ...EVENT, aliases: [], terms: { en: ["summit in Granada"] } }, "sommet", "other");
  terms.take(EVENT, "sommet", "study");
  expect(wordsOf(terms)[0]?.words).toEqual([...WORDS, { language: "en", term: "summit in Granada" }].sort(byText));
});

function byText(a: { language: string; term: string }, b: { language: string; term: string }): number {
  return `${a.language}|${a.term}` < `${b.language}|${b.term}` ? -1 : 1;
}

test.each(ENGINES)("$name: the graph gives back what records said", async (engine) => {
  await using newsroom = await openNewsroom(engine);
  await newsroom.import([EVENT]);
  expect(wordsOf(await KnownTerms.stored(newsroom.store))).toEqual([{ type: "event", key: "sommet", words: WORDS }]);
});

test.each(ENGINES)("$name: two sets that describe one event both tell its words", async (engine) => {
  await using newsroom = await openNewsroom(engine);
  const readAt = { file: "a.txt" };
  const records: SourceRecord[] = [
    EVENT,
    { type: "event", key: "sommet", name: { fr: "Sommet de Grenade" }, readAt: { file: "coded/events.csv" } },
    {
      type: "article",
      id: "a",
      language: "fr",
      text: "« La rencontre de Grenade fut utile », a déclaré le ministre Paul Vannier.",
      boilerplate: [],
      readAt,
    },
  ];
  await newsroom.import(records);
  const [row] = await newsroom.read(
    "MATCH (:Statement)-[r:ABOUT]->(e:Event) RETURN e.key AS key, r.asWritten AS words",
  );
  expect(row).toEqual({ key: "sommet", words: "rencontre de Grenade" });
  const digest = await newsroom.digest();
  expect((await newsroom.import(records)).written).toEqual({ nodes: 0, relations: 0 });
  expect(await newsroom.digest()).toBe(digest);
});
