import { request } from "node:http";
import { describe, expect, test } from "@jest/globals";
import { Unavailable } from "../../src/errors.js";
import type { ImportLines } from "../../src/server/import-route.js";
import { openServer, send } from "./server-under-test.js";

const TOKENS = { secrets: { adminToken: "open sesame" }, importToken: "one run" };
const HEADERS = { "content-type": "application/x-ndjson", authorization: "Bearer one run" };
const post = (url: string, body: string, headers: Record<string, string> = HEADERS) =>
  send(`${url}/import`, { method: "POST", headers, body });
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/** Counts the bytes of each chunk, then all. */
const counting: ImportLines = async function* (chunks) {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    yield { batch: bytes };
  }
  yield { report: bytes };
};

describe("POST /import", () => {
  test("streams lines in and lines out, the report last", async () => {
    await using server = await openServer({ ...TOKENS, importLines: counting });
    const answer = await post(server.url, '{"a":1}\n{"b":2}\n');
    expect([answer.status, answer.headers["content-type"]]).toEqual([200, "application/x-ndjson"]);
    expect(linesOf(answer.text).at(-1)).toEqual({ report: 16 });
  });

  test("progress comes while the body is still being sent", async () => {
    await using server = await openServer({ ...TOKENS, importLines: counting });
    const progress: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const sent = request(`${server.url}/import`, { method: "POST", headers: HEADERS, agent: false }, (response) => {
        response.setEncoding("utf8").on("data", (text: string) => {
          progress.push(text);
          if (progress.length === 1) sent.end("more");
        });
        response.on("end", resolve);
      });
      sent.on("error", reject);
      sent.write("first");
    });
    expect(linesOf(progress.join(""))).toEqual([{ batch: 5 }, { batch: 9 }, { report: 9 }]);
  });

  test.each([
    ["127.0.0.1", {}, 403],
    ["127.0.0.1", { authorization: "Bearer open" }, 403],
    ["127.0.0.1", { authorization: "Bearer one run" }, 200],
    ["127.0.0.1", { authorization: "Bearer open sesame" }, 200],
    ["0.0.0.0", {}, 403],
    ["0.0.0.0", { authorization: "Bearer one run" }, 200],
    ["0.0.0.0", { authorization: "Bearer open sesame" }, 200],
  ])("on %s with %o: %d", async (host, headers, status) => {
    await using server = await openServer({ ...TOKENS, config: { host }, importLines: counting });
    expect((await post(server.url, "{}\n", { "content-type": "application/x-ndjson", ...headers })).status).toBe(
      status,
    );
  });

  test("with no token configured nobody may, not even with an empty one", async () => {
    await using server = await openServer({ importLines: counting });
    expect((await post(server.url, "{}\n", { ...HEADERS, authorization: "Bearer undefined" })).status).toBe(403);
  });

  test("is not there without an importer, and takes JSON lines only", async () => {
    await using without = await openServer(TOKENS);
    expect((await post(without.url, "{}\n")).status).toBe(404);
    await using server = await openServer({ ...TOKENS, importLines: counting });
    expect((await post(server.url, "{}", { ...HEADERS, "content-type": "text/csv" })).status).toBe(415);
  });

  test("a body over its limit is refused by its length, or ends the import where the limit is", async () => {
    await using server = await openServer({ ...TOKENS, config: { maxImportBody: "1kB" }, importLines: counting });
    const long = "x".repeat(2000);
    expect((await post(server.url, long, { ...HEADERS, "content-length": "2000" })).status).toBe(413);
    const chunked = await post(server.url, long, { ...HEADERS, "transfer-encoding": "chunked" });
    expect(linesOf(chunked.text).at(-1).error).toMatchObject({
      code: "BAD_USER_INPUT",
      message: expect.stringMatching("1024 bytes"),
    });
    expect((await post(server.url, "{}\n")).status).toBe(200);
  });

  test("one at a time: a second is a conflict, and the next is welcome", async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const waiting: ImportLines = async function* () {
      yield { batch: 1 };
      await finished;
      yield { report: 1 };
    };
    await using server = await openServer({ ...TOKENS, importLines: waiting });
    const first = post(server.url, "{}\n");
    await firstLineOf(server.url, first);
    const second = await post(server.url, "{}\n");
    expect([second.status, JSON.parse(second.text).errors[0].extensions.code]).toEqual([409, "CONFLICT"]);
    finish();
    expect((await first).status).toBe(200);
    expect((await post(server.url, "{}\n")).status).toBe(200);
  });

  test("a failure in the middle is the last line, without what only the log may say", async () => {
    const failing = (error: Error): ImportLines =>
      async function* () {
        yield { batch: 1 };
        throw error;
      };
    await using away = await openServer({ ...TOKENS, importLines: failing(new Unavailable("The store is away.")) });
    expect(linesOf((await post(away.url, "{}\n")).text)).toEqual([
      { batch: 1 },
      { error: { code: "UNAVAILABLE", message: "The store is away." } },
    ]);
    await using broken = await openServer({ ...TOKENS, importLines: failing(new Error("bolt://x")) });
    expect((await post(broken.url, "{}\n")).text).not.toMatch("bolt");
  });

  test("a caller who goes away, or a shutdown, ends the import after its batch", async () => {
    const ended: string[] = [];
    const endless: ImportLines = async function* (_lines, signal) {
      while (!signal.aborted) {
        yield { batch: 1 };
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      ended.push("after a batch");
      yield { report: 1 };
    };
    const server = await openServer({ ...TOKENS, importLines: endless });
    await leaveAfterFirstLine(server.url);
    const answer = postUntilFree(server.url);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.close();
    expect(linesOf((await answer).text).at(-1)).toEqual({ report: 1 });
    expect(ended.length).toBeGreaterThanOrEqual(1);
  });
});

/** Resolves when the server is importing: a second import is refused. */
async function firstLineOf(url: string, running: Promise<unknown>): Promise<void> {
  const over = running.then(() => true);
  while (!(await Promise.race([over, post(url, "{}\n").then(({ status }) => status === 409)])));
}

function leaveAfterFirstLine(url: string): Promise<void> {
  return new Promise((resolve) => {
    const sent = request(`${url}/import`, { method: "POST", headers: HEADERS, agent: false }, (response) => {
      response.once("data", () => sent.destroy());
      response.on("error", () => {});
      response.on("close", resolve);
    });
    sent.on("error", () => {});
    sent.end("{}\n");
  });
}

async function postUntilFree(url: string): ReturnType<typeof post> {
  const answer = await post(url, "{}\n");
  return answer.status === 409 ? postUntilFree(url) : answer;
}
