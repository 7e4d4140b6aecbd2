import { ApolloServer, type ApolloServerPlugin, type BaseContext } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import { errorFormatter } from "../api/errors.js";
import { limitsPlugin } from "../api/limits/plugin.js";
import type { Config } from "../config.js";
import type { Log } from "../log.js";
import type { RequestAccess } from "./access.js";
import { MEDIA_TYPE_STATUS } from "./media-type-status.js";
import { writeGuard } from "./write-guard.js";

/** Most validation errors that one answer lists. */
const MAX_ERRORS = 5;

/** Everything of Apollo that speaks to the Internet, costs time or shows more than it should. */
const DISABLED: readonly ApolloServerPlugin[] = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** What resolvers get: what the program gives, and what the request may do. */
export type ServerContext<Context extends BaseContext> = Context & { access: RequestAccess };

/** The GraphQL server, started, not yet bound to HTTP. Parsed documents are kept in Apollo's own cache of 30 MB. */
export async function startGraphQL<Context extends BaseContext>(
  schema: GraphQLSchema,
  config: Config,
  log: Log,
): Promise<ApolloServer<ServerContext<Context>>> {
  const apollo = new ApolloServer<ServerContext<Context>>({
    schema,
    introspection: config.introspection,
    plugins: [...DISABLED, writeGuard(config.maxBody), limitsPlugin(config), MEDIA_TYPE_STATUS],
    parseOptions: { maxTokens: config.maxTokens },
    validationOptions: { maxErrors: MAX_ERRORS },
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    formatError: errorFormatter(log.error),
    persistedQueries: false,
    csrfPrevention: true,
    nodeEnv: "production",
    stopOnTerminationSignals: false,
    logger: log,
  });
  await apollo.start();
  return apollo;
}
