import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { GraphStore } from "../../src/store/graph-store.js";
import { ENGINES } from "../engines.js";
import { DATES, randomGraph } from "../store/reads/random-graph.js";
import { type SmallGraph, writeSmallGraph } from "../store/reads/small-graph.js";
import { ask } from "./asking.js";

interface Page {
  edges: { cursor: string; node: { key?: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const SEED = Number(process.env.DIXIT_TEST_SEED ?? Date.now() % 2 ** 31);
const GRAPH = fc.sample(randomGraph, { seed: SEED, numRuns: 1 })[0] as SmallGraph;
const PAGE = "edges { cursor node { key } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
const REPORTS =
  "edges { cursor node { document { key } spans { start } verb } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
const ARGUMENTS = "first: $first, after: $after, last: $last, before: $before";

const both = (field: string) => [`[{ field: ${field}, direction: ASC }]`, `[{ field: ${field}, direction: DESC }]`];
const STATEMENT_ORDERS = ["[]", ...both("SAID_AT")];

/** Every connection, in every order: where it stands, what is selected of it, and its orders. */
const CONNECTIONS: [name: string, operation: (page: string) => string, orders: string[]][] = [
  ["statements", (page) => page, STATEMENT_ORDERS],
  ["documents", (page) => page, ["[]", ...both("PUBLISHED_AT")]],
  ["actors", (page) => page, ["[]", ...both("NAME")]],
  [
    "events",
    (page) => page,
    ["[]", ...both("START"), ...both("NAME"), "[{ field: NAME }, { field: START, direction: DESC }]"],
  ],
  ["topics", (page) => page, ["[]", ...both("NAME")]],
  ["importRuns", (page) => page, ["[]", ...both("STARTED_AT")]],
  ["statements", (page) => `actor(key: "a0") { ${page} }`, STATEMENT_ORDERS],
  ["statementsAbout", (page) => `actor(key: "a0") { ${page} }`, STATEMENT_ORDERS],
  ["statements", (page) => `documents(first: 1) { nodes { ${page} } }`, STATEMENT_ORDERS],
  ["statementsAbout", (page) => `events(first: 1) { nodes { ${page} } }`, STATEMENT_ORDERS],
  ["statementsAbout", (page) => `topics(first: 1) { nodes { ${page} } }`, STATEMENT_ORDERS],
  ["reports", (page) => `statements(first: 1) { nodes { ${page} } }`, []],
];

describe.each(ENGINES)(`$name: pages (DIXIT_TEST_SEED=${SEED})`, (tested) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await tested.open();
    await writeSmallGraph(store, GRAPH);
    const run =
      "UNWIND range(1, 12) AS i CREATE (:ImportRun {key: 'r' + toString(i), startedAt: '2023-09-2' + toString(i % 5)})";
    await store.engine.write((transaction) => transaction.run(run));
  });
  afterAll(() => store.close());

  // Neo4j plans each new shape for a while.
  const SIZES = tested.name.startsWith("grafeo") ? [1, 2, 7, 40] : [7];

  async function read(operation: string, variables: Record<string, unknown>): Promise<Page> {
    const source = `query ($first: Int, $after: String, $last: Int, $before: String) { ${operation} }`;
    const found = findPage(await ask(store.engine, source, { variables }));
    if (found === undefined) throw new Error(`no page in ${operation}`);
    return found;
  }

  const CASES = CONNECTIONS.flatMap(([field, operation, orders]) =>
    (orders.length === 0 ? [""] : orders).map((order): [string, string] => {
      const given = order === "" ? "" : `, orderBy: ${order}`;
      const page = `page: ${field}(${ARGUMENTS}${given}) { ${field === "reports" ? REPORTS : PAGE} }`;
      return [`${operation(field)}${given}`, operation(page)];
    }),
  );

  test.each(CASES)("forwards and backwards is all at once: %s", async (_, operation) => {
    const all = await read(operation, { first: 100 });
    const total = all.edges.length;
    if (!all.pageInfo.hasNextPage) expect((await read(operation, { last: 100 })).edges).toEqual(all.edges);
    for (const size of SIZES.filter((each) => each === 7 || total / each < 8)) {
      const forwards = await walk(operation, size, "first");
      expect(forwards.flatMap(({ edges }) => edges)).toEqual(all.edges);
      const backwards = (await walk(operation, size, "last")).reverse();
      expect(backwards.flatMap(({ edges }) => edges)).toEqual(all.edges);
    }
  });

  /** All pages of a size, from one end to the other; each says rightly whether more stand on either side. */
  async function walk(
    operation: string,
    size: number,
    from: "first" | "last",
    meanwhile: () => unknown = () => {},
  ): Promise<Page[]> {
    const pages = [await read(operation, { [from]: size })];
    const [more, cursor, bound] =
      from === "first"
        ? (["hasNextPage", "endCursor", "after"] as const)
        : (["hasPreviousPage", "startCursor", "before"] as const);
    while (pages.at(-1)?.pageInfo[more]) {
      await meanwhile();
      pages.push(await read(operation, { [from]: size, [bound]: pages.at(-1)?.pageInfo[cursor] }));
    }
    const behind = from === "first" ? "hasPreviousPage" : "hasNextPage";
    expect(pages.map(({ pageInfo }) => pageInfo[behind])).toEqual(pages.map((_, index) => index > 0));
    expect(pages.slice(0, -1).every(({ edges }) => edges.length === size)).toBe(true);
    for (const { edges, pageInfo } of pages) {
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
        edges[0]?.cursor ?? null,
        edges.at(-1)?.cursor ?? null,
      ]);
    }
    return pages;
  }

  test("a page may be bounded on both sides", async () => {
    const operation = `page: statements(${ARGUMENTS}) { ${PAGE} }`;
    const { edges } = await read(operation, { first: 30 });
    const [after, before] = [edges[4]?.cursor, edges[20]?.cursor];
    const first = await read(operation, { first: 3, after, before });
    expect(first.edges).toEqual(edges.slice(5, 8));
    expect(first.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
    expect((await read(operation, { last: 3, after, before })).edges).toEqual(edges.slice(17, 20));
    expect((await read(operation, { first: 100, after, before })).edges).toEqual(edges.slice(5, 20));
  });

  test.each(["first", "last"] as const)("nothing is skipped or twice while statements come in: %s", async (from) => {
    const operation = `page: statements(${ARGUMENTS}) { ${PAGE} }`;
    const before = new Set((await walk(operation, 40, "first")).flatMap(keysOf));
    let batch = 0;
    const pages = await walk(operation, 13, from, () => insert(`${from}-${batch++}`));
    const keys = (from === "first" ? pages : pages.reverse()).flatMap(keysOf);
    expect(keys).toEqual([...new Set(keys)]);
    const after = (await walk(operation, 40, "first")).flatMap(keysOf);
    expect(after.length).toBeGreaterThan(before.size);
    expect(keys.filter((key) => before.has(key))).toEqual(after.filter((key) => before.has(key)));
  });

  /** Statements of all sorts of days, whose keys sort before and after those that are there. */
  async function insert(name: string): Promise<void> {
    const statements = DATES.flatMap((saidAt) =>
      ["a", "s1", "z"].map((start) => ({ key: `${start}-${name}-${saidAt}`, saidAt })),
    );
    await writeSmallGraph(store, { actors: [], events: [], topics: [], documents: [], statements });
  }
});

function keysOf({ edges }: Page): string[] {
  return edges.map(({ node }) => node.key ?? "");
}

/** The one page of an answer, wherever it stands. */
function findPage(answer: unknown): Page | undefined {
  if (typeof answer !== "object" || answer === null) return undefined;
  if ("page" in answer) return answer.page as Page;
  for (const value of Object.values(answer)) {
    const page = findPage(value);
    if (page !== undefined) return page;
  }
  return undefined;
}
