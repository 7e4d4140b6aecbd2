import type { AddressInfo } from "node:net";
import type { BaseContext } from "@apollo/server";
import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import { type FastifyInstance, fastify } from "fastify";
import type { GraphQLSchema } from "graphql";
import { type Config, isLoopback, type Secrets } from "../config.js";
import { Conflict, InvalidInput } from "../errors.js";
import { createLog, type Log } from "../log.js";
import { type AccessRules, isMisdirected } from "./access.js";
import { errorBody, errorHandler } from "./errors.js";
import type { Example } from "./examples.js";
import { startGraphQL } from "./graphql.js";
import { type ContextOf, routeGraphQL } from "./graphql-route.js";
import { routeHealth } from "./health.js";
import { type ImportLines, routeImport } from "./import-route.js";
import { routePlayground } from "./playground.js";
import { SECURITY_HEADERS } from "./security-headers.js";
import { prepareShutdown } from "./shutdown.js";

/** Milliseconds without a byte after which a connection is given up. */
const IDLE = 120_000;

/** What a server serves, and how. */
export interface ServerOptions<Context extends BaseContext> {
  schema: GraphQLSchema;
  /** The context of one request; it gets `access` added. */
  context: ContextOf<Context>;
  config: Config;
  secrets?: Secrets;
  /** One-run token for `POST /import`, which whoever may read the store's lock file knows. */
  importToken?: string;
  /** Rejects while the store does not answer. */
  ready: () => Promise<void>;
  /** Absent where importing is not served. */
  importLines?: ImportLines;
  examples: readonly Example[];
  /** Folder of the built playground. */
  publicFolder: string;
}

/** A server that listens. */
export interface RunningServer {
  /** Address to open, without a slash at the end. */
  url: string;
  /** Announces the end, lets what is under way finish, and stops; may be called more than once. */
  close(): Promise<void>;
}

/**
 * Serves GraphQL at `/graphql`, GraphiQL at `/`, `/health/live`, `/health/ready` and `POST /import`; resolves when it listens.
 * @throws Conflict when the port is taken, InvalidInput when the address cannot be listened on.
 */
export async function startServer<Context extends BaseContext>(
  options: ServerOptions<Context>,
  log: Log = createLog(options.config.log, options.secrets),
): Promise<RunningServer> {
  const { config } = options;
  const apollo = await startGraphQL<Context>(options.schema, config, log);
  const server = fastify({ forceCloseConnections: "idle", connectionTimeout: IDLE });
  const rules = accessRulesOf(options);
  const { closing, close } = prepareShutdown(server, () => apollo.stop());
  try {
    await addCommonHooks(server, config, rules, log);
    await server.register(routeHealth(options.ready, log));
    await server.register(routeGraphQL(apollo, options.context, config, rules));
    if (options.importLines) {
      await server.register(routeImport(options.importLines, config.maxImportBody, rules, closing, log));
    }
    if (config.playground) await server.register(routePlayground(options.publicFolder, options.examples));
    return { url: await listen(server, config), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function accessRulesOf({
  config,
  secrets,
  importToken,
}: Pick<ServerOptions<BaseContext>, "config" | "secrets" | "importToken">): AccessRules {
  return { onLoopback: isLoopback(config.host), adminToken: secrets?.adminToken, importToken };
}

async function addCommonHooks(server: FastifyInstance, config: Config, rules: AccessRules, log: Log): Promise<void> {
  server.setErrorHandler(errorHandler(log));
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(errorBody({ code: "NOT_FOUND", message: "There is nothing here. GraphQL is at /graphql." })),
  );
  server.addHook("onRequest", async (request, reply) => {
    void reply.header("cache-control", "no-store");
    if (!isMisdirected(request, rules)) return;
    const message = "The Host header must name this server: on loopback localhost, 127.0.0.1 or [::1].";
    return reply.code(421).send(errorBody({ code: "FORBIDDEN", message }));
  });
  server.addHook("onResponse", async ({ method, url }, { statusCode, elapsedTime }) => {
    log.debug("answered", { method, path: url.split("?")[0], status: statusCode, ms: Math.round(elapsedTime) });
  });
  await server.register(helmet, SECURITY_HEADERS);
  if (config.corsOrigins.length > 0) await server.register(cors, { origin: [...config.corsOrigins] });
}

async function listen(server: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    await server.listen({ host, port });
  } catch (cause) {
    throw listenError(cause, host, port);
  }
  const { port: bound } = server.server.address() as AddressInfo;
  const wildcard = host === "0.0.0.0" || host === "::";
  return `http://${wildcard ? "localhost" : host.includes(":") ? `[${host}]` : host}:${bound}`;
}

function listenError(cause: unknown, host: string, port: number): unknown {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === "EADDRINUSE") {
    return new Conflict(`Port ${port} on ${host} is taken by another program. Stop it, or choose another with PORT.`, {
      cause,
    });
  }
  if (code === "EACCES" || code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new InvalidInput(
      `PORT and HOST must be an address that this user can listen on; given: ${host}, ${port} (${code}).`,
      { cause },
    );
  }
  return cause;
}
