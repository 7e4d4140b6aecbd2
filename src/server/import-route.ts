import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { publicError } from "../api/errors.js";
import { Conflict, Forbidden, InvalidInput } from "../errors.js";
import type { Log } from "../log.js";
import { type AccessRules, mayImport } from "./access.js";

/** Imports JSON lines of typed records: yields an object for each committed batch, and the report as the last. */
export type ImportLines = (lines: AsyncIterable<Uint8Array>, signal: AbortSignal) => AsyncIterable<object>;

/** JSON lines, by the names they go by. */
const MEDIA_TYPES = ["application/x-ndjson", "application/ndjson", "application/jsonl"];

/**
 * `POST /import`: JSON lines in, JSON lines out while they are read. One import at a time. A failure after the first
 * line is the last line, `{"error": {code, message}}`, since the status has been sent by then.
 */
export function routeImport(
  importLines: ImportLines,
  maxBytes: number,
  rules: AccessRules,
  closing: AbortSignal,
  log: Log,
) {
  let running: FastifyReply | undefined;
  const started = new WeakSet<FastifyReply>();

  async function* answer(body: AsyncIterable<Uint8Array>, reply: FastifyReply): AsyncGenerator<string> {
    started.add(reply);
    const signal = AbortSignal.any([closing, closeOf(reply)]);
    try {
      for await (const line of importLines(bounded(body, maxBytes), signal)) yield `${JSON.stringify(line)}\n`;
    } catch (error) {
      yield `${JSON.stringify({ error: publicError(error, log.error) })}\n`;
    } finally {
      running = undefined;
    }
  }

  function start(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    if (running) throw new Conflict("One import runs at a time, and one is running. Try again when it has ended.");
    running = reply;
    // A generator that was never asked for a line does not reach its `finally`.
    reply.raw.once("close", () => {
      if (running === reply && !started.has(reply)) running = undefined;
    });
    // The answer goes on as long as batches do, and may end with the body half read.
    request.raw.socket.setTimeout(0);
    void reply.type("application/x-ndjson").header("connection", "close");
    return reply.send(Readable.from(answer(request.body as Readable, reply)));
  }

  return async (scope: FastifyInstance): Promise<void> => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(MEDIA_TYPES, (_request, payload, done) => done(null, payload));
    scope.addHook("onRequest", async (request) => checkImport(request, rules, maxBytes));
    scope.post("/import", start);
  };
}

function checkImport(request: FastifyRequest, rules: AccessRules, maxBytes: number): void {
  if (!mayImport(request, rules)) {
    throw new Forbidden(
      "Importing needs a token; none, or another, was given. Send `Authorization: Bearer` with DIXIT_ADMIN_TOKEN of the server, or run `dixit import` as the user who runs the server.",
    );
  }
  const given = Number(request.headers["content-length"] ?? 0);
  if (given > maxBytes) throw tooLarge(maxBytes);
}

async function* bounded(body: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

function tooLarge(maxBytes: number): Error {
  const rule = `One import may have ${maxBytes} bytes at most; more were given. Split the file, or raise DIXIT_MAX_IMPORT_BODY.`;
  return Object.assign(new InvalidInput(rule), { statusCode: 413 });
}

/** Aborted when the caller goes away before the answer is complete. */
function closeOf(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
