import type { ApolloServerPlugin } from "@apollo/server";

const OF_THE_DOCUMENT = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_USER_INPUT",
]);

/**
 * Answers a client that knows only `application/json` with status 200 where the request was sound and its document or
 * variables were not: https://graphql.github.io/graphql-over-http/draft/#sec-application-json. Refused limits keep 400.
 */
export const MEDIA_TYPE_STATUS: ApolloServerPlugin = {
  requestDidStart: async () => ({
    async willSendResponse({ request, response }) {
      if (response.http.status !== 400 || response.body.kind !== "single") return;
      if (request.http?.headers.get("accept")?.includes("application/graphql-response+json")) return;
      const { errors = [], data } = response.body.singleResult;
      const mendable = errors.every(
        ({ extensions }) => OF_THE_DOCUMENT.has(`${extensions?.code}`) && !extensions?.limit,
      );
      if (data === undefined && mendable) response.http.status = 200;
    },
  }),
};
