import { describe, expect, test } from "@jest/globals";
import { ask, openServer, send } from "./server-under-test.js";

const MUTATION = { query: 'mutation { rename(text: "four") }' };
const QUERY = { query: "{ hello }" };
const TOKEN = { adminToken: "open sesame" };
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe("on loopback", () => {
  test("this machine's programs and our own page may write, with or without a token", async () => {
    await using server = await openServer();
    const own = new URL(server.url);
    const local = { host: `localhost:${own.port}`, origin: `http://localhost:${own.port}` };
    const senders: Record<string, string>[] = [{}, { origin: own.origin }, local];
    for (const headers of senders) {
      expect(JSON.parse((await ask(server.url, MUTATION, headers)).text)).toMatchObject({ data: { rename: 4 } });
    }
  });

  test.each([["https://evil.example"], ["http://localhost:1"], ["null"]])("a page of %s may not", async (origin) => {
    await using server = await openServer();
    const answer = await ask(server.url, MUTATION, { origin });
    expect([answer.status, JSON.parse(answer.text).errors[0].extensions.code]).toEqual([403, "FORBIDDEN"]);
    expect((await ask(server.url, MUTATION, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  test.each([
    "evil.example",
    "evil.example:4000",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "localhost:4000@evil.example",
  ])("a name of another host re-bound to this machine is refused: %j", async (host) => {
    await using server = await openServer();
    expect((await ask(server.url, QUERY, { host })).status).toBe(421);
    expect((await send(`${server.url}/health/live`, { headers: { host } })).status).toBe(421);
  });

  test.each(["localhost", "localhost:8080", "127.0.0.1:4000", "[::1]:4000", "LOCALHOST"])(
    "%s is this machine",
    async (host) => {
      await using server = await openServer();
      expect((await ask(server.url, QUERY, { host })).status).toBe(200);
    },
  );

  test("forms and plain text, which browsers send without asking, are refused", async () => {
    await using server = await openServer();
    const body = JSON.stringify(QUERY);
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
      const answer = await ask(server.url, body, { "content-type": type });
      expect([400, 415]).toContain(answer.status);
      expect(answer.text).not.toMatch("Hello");
    }
    expect((await send(`${server.url}/graphql?query=%7Bhello%7D`)).status).toBe(400);
  });

  test("schema and playground are there", async () => {
    await using server = await openServer();
    expect((await ask(server.url, { query: "{ __schema { queryType { name } } }" })).text).toMatch('"Query"');
    expect((await send(`${server.url}/examples.json`)).status).toBe(200);
  });
});

describe("on another address", () => {
  const config = { host: "0.0.0.0" };

  test.each([
    ["no token is configured and none given", {}, {}, 403],
    ["no token is configured and one is given", {}, bearer("open sesame"), 403],
    ["no token is configured and an empty one is given", {}, { authorization: "Bearer " }, 403],
    ["none is given", TOKEN, {}, 403],
    ["another is given", TOKEN, bearer("open sesam"), 403],
    ["it is given by another scheme", TOKEN, { authorization: "Basic open sesame" }, 403],
    ["it is given", TOKEN, bearer("open sesame"), 200],
  ])("a mutation, when %s: %o %o %d", async (_when, secrets, headers, status) => {
    await using server = await openServer({ config, secrets });
    expect((await ask(server.url, MUTATION, headers)).status).toBe(status);
    expect((await ask(server.url, QUERY, headers)).status).toBe(200);
  });

  test("schema and playground are not there unless asked for", async () => {
    await using closed = await openServer({ config });
    const asked = { query: "{ __schema { queryType { name } } }" };
    expect(JSON.parse((await ask(closed.url, asked)).text).errors[0].message).toMatch(/introspection/);
    for (const path of ["/", "/examples.json"]) expect((await send(`${closed.url}${path}`)).status).toBe(404);
    await using open = await openServer({ config: { ...config, introspection: "on", playground: "on" } });
    expect((await ask(open.url, asked)).text).toMatch('"Query"');
    expect((await send(`${open.url}/examples.json`)).status).toBe(200);
  });

  test("any host name may lead here, but it must be one", async () => {
    await using server = await openServer({ config });
    expect((await ask(server.url, QUERY, { host: "dixit.example" })).status).toBe(200);
    expect((await ask(server.url, QUERY, { host: "a b" })).status).toBe(421);
  });
});

describe("pages elsewhere", () => {
  test("may not read by default", async () => {
    await using server = await openServer();
    const answer = await ask(server.url, QUERY, { origin: "https://dashboard.example" });
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("may read, and not write, when configured", async () => {
    await using server = await openServer({ config: { corsOrigins: "https://dashboard.example" } });
    const origin = { origin: "https://dashboard.example" };
    expect((await ask(server.url, QUERY, origin)).headers["access-control-allow-origin"]).toBe(
      "https://dashboard.example",
    );
    expect((await ask(server.url, MUTATION, origin)).status).toBe(403);
    const other = await ask(server.url, QUERY, { origin: "https://evil.example" });
    expect(other.headers["access-control-allow-origin"]).toBeUndefined();
  });
});
