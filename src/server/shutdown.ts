import { setTimeout as delay } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { errorBody } from "./errors.js";

/** Milliseconds during which callers are told to go away before the server stops listening. */
const NOTICE = 500;

/** Milliseconds after which connections that are still busy are cut. */
const PATIENCE = 10_000;

/** The end of a server, announced: aborting `closing` ends imports after their batch. */
export interface Shutdown {
  closing: AbortSignal;
  close(): Promise<void>;
}

/**
 * Prepares an end that breaks no connection: for half a second every answer says `Connection: close`, new requests
 * get 503, so that clients let go of connections that they keep alive; then what is under way may finish.
 */
export function prepareShutdown(server: FastifyInstance, stopGraphQL: () => Promise<void>): Shutdown {
  const controller = new AbortController();
  server.addHook("onRequest", async (_request, reply) => {
    if (!controller.signal.aborted) return;
    const message = "The server is shutting down. Try again in a moment.";
    return reply
      .code(503)
      .header("retry-after", "1")
      .send(errorBody({ code: "UNAVAILABLE", message }));
  });
  server.addHook("onSend", async (_request, reply) => {
    if (controller.signal.aborted) void reply.header("connection", "close");
  });
  let closed: Promise<void> | undefined;
  const close = async () => {
    controller.abort();
    if (await hasConnections(server)) await delay(NOTICE);
    await drain(server);
    await stopGraphQL();
  };
  return { closing: controller.signal, close: () => (closed ??= close()) };
}

async function drain(server: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => server.server.closeAllConnections(), PATIENCE);
  await server.close().finally(() => clearTimeout(cut));
}

function hasConnections({ server }: FastifyInstance): Promise<boolean> {
  return new Promise((resolve) => server.getConnections((error, count) => resolve(error !== null || count > 0)));
}
