import { expect, test } from "@jest/globals";
import type { SourceRecord } from "../../src/model/record.js";
import { ask } from "../api/asking.js";
import { ENGINES } from "../engines.js";
import { openNewsroom } from "../newsroom.js";

const readAt = { file: "desk/topics.csv" };
const WORDS = "« Une trêve au Haut-Karabakh reste possible si Bakou le veut », a déclaré le ministre Paul Vannier.";
const ARTICLES = { a: WORDS, b: `Il pleut. ${WORDS}` };
const TOPIC: SourceRecord = { type: "topic", key: "treve", name: "Trêve", terms: { fr: ["trêve"] }, readAt };

function article(id: keyof typeof ARTICLES): SourceRecord {
  return { type: "article", id, language: "fr", text: ARTICLES[id], boilerplate: [], readAt: { file: `${id}.txt` } };
}

interface Answer {
  statements: {
    nodes: {
      about: { target: { id: string; key: string } }[];
      reports: {
        nodes: {
          document: { key: "a" | "b" };
          mentions: { targetId: string; span: { start: number; end: number } }[];
        }[];
      };
    }[];
  };
}

const QUERY = `{ statements { nodes {
  about { target { ... on Actor { id key } ... on Topic { id key } } }
  reports { nodes { document { key } mentions { targetId span { start end } } } } } } }`;

test.each(ENGINES)("$name: each report says where its document names a topic", async (engine) => {
  await using newsroom = await openNewsroom(engine);
  await newsroom.import([TOPIC, article("a"), article("b")]);
  const { statements } = await ask<Answer>(newsroom.store.engine, QUERY);
  const [{ about, reports } = { about: [], reports: { nodes: [] } }] = statements.nodes;
  expect(statements.nodes).toHaveLength(1);
  expect(reports.nodes.map(({ document }) => document.key)).toEqual(["a", "b"]);
  const topic = about.find(({ target }) => target.key === "treve")?.target.id;
  for (const { document, mentions } of reports.nodes) {
    const start = ARTICLES[document.key].indexOf("trêve");
    expect(mentions).toEqual([{ targetId: topic, span: { start, end: start + 5 } }]);
  }
});

test.each(ENGINES)("$name: a report that goes takes its places with it", async (engine) => {
  await using newsroom = await openNewsroom(engine);
  await newsroom.import([TOPIC, article("a")]);
  const digest = await newsroom.digest();
  await newsroom.import([article("b")]);
  await newsroom.remove("b");
  expect(await newsroom.digest()).toBe(digest);
});
