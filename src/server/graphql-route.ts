import type { ApolloServer, BaseContext } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Config } from "../config.js";
import { type AccessRules, mayWrite, type RequestAccess } from "./access.js";
import { errorBody } from "./errors.js";
import type { ServerContext } from "./graphql.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Size of the body as it was read, in bytes. */
    bodyBytes: number;
  }
}

/** Makes the context of one request out of the request and of what it may do. */
export type ContextOf<Context extends BaseContext> = (
  request: FastifyRequest,
  access: RequestAccess,
) => Context | Promise<Context>;

/** GraphQL over HTTP at `/graphql`. */
export function routeGraphQL<Context extends BaseContext>(
  apollo: ApolloServer<ServerContext<Context>>,
  contextOf: ContextOf<Context>,
  config: Config,
  rules: AccessRules,
) {
  return async (scope: FastifyInstance): Promise<void> => {
    scope.decorateRequest("bodyBytes", 0);
    parseJson(scope, (request) => (mayWrite(request, rules) ? config.maxMutationBody : config.maxBody));
    const context = async (request: FastifyRequest) => {
      const access = { mayWrite: mayWrite(request, rules), bodyBytes: request.bodyBytes };
      return Object.assign(await contextOf(request, access), { access });
    };
    scope.route({
      method: ["GET", "POST"],
      url: "/graphql",
      bodyLimit: Math.max(config.maxMutationBody, config.maxBody),
      handler: fastifyApolloHandler(apollo, { context }),
    });
    scope.route({
      method: ["PUT", "PATCH", "DELETE"],
      url: "/graphql",
      handler: (_request, reply) => {
        const message = "GraphQL is served by POST, and by GET for queries.";
        return reply
          .code(405)
          .header("allow", "GET, POST")
          .send(errorBody({ code: "BAD_REQUEST", message }));
      },
    });
  };
}

/** JSON bodies, held to the size that the caller may send. */
function parseJson(scope: FastifyInstance, limitOf: (request: FastifyRequest) => number): void {
  const parse = scope.getDefaultJsonParser("error", "error");
  scope.removeContentTypeParser("application/json");
  scope.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body: Buffer, done) => {
    request.bodyBytes = body.length;
    const limit = limitOf(request);
    if (body.length > limit) return done(tooLarge(body.length, limit));
    parse(request, body.toString("utf8"), done);
  });
}

function tooLarge(given: number, allowed: number): Error {
  return Object.assign(new Error(`The body may have ${allowed} bytes at most; given: ${given}.`), { statusCode: 413 });
}
