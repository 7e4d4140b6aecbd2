import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { GraphQLError, parse, validate } from "graphql";
import { errorFormatter, type LogError } from "../../src/api/errors.js";
import { buildDixitSchema } from "../../src/api/schema.js";
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
    ["{ statements(last: 101) { totalCount } }", /^last is from 1 to 100, not 101; ask for the page before/],
    ["{ statements(first: 2, last: 3) { totalCount } }", /^A page takes just one of first and last, not first: 2/],
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

  test("a cursor of another list, of another where, and one with something appended", async () => {
    const source = `query ($cursor: String, $where: StatementWhere) {
      statements(first: 1, where: $where) { pageInfo { endCursor } nodes { key } }
      a: statements(before: $cursor, where: $where) { nodes { key } }
      b: actor(key: "azerbaidjan") { statements(after: $cursor) { nodes { key } } } }`;
    type Answer = { statements: { pageInfo: { endCursor: string } } };
    const where = { language: { eq: "fr" }, about: { some: { stance: { eq: "OPPOSE" } } } };
    const { statements } = await ask<Answer>(store.engine, source, { variables: { where } });
    const cursor = statements.pageInfo.endCursor;
    const messages = async (variables: object) =>
      (await errorsOf(store.engine, source, { variables: { ...variables } })).map(({ path, message }) => [
        path?.[0],
        message,
      ]);
    const elsewhere = ["b", expect.stringMatching(/of the field Query.statements, not Actor.statements/)];
    expect(await messages({ cursor, where })).toEqual([elsewhere]);
    const turned = { about: where.about, language: { eq: "fr" } };
    expect(await messages({ cursor, where: turned })).toEqual([elsewhere]);
    expect(await messages({ cursor })).toEqual([["a", expect.stringMatching(/with other conditions/)], elsewhere]);
    const damaged = expect.stringMatching(/^This cursor is damaged/);
    expect(await messages({ cursor: `${cursor}A`, where })).toEqual([
      ["a", damaged],
      ["b", damaged],
    ]);
    expect(await messages({ cursor: `${cursor}!`, where })).toEqual([
      ["a", damaged],
      ["b", damaged],
    ]);
  });

  test.each([
    ["saidAt: { gte: 2023 }", /cannot represent|takes ISO text/],
    ['saidAt: { gte: "hier" }', /takes ISO text/],
    ["text: { eq: 1 }", /String cannot represent/],
    ['confidence: { gt: "much" }', /Float cannot represent/],
    ["mode: { eq: SPOKEN }", /does not exist in "SpeechMode"/],
    ['mode: { eq: "DIRECT" }', /Enum "SpeechMode" cannot represent/],
    ["speakers: { any: {} }", /"any" is not defined by type "SpeakingList"/],
    ["speakers: { none: { stance: { eq: OPPOSE } } }", /"stance" is not defined by type "SpeakingWhere"/],
    ['about: { every: { actor: "armenie" } }', /Expected value of type "ActorWhere"/],
    ['OR: { key: { like: "a" } }', /"like" is not defined by type "WordFilter"/],
  ])("a condition of the wrong type, before anything is read: %s", (condition, message) => {
    const errors = validate(buildDixitSchema(), parse(`{ statements(where: { ${condition} }) { totalCount } }`));
    expect(errors.map((error) => error.message)).toEqual([expect.stringMatching(message)]);
  });

  test("a where as large and as deep as it may be, and one more", async () => {
    const source = "query ($where: StatementWhere) { statements(where: $where) { totalCount } }";
    const wide = (count: number) => ({ OR: Array.from({ length: count }, () => ({})) });
    const deep = (relations: number): object => {
      if (relations === 0) return {};
      const below = deep(relations - 1);
      return relations % 2 === 0 ? { speakers: { some: { actor: below } } } : { statements: { none: below } };
    };
    await ask(store.engine, source, { variables: { where: wide(199) } });
    await expectRefused(source, "BAD_USER_INPUT", /^A where has 200 conditions at most/, { where: wide(200) });
    await ask(store.engine, source, { variables: { where: deep(6) } });
    const further = { addressees: { every: { statements: { some: deep(6) } } } };
    await expectRefused(source, "BAD_USER_INPUT", /^A where follows 6 relations in a row at most/, { where: further });
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
