import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { GraphStore } from "../../src/store/graph-store.js";
import { ENGINES } from "../engines.js";
import { BruteForce } from "../store/reads/brute-force.js";
import { randomGraph } from "../store/reads/random-graph.js";
import { type Conditions, RANDOM_WHERES, randomStatementWhere } from "../store/reads/random-where.js";
import { type SmallGraph, writeSmallGraph } from "../store/reads/small-graph.js";
import { ask } from "./asking.js";

interface Page {
  totalCount: number;
  nodes: { key: string }[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const STATEMENTS = `query ($where: StatementWhere, $orderBy: [StatementOrder!], $first: Int, $after: String) {
  page: statements(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    totalCount nodes { key } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
/** The root fields beside statements, and the type of their `where`. */
const LISTS = { actors: "ActorWhere", documents: "DocumentWhere", events: "EventWhere", topics: "TopicWhere" } as const;

/** A seed for each run of the tests, so that a failure names what to repeat. */
const SEED = Number(process.env.DIXIT_TEST_SEED ?? Date.now() % 2 ** 31);
const GRAPH = fc.sample(randomGraph, { seed: SEED, numRuns: 1 })[0] as SmallGraph;

function keysOf({ nodes }: Page): string[] {
  return nodes.map(({ key }) => key);
}

describe.each(ENGINES)(`$name: laws of pages and filters (DIXIT_TEST_SEED=${SEED})`, (tested) => {
  let store: GraphStore;
  const runs = { seed: SEED, numRuns: tested.name.startsWith("grafeo") ? 200 : 20 };
  beforeAll(async () => {
    store = await tested.open();
    await writeSmallGraph(store, GRAPH);
  });
  afterAll(() => store.close());

  async function pageOf(source: string, variables: Record<string, unknown>, mine = ["public"]): Promise<Page> {
    const { page } = await ask<{ page: Page }>(store.engine, source, { variables, mine });
    return page;
  }

  test("statements are those that looking at everything finds, in the same order", async () => {
    await fc.assert(
      fc.asyncProperty(
        randomStatementWhere,
        fc.constantFrom<string[][]>(["public"], ["desk"], ["desk", "public"]),
        async (where, mine) => {
          const expected = new BruteForce(GRAPH, mine).statements(where as Conditions);
          const page = await pageOf(STATEMENTS, { where, first: 100 }, mine);
          expect(keysOf(page)).toEqual(expected.slice(0, 100));
          expect(page.totalCount).toBe(expected.length);
        },
      ),
      runs,
    );
  });

  test.each(Object.keys(LISTS) as (keyof typeof LISTS)[])(
    "%s are those that looking at everything finds, in the same order",
    async (list) => {
      const source = `query ($where: ${LISTS[list]}) { page: ${list}(where: $where) { totalCount nodes { key } } }`;
      await fc.assert(
        fc.asyncProperty(
          RANDOM_WHERES[list],
          fc.constantFrom<string[][]>(["public"], ["desk", "public"]),
          async (where, mine) => {
            const expected = new BruteForce(GRAPH, mine)[list](where);
            const page = await pageOf(source, { where }, mine);
            expect(keysOf(page)).toEqual(expected);
            expect(page.totalCount).toBe(expected.length);
          },
        ),
        { ...runs, numRuns: Math.ceil(runs.numRuns / 2) },
      );
    },
  );

  test("what an actor said, and what was said about it, is filtered like all statements", async () => {
    const source = `query ($key: String!, $where: StatementWhere) { actor(key: $key) {
      statements(where: $where, first: 100) { nodes { key } totalCount } statementsAbout(where: $where, first: 100) { nodes { key } totalCount } } }`;
    const whereWith = (relation: string, key: string, where: Conditions) => ({
      AND: [{ [relation]: { some: { actor: { key: { eq: key } } } } }, where],
    });
    await fc.assert(
      fc.asyncProperty(randomStatementWhere, fc.constantFrom("a0", "a1", "a5"), async (where, key) => {
        const { actor } = await ask<{ actor: Record<string, Page> }>(store.engine, source, {
          variables: { key, where },
        });
        const truth = new BruteForce(GRAPH, ["public"]);
        for (const [field, relation] of Object.entries({ statements: "speakers", statementsAbout: "about" })) {
          const expected = truth.statements(whereWith(relation, key, where as Conditions));
          expect(keysOf(actor[field] as Page)).toEqual(expected.slice(0, 100));
          expect(actor[field]?.totalCount).toBe(expected.length);
        }
      }),
      { ...runs, numRuns: Math.ceil(runs.numRuns / 3) },
    );
  });

  test("who talks about an actor, and whom it talks about, is counted like looking at everything counts", async () => {
    const source = `query ($key: String!, $where: StatementWhere) { actor(key: $key) {
      talksAbout(where: $where) { actor { key } statements support oppose }
      talkedAboutBy(where: $where) { actor { key } statements support oppose } } }`;
    await fc.assert(
      fc.asyncProperty(randomStatementWhere, fc.constantFrom("a0", "a1", "a4"), async (where, key) => {
        const { actor } = await ask<{ actor: object }>(store.engine, source, { variables: { key, where } });
        const truth = new BruteForce(GRAPH, ["public"]);
        expect(actor).toEqual({
          talksAbout: truth.ties("talksAbout", key, where as Conditions),
          talkedAboutBy: truth.ties("talkedAboutBy", key, where as Conditions),
        });
      }),
      { ...runs, numRuns: Math.ceil(runs.numRuns / 3) },
    );
  });

  test("page by page is all at once, in both directions", async () => {
    const orders = fc.constantFrom(
      undefined,
      [{ field: "SAID_AT", direction: "ASC" }],
      [{ field: "SAID_AT", direction: "DESC" }],
    );
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 40 }), async (orderBy, first) => {
        const pages = await allPages({ orderBy, first });
        const keys = pages.flatMap(keysOf);
        const expected = new BruteForce(GRAPH, ["public"]).statements({});
        expect(keys).toEqual(orderBy?.[0]?.direction === "ASC" ? expected.reverse() : expected);
        expect(pages.slice(0, -1).every(({ nodes }) => nodes.length === first)).toBe(true);
        for (const { edges, pageInfo } of pages) {
          expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor, edges.at(-1)?.cursor]);
        }
      }),
      { ...runs, numRuns: 6 },
    );
  });

  async function allPages(variables: Record<string, unknown>): Promise<Page[]> {
    const pages = [await pageOf(STATEMENTS, variables)];
    while (pages.at(-1)?.pageInfo.hasNextPage) {
      pages.push(await pageOf(STATEMENTS, { ...variables, after: pages.at(-1)?.pageInfo.endCursor }));
    }
    expect(pages.map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual(pages.map((_, index) => index > 0));
    return pages;
  }
});
