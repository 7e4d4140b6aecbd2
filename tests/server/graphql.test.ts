import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask, openServer, type ServerUnderTest, send } from "./server-under-test.js";

let server: ServerUnderTest;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

const ACCEPTS = { accept: "application/graphql-response+json" };

describe("GraphQL over HTTP", () => {
  test("a query is answered, by POST and by GET", async () => {
    const posted = await ask(server.url, {
      query: "query ($n: String) { hello(name: $n) }",
      variables: { n: "Erevan" },
    });
    const extensions = { cost: { given: 0, allowed: 20_000 } };
    expect(posted.status).toBe(200);
    expect(JSON.parse(posted.text)).toEqual({ data: { hello: "Hello, Erevan" }, extensions });
    const got = await send(`${server.url}/graphql?query=%7Bhello%7D`, { headers: { "apollo-require-preflight": "1" } });
    expect(JSON.parse(got.text)).toEqual({ data: { hello: "Hello, world" }, extensions });
  });

  test.each([
    ["a syntax error", { query: "{" }, "GRAPHQL_PARSE_FAILED"],
    ["an unknown field", { query: "{ helo }" }, "GRAPHQL_VALIDATION_FAILED"],
    ["a wrong variable", { query: "query ($n: String) { hello(name: $n) }", variables: { n: 1 } }, "BAD_USER_INPUT"],
  ])("%s answers 200 to application/json and 400 to application/graphql-response+json", async (_what, body, code) => {
    const [json, response] = [await ask(server.url, body), await ask(server.url, body, ACCEPTS)];
    expect([json.status, response.status]).toEqual([200, 400]);
    expect(json.headers["content-type"]).toMatch("application/json");
    expect(response.headers["content-type"]).toMatch("application/graphql-response+json");
    expect(JSON.parse(json.text).errors[0].extensions.code).toBe(code);
  });

  test("an unknown field is not answered with the names of known ones", async () => {
    expect((await ask(server.url, { query: "{ helo }" })).text).not.toMatch(/hello|Did you mean/);
  });

  test.each([
    ['{"query": ', 400],
    ["", 400],
    ["[]", 400],
    ["null", 400],
    ['{"query": {"a": 1}}', 400],
    ['{"__proto__": {"query": "{hello}"}}', 400],
    [JSON.stringify([{ query: "{ hello }" }]), 400],
  ])("the malformed body %j is answered in JSON with %d", async (body, status) => {
    const answer = await ask(server.url, body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text).errors[0].message).toEqual(expect.any(String));
  });

  test("media types and methods that GraphQL does not know are refused", async () => {
    const xml = await ask(server.url, "<query/>", { "content-type": "application/xml" });
    expect([xml.status, JSON.parse(xml.text).errors[0].extensions.code]).toEqual([415, "BAD_REQUEST"]);
    expect((await send(`${server.url}/graphql`, { method: "DELETE" })).status).toBe(405);
    const message = { "content-type": "message/http", "apollo-require-preflight": "1" };
    expect((await send(`${server.url}/graphql?query=%7Bhello%7D`, { headers: message })).status).toBe(415);
  });

  test("a mutation by GET is refused", async () => {
    const query = encodeURIComponent('mutation { rename(text: "x") }');
    const answer = await send(`${server.url}/graphql?query=${query}`, { headers: { "apollo-require-preflight": "1" } });
    expect(answer.status).toBe(405);
  });
});

describe("failures", () => {
  test("our own errors tell their rule and code", async () => {
    const { errors } = JSON.parse((await ask(server.url, { query: '{ fails(how: "input") }' })).text);
    expect(errors[0]).toMatchObject({ message: expect.stringMatching("must not be empty"), path: ["fails"] });
    expect(errors[0].extensions).toEqual({ code: "BAD_USER_INPUT" });
  });

  test("of any other a caller learns a reference into the log, and the log no password", async () => {
    const answer = await ask(server.url, { query: "{ fails hello }" });
    expect(answer.text).not.toMatch(/MATCH|bolt|hunter2|stack|at /);
    const { errors, data } = JSON.parse(answer.text);
    expect(data).toEqual({ fails: null, hello: "Hello, world" });
    const reference = /[0-9a-f-]{36}/.exec(errors[0].message)?.[0] ?? "none";
    const line = server.lines.find((candidate) => candidate.includes(reference));
    expect(line).toMatch(/MATCH \(n\) RETURN n failed/);
    expect(line).not.toMatch("hunter2");
  });

  test("a context that cannot be made is one of them", async () => {
    const make = () => Promise.reject(new Error("no route to bolt://db"));
    await using failing = await openServer({ context: make });
    const answer = await ask(failing.url, { query: "{ hello }" });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/bolt/);
  });
});

describe("no persisted queries", () => {
  test("none can be registered", async () => {
    const persistedQuery = { version: 1, sha256Hash: "a".repeat(64) };
    const answer = await ask(server.url, { query: "{ hello }", extensions: { persistedQuery } });
    expect(JSON.parse(answer.text).errors[0].extensions.code).toBe("PERSISTED_QUERY_NOT_SUPPORTED");
  });
});
