import { describe, expect, test } from "@jest/globals";
import { Conflict, InvalidInput, Unavailable } from "../../src/errors.js";
import type { CypherEngine, Parameters } from "../../src/store/engine.js";
import { ENGINES } from "../engines.js";

// The shapes of Cypher that this program relies on. What is not tried here must not be used: an engine may answer wrongly.

const SPEECHES = [
  { actor: "aliev", statement: "s1", day: "2023-09-19", verb: "dit" },
  { actor: "aliev", statement: "s2", day: "2023-09-20", verb: "annonce" },
  { actor: "aliev", statement: "s3", day: "2023-09-20", verb: "dit" },
  { actor: "pachinian", statement: "s4", day: "2023-09-21", verb: "dénonce" },
];
const TARGETS = [
  { statement: "s1", topic: "truce", stance: "SUPPORT" },
  { statement: "s1", topic: "enclave", stance: "OPPOSE" },
  { statement: "s4", topic: "truce", stance: "OPPOSE" },
];

async function fill(engine: CypherEngine): Promise<void> {
  await engine.write(async (transaction) => {
    await transaction.run("UNWIND $rows AS row MERGE (a:Actor {key: row.actor})", { rows: SPEECHES });
    await transaction.run("UNWIND $rows AS row MERGE (t:Topic {key: row.topic})", { rows: TARGETS });
    await transaction.run(
      "UNWIND $rows AS row MATCH (a:Actor {key: row.actor}) MERGE (s:Statement {key: row.statement}) " +
        "SET s += {saidDay: row.day, collections: ['public']} MERGE (a)-[r:MADE]->(s) SET r += {verb: row.verb}",
      { rows: SPEECHES },
    );
    await transaction.run(
      "UNWIND $rows AS row MATCH (s:Statement {key: row.statement}) MATCH (t:Topic {key: row.topic}) " +
        "CREATE (s)-[r:ABOUT]->(t) SET r = {stance: row.stance}",
      { rows: TARGETS },
    );
  });
}

describe.each(ENGINES)("$name", (engine) => {
  test("nested levels, each with its order and limit inside", async () => {
    await using store = await engine.open();
    await fill(store.engine);
    const rows = await store.engine.read(
      "UNWIND $keys AS key MATCH (a:Actor {key: key}) CALL (a) { MATCH (a)-[r:MADE]->(s:Statement) " +
        "WHERE any(c IN s.collections WHERE c IN $mine) WITH s, r ORDER BY s.saidDay DESC, s.key DESC LIMIT $first " +
        "CALL (s) { MATCH (s)-[e:ABOUT]->(t:Topic) WITH e, t ORDER BY t.key LIMIT $most " +
        "RETURN collect({stance: e.stance, node: t{.key}}) AS about } " +
        "RETURN collect({verb: r.verb, node: s{.key, about: about}}) AS statements } RETURN key, statements",
      { keys: ["aliev", "nobody", "pachinian"], mine: ["public"], first: 2, most: 25 },
    );
    expect(rows).toEqual([
      {
        key: "aliev",
        statements: [
          { verb: "dit", node: { key: "s3", about: [] } },
          { verb: "annonce", node: { key: "s2", about: [] } },
        ],
      },
      {
        key: "pachinian",
        statements: [{ verb: "dénonce", node: { key: "s4", about: [{ stance: "OPPOSE", node: { key: "truce" } }] } }],
      },
    ]);
  });

  test("an absent node is projected as null by CASE", async () => {
    await using store = await engine.open();
    await fill(store.engine);
    const rows = await store.engine.read(
      "UNWIND $keys AS key OPTIONAL MATCH (a:Actor {key: key}) RETURN CASE WHEN a IS NULL THEN null ELSE a{.key} END AS actor",
      { keys: ["aliev", "nobody"] },
    );
    expect(rows).toEqual([{ actor: { key: "aliev" } }, { actor: null }]);
  });

  test("a page of days, and a join of both ends", async () => {
    await using store = await engine.open();
    await fill(store.engine);
    const page = await store.engine.read(
      "UNWIND $days AS day MATCH (s:Statement {saidDay: day}) WHERE s.saidDay < $day OR s.key < $key " +
        "WITH s ORDER BY s.saidDay DESC, s.key DESC LIMIT $first RETURN s{.key} AS node",
      { days: ["2023-09-20", "2023-09-19"], day: "2023-09-20", key: "s3", first: 5 },
    );
    expect(page).toEqual([{ node: { key: "s2" } }, { node: { key: "s1" } }]);
    const joined = await store.engine.read(
      "MATCH (a:Actor {key: $actor}) MATCH (t:Topic {key: $topic}) MATCH (a)-[:MADE]->(s:Statement)-[:ABOUT]->(t) " +
        "WITH DISTINCT s ORDER BY s.key RETURN s.key AS key, COUNT { (s)-[:ABOUT]->() } AS targets, " +
        "EXISTS { MATCH (s)-[r:ABOUT]->() WHERE r.stance = 'OPPOSE' } AS opposes",
      { actor: "aliev", topic: "truce" },
    );
    expect(joined).toEqual([{ key: "s1", targets: 2, opposes: true }]);
  });

  test("values come back as they were given", async () => {
    await using store = await engine.open();
    const values = {
      key: "values",
      whole: 3,
      negative: -7,
      fraction: 0.25,
      small: 1e-7,
      big: 9007199254740991,
      bigger: 9007199254740993n,
      yes: true,
      text: 'É🙂 l\'"été" \\ \n',
      none: "",
      texts: ["b", "a", "b"],
      spans: [0, 12, 20, 31],
      scores: [1, 0.5],
      empty: [],
    };
    await store.engine.write((transaction) => transaction.run("CREATE (a:Actor) SET a = $values", { values }));
    const [row] = await store.engine.read("MATCH (a:Actor {key: 'values'}) RETURN a{.*} AS values");
    expect(row?.values).toEqual(values);
  });

  test("whole numbers are integers to the database, also deep in parameters", async () => {
    await using store = await engine.open();
    const rows = await store.engine.read(
      "UNWIND $rows AS row RETURN row.n / 2 AS half, toString(row.n) AS text, $list[row.at] AS item",
      { rows: [{ n: 7, at: 1 }], list: [4, 5] },
    );
    expect(rows).toEqual([{ half: 3, text: "7", item: 5 }]);
  });

  test("lists as sets: appended, subtracted, and relations deleted that have none left", async () => {
    await using store = await engine.open();
    await fill(store.engine);
    const { engine: cypher } = store;
    const add = "MATCH (:Actor {key: 'aliev'})-[r:MADE]->(:Statement {key: 's1'}) SET r.documents = $documents";
    await cypher.write((transaction) => transaction.run(add, { documents: ["d1", "d2"] }));
    const subtract =
      "MATCH (:Actor)-[r:MADE]->(:Statement) WHERE $document IN r.documents " +
      "SET r.documents = [d IN r.documents WHERE d <> $document] WITH r WHERE size(r.documents) = 0 DELETE r RETURN count(*) AS gone";
    const taken = (document: string) => cypher.write((transaction) => transaction.run(subtract, { document }));
    expect(await taken("d1")).toEqual([{ gone: 0 }]);
    expect(await taken("d2")).toEqual([{ gone: 1 }]);
    const left = await cypher.read("MATCH (:Actor {key: 'aliev'})-[r:MADE]->() RETURN count(r) AS count");
    expect(left).toEqual([{ count: 2 }]);
  });

  test("null takes a property away, and DETACH DELETE a node with its relations", async () => {
    await using store = await engine.open();
    await fill(store.engine);
    await store.engine.write(async (transaction) => {
      await transaction.run("MATCH (s:Statement {key: 's1'}) SET s += $change", { change: { saidDay: null } });
      await transaction.run("MATCH (t:Topic {key: 'truce'}) DETACH DELETE t");
    });
    expect(await store.engine.read("MATCH (s:Statement {key: 's1'}) RETURN s{.*} AS s")).toEqual([
      { s: { key: "s1", collections: ["public"] } },
    ]);
    expect(await store.engine.read("MATCH ()-[r:ABOUT]->() RETURN count(r) AS count")).toEqual([{ count: 1 }]);
  });

  test("a transaction reads what it wrote, and others do not until it is done", async () => {
    await using store = await engine.open();
    const count = "MATCH (t:Topic) RETURN count(t) AS count";
    const inside = await store.engine.write(async (transaction) => {
      await transaction.run("CREATE (:Topic {key: 'truce'})");
      expect(await store.engine.read(count)).toEqual([{ count: 0 }]);
      return transaction.run(count);
    });
    expect(inside).toEqual([{ count: 1 }]);
    expect(await store.engine.read(count)).toEqual([{ count: 1 }]);
  });

  test.each([
    ["the second statement fails", "CREATE (:Topic {key: 'truce'})", Conflict],
    ["a row of a statement fails", "UNWIND [1, 0] AS n CREATE (:Topic {key: toString(6 / n)})", InvalidInput],
  ])("nothing is stored when %s", async (_, statement, failure) => {
    await using store = await engine.open();
    const written = store.engine.write(async (transaction) => {
      await transaction.run("CREATE (:Topic {key: 'truce'})");
      await transaction.run(statement);
    });
    await expect(written).rejects.toBeInstanceOf(failure);
    await expect(written).rejects.not.toThrow(/truce|constraint|Neo4j|GRAFEO|zero/i);
    expect(await store.engine.read("MATCH (t:Topic) RETURN count(t) AS count")).toEqual([{ count: 0 }]);
  });

  test("concurrent writers of the same things all succeed, and their sum is right", async () => {
    await using store = await engine.open();
    const keys = Array.from({ length: 40 }, (_, i) => `actor-${i}`);
    const write = (i: number) =>
      store.engine.write((transaction) =>
        transaction.run(
          "UNWIND $keys AS key MERGE (a:Actor {key: key}) SET a.count = coalesce(a.count, 0) + 1",
          { keys: i % 2 ? keys : keys.toReversed() }, // in opposite orders, they lock each other out
        ),
      );
    await Promise.all(Array.from({ length: 12 }, (_, i) => write(i)));
    const sum = await store.engine.read("MATCH (a:Actor) RETURN count(a) AS actors, sum(a.count) AS sum");
    expect(sum).toEqual([{ actors: 40, sum: 480 }]);
  });

  test("an error of the work itself comes through, and is not repeated", async () => {
    await using store = await engine.open();
    const failure = new InvalidInput("a rule of ours");
    let attempts = 0;
    const written = store.engine.write(async () => {
      attempts++;
      throw failure;
    });
    await expect(written).rejects.toBe(failure);
    expect(attempts).toBe(1);
  });

  test("a bug of ours is no error of a caller", async () => {
    await using store = await engine.open();
    const refused = store.engine.read("MATCH (n) RETRUN n");
    await expect(refused).rejects.toThrow();
    await expect(refused).rejects.not.toHaveProperty("code", "BAD_USER_INPUT");
  });

  test("a closed store is unavailable; closing waits for writes, and twice is once", async () => {
    await using store = await engine.open();
    const slow = store.engine.write(async (transaction) => {
      await transaction.run("CREATE (:Topic {key: 'first'})");
      return transaction.run("MATCH (t:Topic) RETURN count(t) AS count");
    });
    const closing = store.close();
    expect(await slow).toEqual([{ count: 1 }]);
    await Promise.all([closing, store.close()]);
    await expect(store.engine.read("RETURN 1 AS one")).rejects.toBeInstanceOf(Unavailable);
    await expect(store.engine.verify()).rejects.toBeInstanceOf(Unavailable);
    const write: (parameters: Parameters) => Promise<unknown> = (parameters) =>
      store.engine.write((transaction) => transaction.run("CREATE (t:Topic) SET t = $t", parameters));
    await expect(write({ t: { key: "late" } })).rejects.toBeInstanceOf(Unavailable);
  });
});
