import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { GraphStore } from "../../src/store/graph-store.js";
import { ENGINES } from "../engines.js";
import { BruteForce } from "../store/reads/brute-force.js";
import { ACTOR_KEYS, EVENT_KEYS, randomGraph, TOPIC_KEYS } from "../store/reads/random-graph.js";
import { type Conditions, randomStatementWhere } from "../store/reads/random-where.js";
import { type SmallGraph, writeSmallGraph } from "../store/reads/small-graph.js";
import { ask, counting, errorsOf } from "./asking.js";

const SOURCE = `query ($where: StatementWhere, $on: DisputedWhere, $first: Int) {
  disagreements(where: $where, on: $on, first: $first) {
    target { __typename ... on Actor { key } ... on Event { key } ... on Topic { key } }
    supporter { key } opponent { key } support oppose
    supporting(first: 25) { key about { stance target { ... on Actor { key } ... on Event { key } ... on Topic { key } } } speakers { actor { key } } }
    opposing(first: 2) { key saidAt }
  } }`;

const SEED = Number(process.env.DIXIT_TEST_SEED ?? Date.now() % 2 ** 31);
const GRAPH = fc.sample(randomGraph, { seed: SEED, numRuns: 1 })[0] as SmallGraph;

interface Pair {
  target: { __typename: string; key: string };
  supporter: { key: string };
  opponent: { key: string };
  support: number;
  oppose: number;
  supporting: {
    key: string;
    about: { stance: string; target: { key: string } }[];
    speakers: { actor: { key: string } }[];
  }[];
  opposing: { key: string }[];
}

describe.each(ENGINES)(`$name: disagreements (DIXIT_TEST_SEED=${SEED})`, (tested) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await tested.open();
    await writeSmallGraph(store, GRAPH);
  });
  afterAll(() => store.close());

  async function pairsOf(variables: object, mine = ["public"]): Promise<Pair[]> {
    return (await ask<{ disagreements: Pair[] }>(store.engine, SOURCE, { variables: { ...variables }, mine }))
      .disagreements;
  }

  const runs = { seed: SEED, numRuns: tested.name.startsWith("grafeo") ? 60 : 8 };

  test("are those that looking at everything finds, in the same order, with their statements", async () => {
    await fc.assert(
      fc.asyncProperty(randomStatementWhere, fc.boolean(), fc.constantFrom(3, 100), async (where, all, first) => {
        const mine = all ? ["public", "desk"] : ["public"];
        const found = await pairsOf({ where, first }, mine);
        const expected = new BruteForce(GRAPH, mine).disagreements(where as Conditions).slice(0, first);
        expect(found.map(({ supporting: _, opposing: __, ...pair }) => pair)).toEqual(expected);
        for (const { supporting, support, supporter, target, opposing, oppose } of found) {
          expect(supporting).toHaveLength(Math.min(support, 25));
          expect(opposing).toHaveLength(Math.min(oppose, 2));
          for (const { speakers, about } of supporting) {
            expect(speakers.map(({ actor }) => actor.key)).toContain(supporter.key);
            expect(about.some((each) => each.stance === "SUPPORT" && each.target.key === target.key)).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  test("on one target are those of all that are on it", async () => {
    const keys = { actor: ACTOR_KEYS, event: EVENT_KEYS, topic: TOPIC_KEYS };
    const all = new BruteForce(GRAPH, ["public"]).disagreements({});
    expect(all.length).toBeGreaterThan(0);
    for (const [field, [key = ""]] of Object.entries(keys)) {
      const found = await pairsOf({ on: { [field]: { key: { eq: key } } }, first: 100 });
      const label = field.charAt(0).toUpperCase() + field.slice(1);
      const expected = all.filter(({ target }) => target.__typename === label && target.key === key);
      expect(found.map(({ supporting: _, opposing: __, ...pair }) => pair)).toEqual(expected.slice(0, 100));
    }
  });

  test("are read with one statement", async () => {
    const engine = counting(store.engine);
    await ask(engine, SOURCE, { variables: {} });
    expect(engine.texts).toHaveLength(1);
  });

  test.each([
    [{ on: {} }, /just one of actor, event and topic, not 0/],
    [{ on: { actor: { key: { eq: "a" } }, topic: { key: { eq: "t" } } } }, /just one of actor, event and topic, not 2/],
    [{ first: 0 }, /first of disagreements is from 1 to 100, not 0/],
    [{ first: 101 }, /first of disagreements is from 1 to 100, not 101/],
  ])("with %j are refused", async (variables, message) => {
    const [error] = await errorsOf(store.engine, SOURCE, { variables });
    expect(error?.message).toMatch(message);
  });
});
