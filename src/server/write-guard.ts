import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, OperationTypeNode } from "graphql";
import { refusedError } from "../api/limits/plugin.js";
import type { RequestAccess } from "./access.js";

/** Refuses mutations of callers who may not write, and bodies that only a mutation may have. */
export function writeGuard(maxBody: number): ApolloServerPlugin<{ access: RequestAccess }> {
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ operation, contextValue: { access } }) {
        const isMutation = operation?.operation === OperationTypeNode.MUTATION;
        if (isMutation && !access.mayWrite) throw forbidden();
        if (!isMutation && access.bodyBytes > maxBody) throw tooLarge(access.bodyBytes, maxBody);
      },
    }),
  };
}

function forbidden(): GraphQLError {
  const message =
    "Mutations are for callers with the admin token; none, or another, was given. Send `Authorization: Bearer` with the value of DIXIT_ADMIN_TOKEN of the server.";
  return new GraphQLError(message, { extensions: { code: "FORBIDDEN", http: { status: 403 } } });
}

function tooLarge(given: number, allowed: number): GraphQLError {
  const message = `The body of a query may have ${allowed} bytes at most; given: ${given}. Send several requests.`;
  return refusedError({ limit: "body", given, allowed, message }, 413);
}
