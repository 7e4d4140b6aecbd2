import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { buildSchema, getIntrospectionQuery, getOperationAST, parse } from "graphql";
import type { Limits } from "../../src/api/limits/limit.js";
import { refuser } from "../../src/api/limits/plugin.js";
import { hasMoreTokens } from "../../src/api/limits/tokens.js";

const SCHEMA = buildSchema(`
  type Query { groups(where: StatementWhere): Groups statements(where: StatementWhere, first: Int = 20): StatementConnection actor(name: String): Actor actors(first: Int = 20): ActorConnection nodes(ids: [ID!]!): [Actor] count: Int }
  type ActorConnection { nodes: [Actor!]! edges: [ActorEdge!]! pageInfo: PageInfo! totalCount: Int }
  type ActorEdge { cursor: String! node: Actor! }
  type PageInfo { hasNextPage: Boolean! }
  type Actor { id: ID! name: String statements(where: StatementWhere, first: Int = 20): StatementConnection! friends: [Actor!]! }
  type StatementConnection { nodes: [Statement!]! pageInfo: PageInfo! }
  type Statement { id: ID! text: String excerpt: Excerpt speakers: [Actor!]! }
  type Groups { groupCount: Int top: [Group!]! }
  type Group { speaker: Actor }
  input StatementWhere { OR: [StatementWhere!] NOT: StatementWhere mode: Words speakers: SpeakingSome }
  input SpeakingSome { some: SpeakingWhere }
  input SpeakingWhere { verb: Words actor: ActorWhere }
  input ActorWhere { key: Words kind: Words }
  input Words { eq: String }
  type Excerpt { before: String quote: String }
`);
const LIMITS: Limits = {
  maxDepth: 15,
  maxAliases: 50,
  maxTokens: 2000,
  maxRelations: 24,
  maxCost: Number.POSITIVE_INFINITY,
};

function refusals(query: string, variables = {}, limits: Partial<Limits> = {}) {
  const document = parse(query, { noLocation: true });
  const operation = getOperationAST(document);
  if (!operation) throw new Error("the test's query has no operation");
  return refuser({ ...LIMITS, ...limits })(SCHEMA, document, operation, variables);
}

function expectAllowed(query: string, variables = {}, limits: Partial<Limits> = {}) {
  expect(refusals(query, variables, limits)).toEqual([]);
}

function expectRefused(limit: string, given: number, query: string, variables = {}, limits: Partial<Limits> = {}) {
  const refusal = refusals(query, variables, limits).find((candidate) => candidate.limit === limit);
  expect(refusal).toMatchObject({ limit, given });
  expect(refusal?.message).toMatch(new RegExp(`given: ${given}.*\\. [A-Z]`));
}

const nested = (levels: number) => `{ actor ${"{ friends ".repeat(levels)}{ name }${" }".repeat(levels)} }`;
const times = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => write(i)).join(" ");

describe("depth", () => {
  test("as many levels as allowed, and one more", () => {
    expectAllowed(nested(13));
    expectRefused("depth", 16, nested(14));
  });

  test("fragments and inline fragments hide no level", () => {
    expectRefused(
      "depth",
      5,
      "{ ...A } fragment A on Query { actor { ... { friends { ...B } } } } fragment B on Actor { friends { ... on Actor { friends { name } } } }",
      {},
      { maxDepth: 4 },
    );
  });

  test("a fragment with the name of a meta field is a fragment", () => {
    const deep = nested(14).slice(1, -1);
    expectRefused("depth", 16, `{ ...__schema } fragment __schema on Query { ${deep} }`);
  });
});

describe("aliases", () => {
  test("those of __typename count too", () => {
    expectAllowed(`{ actor { ${times(50, (i) => `a${i}: __typename`)} } }`);
    expectRefused("aliases", 51, `{ actor { ${times(51, (i) => `a${i}: __typename`)} } }`);
  });

  test("those of a fragment count each time it is spread", () => {
    const query = `{ a: actor { ...F } b: actor { ...F } } fragment F on Actor { ${times(25, (i) => `n${i}: name`)} }`;
    expectRefused("aliases", 52, query);
  });
});

describe("root fields", () => {
  test("repetitions count, and so does __typename", () => {
    expectAllowed(`{ ${times(10, (i) => `a${i}: count`)} }`);
    expectRefused("rootFields", 500, `{ ${"__typename ".repeat(500)} }`);
    expectRefused(
      "rootFields",
      11,
      "{ ...A ...B } fragment A on Query { a: count b: count c: count d: count e: count f: count } fragment B on Query { ... { g: count h: count i: count j: count k: count } }",
    );
  });
});

describe("relations", () => {
  const relations = (count: number) => times(count, (i) => `r${i}: friends { name }`);

  test("pages, edges and value objects are no relations of their own", () => {
    expectAllowed(
      "{ actor { statements { pageInfo { hasNextPage } nodes { excerpt { quote } speakers { name } } } } }",
      {},
      { maxRelations: 2 },
    );
    expectRefused(
      "relations",
      2,
      "{ actor { statements { nodes { excerpt { quote } speakers { name } } } } }",
      {},
      { maxRelations: 1 },
    );
    expectAllowed("{ actors { edges { cursor node { name } } } }", {}, { maxRelations: 1 });
  });

  test("each root field has its own count", () => {
    expectAllowed(`{ a: actor { ${relations(24)} } b: actor { ${relations(24)} } }`);
    expectRefused("relations", 25, `{ a: actor { ${relations(24)} ... { s: statements { nodes { text } } } } }`);
  });

  test("root fields of one name in the answer are one", () => {
    expectRefused(
      "relations",
      26,
      `{ actor { ${relations(13)} } actor { ${times(13, (i) => `s${i}: friends { name }`)} } }`,
    );
  });
});

describe("page sizes", () => {
  test.each([0, -1, 101, 1_000_000])("first: %d is refused, in the text and through a variable", (first) => {
    expectRefused("pageSize", first, `{ actors(first: ${first}) { nodes { name } } }`);
    expectRefused("pageSize", first, "query ($n: Int) { actors(first: $n) { nodes { name } } }", { n: first });
    expectRefused("pageSize", first, `query ($n: Int = ${first}) { actors(first: $n) { nodes { name } } }`);
  });

  test("1 and 100 are allowed, and so is leaving it out", () => {
    for (const n of [1, 100, null, undefined])
      expectAllowed("query ($n: Int) { actors(first: $n) { nodes { name } } }", { n });
    expectAllowed("{ actors { nodes { name } } }");
  });

  test("a given variable counts, not its default", () => {
    expectAllowed("query ($n: Int = 1000) { actors(first: $n) { nodes { name } } }", { n: 5 });
  });

  test("ids of nodes are a page too, which may be empty", () => {
    expectAllowed("{ nodes(ids: []) { name } }");
    const ids = Array.from({ length: 101 }, (_, i) => String(i));
    expectRefused("pageSize", 101, `{ nodes(ids: ${JSON.stringify(ids)}) { name } }`);
    expectRefused("pageSize", 101, "query ($ids: [ID!]!) { nodes(ids: $ids) { name } }", { ids });
  });
});

describe("cost", () => {
  const PAGES =
    "query ($n: Int) { actors(first: $n) { nodes { statements(first: $n) { nodes { speakers { statements(first: $n) { nodes { text } } } } } } } }";

  test("pages within pages multiply, with the values of the variables", () => {
    expectAllowed(PAGES, { n: 18 }, { maxCost: 20_000 });
    expectRefused("cost", 20 * (1 + 20 * (1 + 3 * (1 + 20))), PAGES, { n: 20 }, { maxCost: 20_000 });
  });

  test("a page size left out is its default", () => {
    expectRefused("cost", 420, "{ actors { nodes { statements { nodes { text } } } } }", {}, { maxCost: 419 });
  });

  test("a short list counts 3, a single node 1, a count of all 10 for each parent", () => {
    expectRefused("cost", 4, "{ actor { friends { name } } }", {}, { maxCost: 3 });
    expectRefused("cost", 10, "{ actors(first: 5) { totalCount } }", {}, { maxCost: 9 });
    expectRefused("cost", 15, "{ actors(first: 5) { totalCount nodes { name } } }", {}, { maxCost: 14 });
  });

  test("counting all statements costs 5,000, unless an index says which", () => {
    expectRefused("cost", 5001, "{ groups { groupCount } }", {}, { maxCost: 5000 });
    const anchored = '{ speakers: { some: { actor: { key: { eq: "a" } } } } }';
    expectAllowed(`{ groups(where: ${anchored}) { groupCount } }`, {}, { maxCost: 100 });
  });

  test.each([
    [0, '{ mode: { eq: "DIRECT" } }'],
    [0, '{ speakers: { some: { verb: { eq: "dire" } actor: { key: { eq: "a" } } } } }'],
    [1, '{ speakers: { some: { actor: { kind: { eq: "PERSON" } } } } }'],
    [1, '{ speakers: { some: { verb: { eq: "dire" } } } }'],
    [1, '{ NOT: { speakers: { some: { actor: { key: { eq: "a" } } } } } }'],
  ])("%d relations that no index answers add 1,000 each at a root, 100 below: %s", (relations, where) => {
    const read = `(first: 5, where: ${where}) { nodes { text } }`;
    const cost = 5 + 1000 * relations;
    expectRefused("cost", cost, `{ statements${read} }`, {}, { maxCost: cost - 1 });
    const nested = 6 + 100 * relations;
    expectRefused("cost", nested, `{ actor { statements${read} } }`, {}, { maxCost: nested - 1 });
  });
});

describe("directives", () => {
  test("there may be 30, wherever they stand", () => {
    expectAllowed(`{ actor { ${times(30, (i) => `a${i}: name @include(if: true)`)} } }`);
    expectRefused(
      "directives",
      31,
      `{ actor { ${times(30, (i) => `a${i}: name @include(if: true)`)} ... @skip(if: false) { id } } }`,
    );
  });
});

describe("introspection", () => {
  test("the query of every client is within the limits", () => {
    expectAllowed(getIntrospectionQuery());
    expectAllowed(
      getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, specifiedByUrl: true, oneOf: true }),
    );
  });

  test("types of fields of types are refused", () => {
    expectRefused(
      "introspectionDepth",
      25,
      `{ __schema { types ${"{ ofType ".repeat(22)} { name } ${"}".repeat(22)} } }`,
    );
  });
});

describe("fragment bombs", () => {
  const doubling = (levels: number) =>
    `{ actor { ...F0 } } ${times(levels, (i) => `fragment F${i} on Actor { a${i}: friends { ...F${i + 1} } b${i}: friends { ...F${i + 1} } }`)} fragment F${levels} on Actor { name }`;

  test("what doubles with each fragment is measured once per fragment", () => {
    expectRefused("aliases", 2 ** 31 - 2, doubling(30));
    expect(refusals(doubling(90)).map(({ limit }) => limit)).toEqual(["depth", "aliases", "selections", "relations"]);
  });

  test("fragments in a circle end", () => {
    expectAllowed("{ actor { ...A } } fragment A on Actor { name ...B } fragment B on Actor { id ...A }");
  });

  test("a fragment weighs the same spread out or written out", () => {
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: "small" },
        fc.constant("name"),
        fc.array(tie("node"), { minLength: 1, maxLength: 3 }).map((parts) => `friends { ${parts.join(" ")} }`),
      ),
    })).node;
    const tight = { maxDepth: 1, maxRelations: 1 };
    fc.assert(
      fc.property(tree, (selection) => {
        const spread = `{ actor { ...F } } fragment F on Actor { ${selection} }`;
        const counts = (query: string) => refusals(query, {}, tight).filter(({ limit }) => limit !== "selections");
        expect(counts(spread)).toEqual(counts(`{ actor { ${selection} } }`));
      }),
    );
  });
});

describe("tokens", () => {
  test("are counted no further than needed, and what is no GraphQL is left to the parser", () => {
    expect(hasMoreTokens("{ a b }", 4)).toBe(false);
    expect(hasMoreTokens("{ a b }", 3)).toBe(true);
    expect(hasMoreTokens('{ a "unterminated', 2000)).toBe(false);
  });
});
