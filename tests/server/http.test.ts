import { once } from "node:events";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { Conflict, InvalidInput } from "../../src/errors.js";
import { ask, openServer, SLOW, send } from "./server-under-test.js";

describe("health", () => {
  test("live as long as the process answers, ready as long as its store does", async () => {
    let away = false;
    const ready = async () => {
      if (away) throw new Error("no route to bolt://neo4j:hunter2@db");
    };
    await using server = await openServer({ ready });
    const state = async (path: string) => {
      const { status, text } = await send(`${server.url}/health/${path}`);
      return [status, JSON.parse(text).status];
    };
    expect(await state("live")).toEqual([200, "live"]);
    expect(await state("ready")).toEqual([200, "ready"]);
    away = true;
    expect(await state("live")).toEqual([200, "live"]);
    expect(await state("ready")).toEqual([503, "unavailable"]);
    expect(server.lines.join()).toMatch(/not ready.*no route/);
    expect(server.lines.join()).not.toMatch("hunter2");
  });
});

describe("headers", () => {
  test("answers are not stored, not framed, not sniffed, and name no software", async () => {
    await using server = await openServer();
    for (const answer of [await ask(server.url, { query: "{ hello }" }), await send(`${server.url}/nothing`)]) {
      expect(answer.headers).toMatchObject({
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "content-security-policy": expect.stringMatching(/^default-src 'self';.*frame-ancestors 'none'/),
      });
      expect(
        answer.headers["x-powered-by"] ?? answer.headers.server ?? answer.headers["strict-transport-security"],
      ).toBeUndefined();
    }
  });

  test("what is not there is said in JSON", async () => {
    await using server = await openServer();
    const answer = await send(`${server.url}/nothing`);
    expect([answer.status, JSON.parse(answer.text).errors[0].extensions.code]).toEqual([404, "NOT_FOUND"]);
  });

  test("a playground that is not built says how to build it", async () => {
    await using server = await openServer();
    expect((await send(server.url)).text).toMatch("npm run build");
  });
});

describe("start", () => {
  test("a port that is taken is a conflict that names it", async () => {
    await using server = await openServer();
    const { port } = new URL(server.url);
    const second = openServer({ config: { port } });
    await expect(second).rejects.toThrow(Conflict);
    await expect(second).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
  });

  test("an address of another machine is refused", async () => {
    await expect(openServer({ config: { host: "192.0.2.1" } })).rejects.toThrow(InvalidInput);
  });

  test("IPv6 loopback and every-address hosts give an address to open", async () => {
    await using everywhere = await openServer({ config: { host: "0.0.0.0" } });
    expect(everywhere.url).toMatch(/^http:\/\/localhost:\d+$/);
    await using six = await openServer({ config: { host: "::1" } });
    expect((await ask(six.url, { query: "{ hello }" })).status).toBe(200);
  });
});

describe("shutdown", () => {
  test("what is under way is answered, and no kept connection breaks", async () => {
    const server = await openServer();
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    const results: (number | string)[] = [];
    const one = () => visit(`${server.url}/graphql`, "{ hello }", agent);
    await Promise.all(Array.from({ length: 16 }, one));
    const slow = visit(`${server.url}/graphql`, "{ slow }", new Agent());
    await once(SLOW, "started");
    const clients = Array.from({ length: 16 }, async (_, index) => {
      // Clients that think between two requests leave their connection idle, which is when it may be cut under them.
      for (; !results.includes("ECONNREFUSED"); await delay(index)) results.push(await one());
    });
    while (results.length < 200) await delay(1);
    const closed = server.close();
    await Promise.all(clients);
    SLOW.emit("finish");
    expect(await slow).toBe(200);
    await closed;
    expect(new Set(results)).not.toContain("a kept connection broke");
    expect(new Set(results)).toContain(503);
    expect(await server.close()).toBeUndefined();
    agent.destroy();
  });

  test("with nobody there it is over at once, and the port is free", async () => {
    const server = await openServer();
    await server.close();
    const { port, hostname } = new URL(server.url);
    const refused = new Promise((resolve) => connect(Number(port), hostname).on("error", resolve));
    expect(await refused).toMatchObject({ code: "ECONNREFUSED" });
  });
});

/** Posts a query over a kept connection; answers the status, or how the connection failed: a new one may be refused, a kept one must not break. */
function visit(url: string, query: string, agent: Agent): Promise<number | string> {
  return new Promise((resolve) => {
    const headers = { "content-type": "application/json" };
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", (error: NodeJS.ErrnoException) => {
      resolve(sent.reusedSocket ? "a kept connection broke" : (error.code ?? error.message));
    });
    sent.end(JSON.stringify({ query }));
  });
}
