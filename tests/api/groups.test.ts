import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { COUNTS, type CountName, GROUP_BY, type GroupBy } from "../../src/model/grouping.js";
import { INTERVALS, type Interval } from "../../src/model/interval.js";
import { SPEECH_ACTS, type SpeechAct } from "../../src/model/vocabulary.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { ENGINES } from "../engines.js";
import { BruteGroups, type FoundGroup } from "../store/reads/brute-groups.js";
import { ACTOR_KEYS, randomGraph } from "../store/reads/random-graph.js";
import { type Conditions, randomStatementWhere } from "../store/reads/random-where.js";
import { type SmallGraph, writeSmallGraph } from "../store/reads/small-graph.js";
import { ask } from "./asking.js";

const SEED = Number(process.env.DIXIT_TEST_SEED ?? Date.now() % 2 ** 31);

const some = <T>(values: readonly T[]) => fc.constantFrom(...values);
const circumstances = fc.record({
  act: some(Object.keys(SPEECH_ACTS) as SpeechAct[]),
  onBehalfOf: fc.subarray([...ACTOR_KEYS], { maxLength: 2 }),
  relayedBy: fc.subarray([...ACTOR_KEYS], { maxLength: 2 }),
});
const groupedGraph = fc.tuple(randomGraph, fc.array(circumstances, { minLength: 120, maxLength: 120 })).map(
  ([graph, more]): SmallGraph => ({
    ...graph,
    topics: [
      { key: "t0", name: "Bakou" },
      { key: "t1", name: "Thème 1", broader: "t0" },
      { key: "a0", name: "Thème 2", broader: "t1" },
    ],
    statements: graph.statements.map((statement, index) => ({ ...statement, ...more[index] })),
  }),
);
const GRAPH = fc.sample(groupedGraph, { seed: SEED, numRuns: 1 })[0] as SmallGraph;

const INTERVAL_NAMES = Object.keys(INTERVALS) as Interval[];
const FACETS = (Object.keys(GROUP_BY) as GroupBy[]).filter((name) => !INTERVAL_NAMES.includes(name as Interval));
const mixes = fc
  .tuple(fc.subarray(FACETS, { maxLength: 3 }), fc.option(some<GroupBy>(INTERVAL_NAMES), { nil: undefined }))
  .map(([facets, interval]) => (interval === undefined ? facets : [...facets, interval]))
  .filter((by) => by.length > 0)
  .chain((by) => fc.shuffledSubarray(by, { minLength: by.length }));

/** How the value of each thing to group by is asked for. */
const FIELDS: Readonly<Record<string, string>> = {
  SPEAKER: "speaker { key }",
  ON_BEHALF_OF: "onBehalfOf { key }",
  ADDRESSEE: "addressee { key }",
  RELAYED_BY: "relayedBy { key }",
  TARGET: "target { __typename ... on Actor { key } ... on Event { key } ... on Topic { key } }",
  EVENT: "event { key }",
  TOPIC: "topic { key }",
  BROAD_TOPIC: "broadTopic { key }",
  OUTLET: "outlet { key }",
  DOCUMENT: "document { key }",
};

function fieldOf(name: GroupBy): string {
  if (INTERVAL_NAMES.includes(name as Interval)) return "period { interval name first }";
  return FIELDS[name] ?? name.toLowerCase();
}

/** What a group answers of what it is of, as text. */
function textOf(name: GroupBy, group: Record<string, unknown>): string {
  const [field = ""] = fieldOf(name).split(" ");
  const value = group[field] as null | string | (Node & Partial<Period>);
  if (value === null || typeof value === "string") return value ?? "";
  if (value.interval !== undefined) return nameOf(value as Period);
  return value.__typename === undefined ? (value.key ?? "") : `${value.__typename} ${value.key}`;
}

interface Node {
  __typename?: string;
  key?: string;
}
type Period = Record<"interval" | "name" | "first" | "last", string>;

/** As the store calls a period: a week by its first day. */
function nameOf({ interval, name, first }: Period): string {
  return interval === "WEEK" ? first : name;
}

type Numbers = Record<CountName, number>;

function sizes({ counted }: FoundGroup): Numbers {
  return Object.fromEntries(COUNTS.map((count) => [count, counted[count].size])) as Numbers;
}

function sum(groups: readonly Numbers[]): Numbers {
  return Object.fromEntries(
    COUNTS.map((count) => [count, groups.reduce((total, group) => total + group[count], 0)]),
  ) as Numbers;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareValues(a: FoundGroup, b: FoundGroup): number {
  return a.values.map((value, index) => compare(value, b.values[index] ?? "")).find((order) => order !== 0) ?? 0;
}

const COUNT_FIELDS = COUNTS.join(" ");

describe.each(ENGINES)(`$name: groups and timelines (DIXIT_TEST_SEED=${SEED})`, (tested) => {
  let store: GraphStore;
  const runs = { seed: SEED, numRuns: tested.name.startsWith("grafeo") ? 150 : 8 };
  const mines = fc.constantFrom<string[][]>(["public"], ["desk"], ["desk", "public"]);
  const wheres = fc.oneof(fc.constant<Conditions>({}), randomStatementWhere);
  beforeAll(async () => {
    store = await tested.open();
    await writeSmallGraph(store, GRAPH);
  });
  afterAll(() => store.close());

  test("groups are those that looking at everything finds, and the rest is their sum", async () => {
    await fc.assert(
      fc.asyncProperty(mixes, wheres, mines, fc.integer({ min: 1, max: 100 }), async (by, where, mine, first) => {
        const source = `query ($by: [GroupBy!]!, $where: StatementWhere, $first: Int) {
          groups(by: $by, where: $where, first: $first, orderBy: [{ field: STATEMENTS }, { field: SPEAKERS }, { field: KEY, direction: ASC }]) {
            top { ${by.map(fieldOf).join(" ")} ${COUNT_FIELDS} } groupCount others { groups ${COUNT_FIELDS} } total { ${COUNT_FIELDS} } } }`;
        const brute = new BruteGroups(GRAPH, mine);
        const found = brute.groups(by, where as Conditions).sort((a, b) => {
          const [left, right] = [sizes(a), sizes(b)];
          return right.statements - left.statements || right.speakers - left.speakers || compareValues(a, b);
        });
        const { groups } = await ask<{ groups: { top: (Numbers & Record<string, unknown>)[] } }>(store.engine, source, {
          variables: { by, where, first },
          mine,
        });
        const top = groups.top.map((group) => ({
          values: by.map((name) => textOf(name, group)),
          ...Object.fromEntries(COUNTS.map((count) => [count, group[count]])),
        }));
        expect(top).toEqual(found.slice(0, first).map((group) => ({ values: group.values, ...sizes(group) })));
        const [total] = brute.groups([], where as Conditions).map(sizes);
        expect(groups).toMatchObject({
          groupCount: found.length,
          others: { groups: Math.max(0, found.length - first), ...sum(found.slice(first).map(sizes)) },
          total: total ?? sum([]),
        });
      }),
      runs,
    );
  });

  test("a timeline has what looking at everything finds at each time, without a gap", async () => {
    await fc.assert(
      fc.asyncProperty(some(INTERVAL_NAMES), wheres, mines, async (interval, where, mine) => {
        const source = `query ($interval: Interval!, $where: StatementWhere) { timeline(interval: $interval, where: $where) {
          buckets { period { interval name first last } ${COUNT_FIELDS} } undated { ${COUNT_FIELDS} } coarser { ${COUNT_FIELDS} } total { statements } } }`;
        const { timeline } = await ask<{ timeline: Times & { total: Numbers } }>(store.engine, source, {
          variables: { interval, where },
          mine,
        });
        const found = new BruteGroups(GRAPH, mine).groups([interval], where as Conditions);
        expectTimes(timeline, found, interval, boundsOf(found, interval));
        for (const [index, { period }] of timeline.buckets.entries()) {
          const before = timeline.buckets[index - 1]?.period.last ?? dayBefore(period.first);
          expect(dayBefore(period.first)).toBe(before);
        }
        expect(timeline.total).toEqual({ statements: sum(found.map(sizes)).statements });
      }),
      runs,
    );
  });

  test("the series of a timeline are its groups through time", async () => {
    await fc.assert(
      fc.asyncProperty(
        some(INTERVAL_NAMES),
        some(FACETS),
        wheres,
        mines,
        fc.integer({ min: 1, max: 8 }),
        async (interval, splitBy, where, mine, first) => {
          const times = `buckets { period { interval name first last } ${COUNT_FIELDS} } undated { ${COUNT_FIELDS} } coarser { ${COUNT_FIELDS} }`;
          const source = `query ($interval: Interval!, $splitBy: GroupBy, $where: StatementWhere, $first: Int) {
          timeline(interval: $interval, splitBy: $splitBy, where: $where, first: $first) {
            top { ${fieldOf(splitBy)} ${COUNT_FIELDS} ${times} } others { groups ${times} } } }`;
          const { timeline } = await ask<{ timeline: Split }>(store.engine, source, {
            variables: { interval, splitBy, where, first },
            mine,
          });
          const brute = new BruteGroups(GRAPH, mine);
          const order = (a: FoundGroup, b: FoundGroup) =>
            sizes(b).statements - sizes(a).statements || compareValues(a, b);
          const groups = brute.groups([splitBy], where as Conditions).sort(order);
          const cells = brute.groups([splitBy, interval], where as Conditions);
          const shown = groups.slice(0, first).map(({ values }) => values[0]);
          expect(timeline.top.map((group) => textOf(splitBy, group))).toEqual(shown);
          expect(timeline.top).toMatchObject(groups.slice(0, first).map(sizes));
          expect(timeline.others.groups).toBe(Math.max(0, groups.length - first));
          const bounds = boundsOf(brute.groups([interval], where as Conditions), interval);
          for (const [index, series] of timeline.top.entries()) {
            const own = cells.filter(({ values }) => values[0] === shown[index]);
            expectTimes(series, own, interval, bounds);
          }
          const others = cells.filter(({ values }) => !shown.includes(values[0] as string));
          expectTimes(timeline.others, others, interval, bounds);
        },
      ),
      runs,
    );
  });
});

interface Times {
  buckets: (Numbers & { period: Period })[];
  undated: Numbers;
  coarser: Numbers;
}
interface Split {
  top: (Times & Numbers & Record<string, unknown>)[];
  others: Times & { groups: number };
}

const FORMS: Readonly<Record<Interval, RegExp>> = {
  DAY: /^\d{4}-\d\d-\d\d$/,
  WEEK: /^\d{4}-\d\d-\d\d$/,
  MONTH: /^\d{4}-\d\d$/,
  QUARTER: /-Q\d$/,
  YEAR: /^\d{4}$/,
};

function timeIn({ values }: FoundGroup): string {
  return values.at(-1) ?? "";
}

/** The first and the last bucket that has anything. */
function boundsOf(found: readonly FoundGroup[], interval: Interval): (string | undefined)[] {
  const names = found
    .map(timeIn)
    .filter((name) => FORMS[interval].test(name))
    .sort();
  return [names[0], names.at(-1)];
}

/** The buckets have what groups with a time at their end say, what is coarser counted together in each group. */
function expectTimes(
  answered: Times,
  found: readonly FoundGroup[],
  interval: Interval,
  bounds: (string | undefined)[],
) {
  const { buckets, undated, coarser } = answered;
  expect([buckets[0], buckets.at(-1)].map((bucket) => bucket && nameOf(bucket.period))).toEqual(bounds);
  const isCoarser = (group: FoundGroup) => timeIn(group) !== "" && !FORMS[interval].test(timeIn(group));
  expect(coarser).toEqual(sum(joined(found.filter(isCoarser)).map(sizes)));
  const at = (name: string) => sum(found.filter((group) => timeIn(group) === name).map(sizes));
  expect(undated).toEqual(at(""));
  for (const { period, ...counts } of buckets) expect(counts).toEqual(at(nameOf(period)));
}

/** Groups that differ only in their time, as one. */
function joined(found: readonly FoundGroup[]): FoundGroup[] {
  const together = new Map<string, FoundGroup>();
  for (const { values, counted } of found) {
    const id = JSON.stringify(values.slice(0, -1));
    const known = together.get(id)?.counted;
    const both = COUNTS.map((count) => [count, new Set([...(known?.[count] ?? []), ...counted[count]])]);
    together.set(id, { values, counted: Object.fromEntries(both) });
  }
  return [...together.values()];
}

function dayBefore(day: string): string {
  return new Date(new Date(day).getTime() - 86_400_000).toISOString().slice(0, 10);
}
