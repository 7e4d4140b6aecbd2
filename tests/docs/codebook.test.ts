import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { codebookOf as codebookIn } from "../../src/loading/codebook-of.js";
import type { EventRecord, SourceRecord, TopicRecord } from "../../src/model/record.js";
import { codebookOf } from "../../src/resolution/codebook.js";
import { resolveActor } from "../../src/resolution/resolve-actor.js";
import { readSources } from "../../src/sources/read-sources.js";
import { ROOT } from "./markdown.js";

const FOLDER = join(ROOT, "import/codebook");
let events: EventRecord[];
let topics: TopicRecord[];

beforeAll(async () => {
  const records: SourceRecord[] = [];
  for await (const record of readSources([FOLDER])) if ("type" in record) records.push(record);
  events = records.filter((record) => record.type === "event");
  topics = records.filter((record) => record.type === "topic");
});

test("the sample's codebook has events from 1988 on, each with a date, and topics in a tree", () => {
  expect([events.length >= 25, topics.length >= 30]).toEqual([true, true]);
  const keys = new Set([...events, ...topics].map(({ key }) => key));
  expect(keys.size).toBe(events.length + topics.length);
  const lost = [...events.map(({ partOf }) => partOf), ...topics.map(({ broader }) => broader)];
  expect(lost.filter((key) => key !== undefined && !keys.has(key))).toEqual([]);
  expect(events.filter(({ start = "" }) => !/^(?:19|20)\d\d/.test(start)).map(({ key }) => key)).toEqual([]);
  expect(events.filter(({ start = "", end }) => end !== undefined && end < start.slice(0, end.length))).toEqual([]);
});

test("each has a name and terms in both languages", () => {
  const poor = [...events, ...topics].filter(
    ({ name, terms = {} }) =>
      typeof name === "string" || !name.fr || !name.en || !terms.fr?.length || !terms.en?.length,
  );
  expect(poor.map(({ key }) => key)).toEqual([]);
});

test.each([
  ["fr", "Bakou a lancé une opération « antiterroriste ».", ["offensive-septembre-2023", "mesures-antiterroristes"]],
  ["fr", "La fin du blocus du corridor de Lachin est exigée.", ["blocus-latchine"]],
  ["fr", "Depuis la guerre des 44 jours, rien n'a changé.", ["guerre-44-jours-2020"]],
  ["fr", "Les réfugiées demandent le droit de retour.", ["refugies", "droit-au-retour"]],
  ["en", "The mass exodus is ethnic cleansing, not voluntary.", ["exode-2023", "nettoyage-ethnique"]],
  ["en", "The 2020 truce was never kept.", ["accord-de-2020"]],
  ["en", "They called for targeted sanctions and talks in Yevlakh.", ["sanctions", "pourparlers-yevlakh"]],
  ["fr", "Une offensive diplomatique en Afrique, une génération.", []],
])("in %s: %s", async (language, text, keys) => {
  const terms = await codebookIn(readSources([FOLDER]), resolveActor, () => {});
  expect(
    codebookOf(terms)
      .find(text, language)
      .map(({ key }) => key)
      .sort(),
  ).toEqual([...keys].sort());
});
