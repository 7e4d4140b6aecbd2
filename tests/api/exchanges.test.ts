import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { GraphStore } from "../../src/store/graph-store.js";
import { ENGINES } from "../engines.js";
import { BruteForce } from "../store/reads/brute-force.js";
import { ACTOR_KEYS, randomGraph } from "../store/reads/random-graph.js";
import { type Conditions, randomStatementWhere } from "../store/reads/random-where.js";
import { type SmallGraph, writeSmallGraph } from "../store/reads/small-graph.js";
import { ask, counting, errorsOf } from "./asking.js";

const SOURCE = `query ($between: [ActorBy!]!, $where: StatementWhere, $orderBy: [StatementOrder!], $first: Int) {
  exchanges(between: $between, where: $where, orderBy: $orderBy, first: $first) { totalCount nodes { key } } }`;

const SEED = Number(process.env.DIXIT_TEST_SEED ?? Date.now() % 2 ** 31);
const GRAPH = fc.sample(randomGraph, { seed: SEED, numRuns: 1 })[0] as SmallGraph;
const KEYS = fc.constantFrom(...ACTOR_KEYS);

interface Answer {
  exchanges: { totalCount: number; nodes: { key: string }[] };
}

describe.each(ENGINES)(`$name: exchanges (DIXIT_TEST_SEED=${SEED})`, (tested) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await tested.open();
    await writeSmallGraph(store, GRAPH);
  });
  afterAll(() => store.close());

  test("are what each says of the other, each statement once, earliest first", async () => {
    await fc.assert(
      fc.asyncProperty(KEYS, KEYS, randomStatementWhere, async (one, other, where) => {
        const between = [{ key: one }, { key: other }];
        const mine = ["public", "desk"];
        const { exchanges } = await ask<Answer>(store.engine, SOURCE, {
          variables: { between, where, first: 100 },
          mine,
        });
        const truth = new BruteForce(GRAPH, mine);
        const told = new Set(
          truth
            .said(where as Conditions)
            .filter(({ speaker, target }) => isPair(speaker, target, one, other))
            .map(({ statement }) => statement),
        );
        const expected = truth.statements(where as Conditions).filter((key) => told.has(key));
        expect(exchanges.nodes.map(({ key }) => key)).toEqual(expected.reverse());
        expect(exchanges.totalCount).toBe(expected.length);
      }),
      { seed: SEED, numRuns: tested.name.startsWith("grafeo") ? 100 : 15 },
    );
  });

  test("are read with one statement, also by names and latest first", async () => {
    const engine = counting(store.engine);
    const known = GRAPH.actors.filter(({ resolved = true }) => resolved);
    const between = known.slice(0, 2).map(({ name }) => ({ name }));
    const orderBy = [{ field: "SAID_AT", direction: "DESC" }];
    await ask(engine, SOURCE, { variables: { between, orderBy } });
    expect(engine.texts).toHaveLength(1);
  });

  test.each([
    [[{ name: "Nobody at all" }, { key: "a0" }], "NOT_FOUND", /No actor has the name "Nobody at all"/],
    [[{ key: "a0" }, { key: "nobody" }], "NOT_FOUND", /No actor has the key "nobody"/],
    [[{ key: "a0" }], "BAD_USER_INPUT", /between two actors, not 1/],
    [[{ key: "a0" }, { key: "a1", name: "A" }], "BAD_USER_INPUT", /just one of key and name/],
    [[{ key: "a0" }, {}], "BAD_USER_INPUT", /just one of key and name/],
  ])("of %j say what is wrong", async (between, code, message) => {
    const [error] = await errorsOf(store.engine, SOURCE, { variables: { between } });
    expect(error?.message).toMatch(message);
    expect(error?.originalError).toMatchObject({ code });
  });
});

function isPair(speaker: string, target: string, one: string, other: string): boolean {
  return (speaker === one && target === other) || (speaker === other && target === one);
}
