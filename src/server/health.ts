import type { FastifyInstance } from "fastify";
import { Unavailable } from "../errors.js";
import type { Log } from "../log.js";

/** Milliseconds after which a store that does not answer counts as away. */
const PATIENCE = 5000;

/** `/health/live`: the process answers. `/health/ready`: its store does too. */
export function routeHealth(ready: () => Promise<void>, log: Log) {
  return async (scope: FastifyInstance): Promise<void> => {
    scope.get("/health/live", async () => ({ status: "live" }));
    scope.get("/health/ready", async (_request, reply) => {
      try {
        await inTime(ready());
        return { status: "ready" };
      } catch (error) {
        log.warn("not ready", { error });
        return reply.code(503).send({ status: "unavailable" });
      }
    });
  };
}

async function inTime(promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unavailable(`The store did not answer within ${PATIENCE} ms.`)), PATIENCE);
  });
  await Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
