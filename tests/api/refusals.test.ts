import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { GraphQLError } from "graphql";
import { errorFormatter, type LogError } from "../../src/api/errors.js";
import { NotFound, Unavailable } from "../../src/errors.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/graph-store.js";
import { KARABAKH } from "../store/reads/karabakh.js";
import { writeSmallGraph } from "../store/reads/small-graph.js";
import { ask, errorsOf, execute } from "./asking.js";

describe("what breaks a rule is refused with a code, and nothing else fails with it", () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await openStore({ kind: "memory" });
    await writeSmallGraph(store, KARABAKH);
  });
  afterAll(() => store.close());

  async function expectRefused(source: string, code: string, message: RegExp, variables = {}) {
    const [error] = await errorsOf(store.engine, source, { variables });
    const formatted = errorFormatter(() => {})((error as GraphQLError).toJSON(), error);
    expect([formatted.extensions?.code, formatted.message]).toEqual([code, expect.stringMatching(message)]);
  }

  test.each([
    ["{ statements(first: 0) { totalCount } }", /^first is from 1 to 100, not 0/],
    ['{ actor(key: "armenie") { talkedAboutBy(first: 101) { statements } } }', /^first is from 1 to 100/],
    ["{ actor { name } }", /^actor takes just one of key and name/],
    ['{ actor(key: "a", name: "b") { name } }', /^actor takes just one of key and name/],
    ['{ node(id: "???") { id } }', /is no id/],
    ['{ statements(after: "xyz") { nodes { key } } }', /^This cursor is damaged/],
  ])("%s", (source, message) => expectRefused(source, "BAD_USER_INPUT", message));

  test("a date that is none", () =>
    expectRefused(
      "query ($date: PartialDate) { statements(where: { saidAt: { gte: $date } }) { totalCount } }",
      "BAD_USER_INPUT",
      /2023-02-30/,
      {
        date: "2023-02-30",
      },
    ));

  test("a cursor of another order, and one that was changed", async () => {
    const source =
      "query ($after: String, $by: [EventOrder!]) { events(first: 1, after: $after, orderBy: $by) { nodes { key } pageInfo { endCursor } } }";
    const { events } = await ask<{ events: { pageInfo: { endCursor: string } } }>(store.engine, source);
    const { endCursor } = events.pageInfo;
    await expectRefused(source, "BAD_USER_INPUT", /of the order -startDay-key, not \+foldedName\+key/, {
      after: endCursor,
      by: [{ field: "NAME", direction: "ASC" }],
    });
    const changed = Buffer.from(endCursor, "base64url").toString("utf8").replace("2023", "2024");
    await expectRefused(source, "BAD_USER_INPUT", /damaged/, { after: Buffer.from(changed).toString("base64url") });
    expect(await ask(store.engine, source, { variables: { after: endCursor } })).toMatchObject({
      events: { nodes: [{ key: "guerre" }] },
    });
  });

  test("mutations without the right to write", async () => {
    await expectRefused('mutation { removeDocument(key: "a") { removed } }', "FORBIDDEN", /admin token/);
    await expectRefused(
      'mutation { importArticles(articles: [{ text: "Oui" }]) { counts { kind } } }',
      "FORBIDDEN",
      /admin token/,
    );
  });

  test("the other root fields have their answers", async () => {
    const { data, errors } = await execute(
      store.engine,
      "{ bad: statements(first: 0) { totalCount } good: stats { statements } }",
    );
    expect(data).toEqual({ bad: null, good: { statements: 3 } });
    expect(errors).toMatchObject([{ path: ["bad"] }]);
  });

  test("a retracted statement is shown when it is asked for", async () => {
    const source = `{ a: statements(where: { status: { eq: RETRACTED } }) { nodes { key status } }
      b: statements(where: { NOT: { status: { eq: ACTIVE } } }) { totalCount } c: statement(key: "faux") { status } }`;
    expect(await ask(store.engine, source)).toEqual({
      a: { nodes: [{ key: "faux", status: "RETRACTED" }] },
      b: { totalCount: 1 },
      c: { status: "RETRACTED" },
    });
  });
});

describe("mutations", () => {
  test("importArticles answers with what the importer brought, read with one statement", async () => {
    await using store = await openStore({ kind: "memory" });
    await writeSmallGraph(store, KARABAKH);
    const given: unknown[] = [];
    const importer = {
      importArticles: async (articles: readonly object[]) => {
        given.push(...articles);
        const counts = { documents: { read: 1, new: 1, changed: 0, unchanged: 0 } };
        return {
          documents: ["a"],
          counts,
          problems: [{ place: { file: "articles[0]", line: 2 }, rule: "r", message: "m" }],
          resembles: [],
        };
      },
      removeDocument: async (key: string) => key === "a",
    };
    const source = `mutation { importArticles(articles: [{ text: "Oui", publishedAt: "2023-09" }]) {
      documents { key outlet { name } } statements(first: 2) { totalCount nodes { key } } counts { kind new } problems { file line rule message } }
      a: removeDocument(key: "a") { key removed } b: removeDocument(key: "z") { removed } }`;
    expect(await ask(store.engine, source, { importer, mayWrite: true })).toEqual({
      importArticles: {
        documents: [{ key: "a", outlet: { name: "La Dépêche" } }],
        statements: { totalCount: 3, nodes: [{ key: "oui" }, { key: "non" }] },
        counts: [{ kind: "documents", new: 1 }],
        problems: [{ file: "articles[0]", line: 2, rule: "r", message: "m" }],
      },
      a: { key: "a", removed: true },
      b: { removed: false },
    });
    expect(given).toMatchObject([{ text: "Oui", publishedAt: "2023-09" }]);
  });
});

describe("formatted errors", () => {
  const logged: Parameters<LogError>[] = [];
  const format = errorFormatter((...entry) => logged.push(entry));
  const thrown = (error: Error) => {
    const wrapped = new GraphQLError(error.message, {
      path: ["statements"],
      originalError: error,
      extensions: { stacktrace: ["at x"] },
    });
    return format(wrapped.toJSON(), wrapped);
  };

  test("ours have their code", () => {
    expect(thrown(new Unavailable("Try again"))).toEqual({
      message: "Try again",
      path: ["statements"],
      extensions: { code: "UNAVAILABLE" },
    });
    expect(thrown(new NotFound("No such"))).toMatchObject({ extensions: { code: "NOT_FOUND" } });
    expect(logged).toEqual([]);
  });

  test("all others are masked, and logged under an id", () => {
    const error = new Error("MATCH (n) at bolt://secret");
    const { message, extensions } = thrown(error);
    expect(message).toBe(`Internal error. The log of the server has it under ${extensions?.id}.`);
    expect(extensions).toEqual({ code: "INTERNAL_SERVER_ERROR", id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(logged).toEqual([["unexpected failure", { id: extensions?.id, error }]]);
  });

  test("those of GraphQL stay as they are, without a stack", () => {
    const error = new GraphQLError("Cannot query field", {
      extensions: { code: "GRAPHQL_VALIDATION_FAILED", stacktrace: ["at x"] },
    });
    expect(format(error.toJSON(), error)).toEqual({
      message: "Cannot query field",
      extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
    });
  });
});
