import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { getIntrospectionQuery } from "graphql";
import { ask, openServer, type ServerUnderTest } from "./server-under-test.js";

let server: ServerUnderTest;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

const repeat = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => write(i)).join(" ");
const deep = (levels: number) => `{ books {${" author { books {".repeat(levels)} id ${"} }".repeat(levels)} } }`;
const doubling = (levels: number) =>
  `{ books { ...F0 } } ${repeat(levels, (i) => `fragment F${i} on Book { a: author { books { ...F${i + 1} } } b: author { books { ...F${i + 1} } } }`)} fragment F${levels} on Book { id }`;

/** Queries that cost much, and the limit that each of them passes. */
const BOMBS: [string, string, string][] = [
  ["nesting", deep(16), "depth"],
  ["nesting in a fragment called __schema", `{ ...__schema } fragment __schema on Query ${deep(12)}`, "depth"],
  ["aliases of a root field", `{ ${repeat(200, (i) => `a${i}: hello`)} }`, "aliases"],
  ["aliases of __typename", `{ books { ${repeat(300, (i) => `a${i}: __typename`)} } }`, "aliases"],
  ["repeated root fields", `{ ${repeat(900, () => "__typename")} }`, "rootFields"],
  ["repeated objects", `{ ${repeat(150, () => "books { id title author { name } }")} }`, "rootFields"],
  ["directives", `{ books { ${repeat(20, (i) => `a${i}: id @include(if: true) @skip(if: false)`)} } }`, "directives"],
  ["fragments that double", doubling(20), "depth"],
  ["a page of everything", "{ books(first: 1000000) { id } }", "pageSize"],
  ["tokens", `{ ${repeat(8000, () => "__typename")} }`, "tokens"],
  ["a list within lists", `{ book(id: ${"[".repeat(15_000)}${"]".repeat(15_000)}) { id } }`, "tokens"],
  ["unknown directives", `{ books { id ${repeat(1000, () => "@aa")} } }`, "tokens"],
];

describe("bombs", () => {
  test.each(BOMBS)("%s: refused as bad input, with the limit in the answer", async (_name, query, limit) => {
    const answer = await ask(server.url, { query });
    const { data, errors } = JSON.parse(answer.text);
    expect([answer.status, data]).toEqual([400, undefined]);
    const { extensions } = errors[0];
    expect(extensions.limit).toBe(limit);
    expect(extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      given: expect.any(Number),
      allowed: expect.any(Number),
    });
    expect(extensions.given).toBeGreaterThan(extensions.allowed);
    expect(answer.text.length).toBeLessThan(1000);
  });

  test.each([
    ["fragments in a circle", "{ books { ...A } } fragment A on Book { ...B } fragment B on Book { ...A }"],
    ["unknown directives", `{ books { id ${repeat(25, () => "@aa")} } }`],
    ["types of fields of types", `{ __schema { types ${"{ fields { type ".repeat(6)} { name } ${"} }".repeat(6)} } }`],
  ])("%s: refused by validation, with few errors", async (_name, query) => {
    const { data, errors } = JSON.parse((await ask(server.url, { query })).text);
    expect(data).toBeUndefined();
    expect(errors[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(errors.length).toBeLessThanOrEqual(6);
  });

  test("the second time, with the document in the cache, the refusal is the same", async () => {
    const query = deep(16);
    expect((await ask(server.url, { query })).text).toBe((await ask(server.url, { query })).text);
  });

  test("a page size in a variable is checked for each request", async () => {
    const query = "query ($n: Int) { books(first: $n) { id } }";
    expect((await ask(server.url, { query, variables: { n: 2 } })).status).toBe(200);
    expect((await ask(server.url, { query, variables: { n: 101 } })).status).toBe(400);
    expect((await ask(server.url, { query, variables: { n: 2 } })).status).toBe(200);
  });

  test("what clients ask for every day passes", async () => {
    expect(JSON.parse((await ask(server.url, { query: getIntrospectionQuery() })).text).errors).toBeUndefined();
    expect(JSON.parse((await ask(server.url, { query: deep(3) })).text).errors).toBeUndefined();
  });
});

describe("body size", () => {
  const query = "query ($n: String) { hello(name: $n) }";
  const mutation = "mutation ($n: String!) { rename(text: $n) }";
  const variables = (bytes: number) => ({ n: "a".repeat(bytes) });

  test("a query has 64 kB, a mutation of who may write 1 MB", async () => {
    expect((await ask(server.url, { query, variables: variables(64_000) })).status).toBe(200);
    const large = await ask(server.url, { query, variables: variables(70_000) });
    expect([large.status, JSON.parse(large.text).errors[0].extensions.limit]).toEqual([413, "body"]);
    expect(JSON.parse((await ask(server.url, { query: mutation, variables: variables(1_000_000) })).text).data).toEqual(
      { rename: 1_000_000 },
    );
    expect((await ask(server.url, { query: mutation, variables: variables(1_100_000) })).status).toBe(413);
  });

  test("whoever may not write has 64 kB for everything", async () => {
    await using exposed = await openServer({ config: { host: "0.0.0.0" } });
    expect((await ask(exposed.url, { query: mutation, variables: variables(70_000) })).status).toBe(413);
  });
});
