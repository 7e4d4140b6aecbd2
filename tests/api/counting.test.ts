import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { assertCells } from "../../src/api/buckets.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { ENGINES } from "../engines.js";
import { KARABAKH } from "../store/reads/karabakh.js";
import { type SmallStatement, writeSmallGraph } from "../store/reads/small-graph.js";
import { ask, type CountingEngine, counting, errorsOf } from "./asking.js";

function said(key: string, saidAt: string | undefined, more: Partial<SmallStatement> = {}): SmallStatement {
  return { key, saidAt, speakers: [{ actor: "armenie" }], ...more };
}

/** Statements on and around the turn of a year, and what is known of them less precisely. */
const STATEMENTS: SmallStatement[] = [
  said("a", "2020-12-31", { about: [{ label: "Topic", key: "cessez-le-feu", stance: "SUPPORT" }] }),
  said("b", "2021-01-03T10:00Z", {
    speakers: [{ actor: "armenie" }, { actor: "russie" }],
    about: [
      { label: "Topic", key: "cessez-le-feu", stance: "OPPOSE" },
      { label: "Actor", key: "azerbaidjan", stance: "OPPOSE" },
    ],
    reports: [
      { document: "a", at: 1 },
      { document: "a", at: 9 },
      { document: "b", at: 1 },
      { document: "secret", at: 1 },
    ],
  }),
  said("c", "2021-01", { about: [{ label: "Topic", key: "paix" }] }),
  said("d", "2021", { speakers: [] }),
  said("e", undefined, { act: "DEMAND", language: "fr" }),
  said("hidden", "2021-01-05", { collections: ["desk"] }),
  said("half", "2021-01-04", {
    speakers: [{ actor: "armenie" }, { actor: "azerbaidjan", collections: ["desk"] }],
    about: [{ label: "Topic", key: "paix", stance: "NEUTRAL", collections: ["desk"] }],
  }),
  said("old", "1990-05-01", { collections: ["archive"] }),
  said("retracted", "2021-01-05", { status: "RETRACTED" }),
];

describe.each(ENGINES)("$name: counting", (tested) => {
  let store: GraphStore;
  let engine: CountingEngine;
  beforeAll(async () => {
    store = await tested.open();
    engine = counting(store.engine);
    await writeSmallGraph(store, { ...KARABAKH, statements: STATEMENTS });
  });
  afterAll(() => store.close());

  test("what is missing is a group of its own, and everything is counted once in each", async () => {
    const source = `{ groups(by: [SPEAKER]) { top { speaker { key } statements reports documents speakers } groupCount total { statements } } }`;
    expect(await ask(engine, source)).toEqual({
      groups: {
        top: [
          { speaker: { key: "armenie" }, statements: 5, reports: 3, documents: 2, speakers: 1 },
          { speaker: null, statements: 1, reports: 0, documents: 0, speakers: 0 },
          { speaker: { key: "russie" }, statements: 1, reports: 3, documents: 2, speakers: 1 },
        ],
        groupCount: 3,
        total: { statements: 6 },
      },
    });
  });

  test("the stance is that on what it is grouped by", async () => {
    const source = `{ topics: groups(by: [STANCE, TOPIC], orderBy: [{ field: KEY, direction: ASC }]) { top { topic { name } stance statements } }
      broad: groups(by: [BROAD_TOPIC]) { top { broadTopic { name } statements } }
      any: groups(by: [STANCE]) { top { stance statements } } }`;
    expect(await ask(engine, source)).toEqual({
      topics: {
        top: [
          { topic: null, stance: null, statements: 3 },
          { topic: { name: "Paix" }, stance: null, statements: 1 },
          { topic: { name: "Cessez-le-feu" }, stance: "OPPOSE", statements: 1 },
          { topic: { name: "Cessez-le-feu" }, stance: "SUPPORT", statements: 1 },
        ],
      },
      broad: {
        top: [
          { broadTopic: null, statements: 3 },
          { broadTopic: { name: "Paix" }, statements: 3 },
        ],
      },
      any: {
        top: [
          { stance: null, statements: 4 },
          { stance: "OPPOSE", statements: 1 },
          { stance: "SUPPORT", statements: 1 },
        ],
      },
    });
  });

  test("a date is in the period that it is known for", async () => {
    const source = `query ($by: [GroupBy!]!) { groups(by: $by, orderBy: [{ field: KEY, direction: ASC }]) { top { period { interval name } statements } } }`;
    const names = async (by: string) => {
      const { groups } = await ask<{ groups: { top: { period: { name: string } | null; statements: number }[] } }>(
        engine,
        source,
        { variables: { by } },
      );
      return groups.top.map(({ period, statements }) => `${period?.name ?? "none"} ${statements}`);
    };
    expect(await names("DAY")).toEqual([
      "none 1",
      "2020-12-31 1",
      "2021 1",
      "2021-01 1",
      "2021-01-03 1",
      "2021-01-04 1",
    ]);
    expect(await names("WEEK")).toEqual(["none 1", "2020-W53 2", "2021 1", "2021-01 1", "2021-W01 1"]);
    expect(await names("MONTH")).toEqual(["none 1", "2020-12 1", "2021 1", "2021-01 3"]);
    expect(await names("QUARTER")).toEqual(["none 1", "2020-Q4 1", "2021 1", "2021-Q1 3"]);
    expect(await names("YEAR")).toEqual(["none 1", "2020 1", "2021 4"]);
  });

  test("a timeline fills its gaps and counts coarser dates apart", async () => {
    engine.texts.length = 0;
    const source = `{ timeline(interval: DAY, splitBy: SPEAKER, first: 1) { buckets { period { name } statements } undated { statements } coarser { statements speakers } total { statements }
      top { speaker { key } statements buckets { statements } coarser { statements } } others { groups buckets { statements } coarser { statements } } } }`;
    expect(await ask(engine, source)).toEqual({
      timeline: {
        buckets: [
          { period: { name: "2020-12-31" }, statements: 1 },
          { period: { name: "2021-01-01" }, statements: 0 },
          { period: { name: "2021-01-02" }, statements: 0 },
          { period: { name: "2021-01-03" }, statements: 1 },
          { period: { name: "2021-01-04" }, statements: 1 },
        ],
        undated: { statements: 1 },
        coarser: { statements: 2, speakers: 1 },
        total: { statements: 6 },
        top: [
          {
            speaker: { key: "armenie" },
            statements: 5,
            buckets: [1, 0, 0, 1, 1].map((statements) => ({ statements })),
            coarser: { statements: 1 },
          },
        ],
        others: {
          groups: 2,
          buckets: [0, 0, 0, 1, 0].map((statements) => ({ statements })),
          coarser: { statements: 1 },
        },
      },
    });
    expect(engine.texts).toHaveLength(1);
  });

  test("actors, events and topics of groups are followed further, in one statement", async () => {
    engine.texts.length = 0;
    const source = `{ groups(by: [SPEAKER, TOPIC], where: { speakers: { some: { actor: { named: { eq: "Erevan" } } } } }, first: 2) {
      top { speaker { name statements(first: 1) { totalCount nodes { key } } } topic { name broader { name } statementsAbout(first: 1) { nodes { key } } } statements }
      others { groups statements } } }`;
    expect(await ask(engine, source)).toEqual({
      groups: {
        top: [
          {
            speaker: { name: "Arménie", statements: { totalCount: 5, nodes: [{ key: "half" }] } },
            topic: null,
            statements: 2,
          },
          {
            speaker: { name: "Arménie", statements: { totalCount: 5, nodes: [{ key: "half" }] } },
            topic: { name: "Cessez-le-feu", broader: { name: "Paix" }, statementsAbout: { nodes: [{ key: "b" }] } },
            statements: 2,
          },
        ],
        others: { groups: 2, statements: 2 },
      },
    });
    expect(engine.texts).toHaveLength(1);
  });

  test("what stands in other collections is counted nowhere", async () => {
    const source = `{ speakers: groups(by: [SPEAKER]) { top { speaker { key } statements reports } total { statements reports documents speakers } }
      topics: groups(by: [TOPIC, STANCE]) { groupCount } documents: groups(by: [DOCUMENT]) { top { document { key } statements } }
      timeline(interval: DAY, splitBy: SPEAKER) { buckets { period { name } statements } top { speaker { key } } } }`;
    const open = await ask<Record<string, { top: unknown[]; buckets: unknown[] }>>(engine, source);
    const desk = await ask<Record<string, { top: unknown[]; buckets: unknown[] }>>(engine, source, {
      mine: ["desk", "public"],
    });
    expect(open).toMatchObject({
      speakers: { total: { statements: 6, reports: 3, documents: 2, speakers: 2 } },
      topics: { groupCount: 4 },
      documents: { top: [{ document: null }, { document: { key: "a" } }, { document: { key: "b" } }] },
    });
    expect(JSON.stringify(open)).not.toContain("azerbaidjan");
    expect(open.timeline?.buckets).toHaveLength(5);
    expect(desk).toMatchObject({
      speakers: { total: { statements: 7, reports: 4, documents: 3, speakers: 3 } },
      topics: { groupCount: 5 },
    });
    expect(JSON.stringify(desk.documents)).toContain("secret");
    expect(desk.timeline?.buckets).toHaveLength(6);
    expect(desk.timeline?.top).toHaveLength(4);
  });

  test("counts that nobody asks for are not computed", async () => {
    engine.texts.length = 0;
    await ask(
      engine,
      "{ groups(by: [MODE]) { top { mode statements } } timeline(interval: YEAR) { total { reports } } }",
    );
    expect(engine.texts.join()).not.toMatch(/MADE|BROADER|ABOUT/);
    expect(engine.texts.filter((text) => text.includes("REPORTED_IN"))).toHaveLength(1);
  });

  test("of nothing there are no groups", async () => {
    const source = `{ groups(by: [MODE], where: { key: { eq: "none" } }) { top { mode } groupCount others { groups statements documents } total { statements } }
      timeline(interval: DAY, splitBy: STANCE, where: { key: { eq: "none" } }) { buckets { statements } undated { statements } top { stance } others { groups } } }`;
    expect(await ask(engine, source)).toEqual({
      groups: { top: [], groupCount: 0, others: { groups: 0, statements: 0, documents: 0 }, total: { statements: 0 } },
      timeline: { buckets: [], undated: { statements: 0 }, top: [], others: { groups: 0 } },
    });
  });

  test("a timeline has a thousand buckets at most, and its series twenty thousand", async () => {
    const asked = { mine: ["archive", "public"] };
    const [error] = await errorsOf(engine, "{ timeline(interval: DAY) { buckets { statements } } }", asked);
    expect(error?.originalError).toMatchObject({
      code: "BAD_USER_INPUT",
      message: expect.stringMatching(/1000 buckets at most, and from 1990-05-01 to 2021-01-04 there are more of a DAY/),
    });
    const { timeline } = await ask<{ timeline: { buckets: unknown[] } }>(
      engine,
      "{ timeline(interval: MONTH) { buckets { statements } } }",
      asked,
    );
    expect(timeline.buckets).toHaveLength(12 * 30 + 9);
    expect(() => assertCells(20, 1000)).not.toThrow();
    expect(() => assertCells(21, 1000)).toThrow(/20000 buckets at most, not 21 times 1000; ask for fewer series/);
  });

  test.each([
    ["{ groups(by: []) { groupCount } }", /by takes from 1 to 4 things to group by, not 0/],
    ["{ groups(by: [MODE, ACT, SPEAKER, TARGET, STANCE]) { groupCount } }", /by takes from 1 to 4 things.*not 5/],
    ["{ groups(by: [MODE, ACT, MODE]) { groupCount } }", /by names MODE twice/],
    ["{ groups(by: [DAY, YEAR]) { groupCount } }", /one unit of time, not DAY and YEAR/],
    ["{ groups(by: [MODE], first: 101) { groupCount } }", /first is from 1 to 100, not 101/],
    ["{ groups(by: [MODE]) { top { speaker { key } } } }", /add SPEAKER to what they are grouped by/],
    ["{ groups(by: [MODE]) { top { period { name } } } }", /add DAY or WEEK or MONTH or QUARTER or YEAR/],
    ["{ timeline(interval: DAY) { top { statements } } }", /splitBy, which is not given/],
    ["{ timeline(interval: DAY, splitBy: YEAR) { top { statements } } }", /splitBy is no unit of time such as YEAR/],
    ["{ timeline(interval: DAY, splitBy: MODE, first: 0) { top { statements } } }", /first is from 1 to 100, not 0/],
  ])("%s is refused", async (source, message) => {
    const [error] = await errorsOf(engine, source);
    expect(error?.originalError).toMatchObject({ code: "BAD_USER_INPUT", message: expect.stringMatching(message) });
  });
});
