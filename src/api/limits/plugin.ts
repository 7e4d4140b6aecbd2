import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from "@apollo/server";
import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import type { Limits, Refusal } from "./limit.js";
import { type Measured, measured } from "./measured.js";
import { LIMITS } from "./registry.js";
import { hasMoreTokens, tokensRefusal } from "./tokens.js";

/** Holds every operation to the limits before it is executed; a refusal is BAD_USER_INPUT with HTTP status 400. */
export function limitsPlugin<Context extends BaseContext>(limits: Limits): ApolloServerPlugin<Context> {
  const refusalsOf = refuser(limits);
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ schema, document, operation, request }) {
        // Without an operation of the name that was given, execution says so.
        if (!operation) return;
        const [refusal] = refusalsOf(schema, document, operation, request.variables ?? {});
        if (refusal) throw refusedError(refusal);
      },
      async willSendResponse(context) {
        if (wasTooLong(context, limits)) refuseInsteadOfSyntaxError(context, limits);
      },
    }),
  };
}

type Refuse = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
) => Refusal[];

/** Checks operations against every limit; what does not depend on variables is kept as long as the parsed document is. */
export function refuser(limits: Limits): Refuse {
  const known = new WeakMap<OperationDefinitionNode, { operation: Measured; refusals: Refusal[] }>();
  return (schema, document, node, variables) => {
    let found = known.get(node);
    if (!found) {
      const operation = measured(schema, document, node);
      found = { operation, refusals: check(operation, limits, false) };
      known.set(node, found);
    }
    return [...found.refusals, ...check({ ...found.operation, variables }, limits, true)];
  };
}

function check(operation: Measured, limits: Limits, usesVariables: boolean): Refusal[] {
  return LIMITS.filter((limit) => limit.usesVariables === usesVariables)
    .map((limit) => limit.check(operation, limits))
    .filter((refusal) => refusal !== undefined);
}

/** The error that tells a client which limit it passed: `extensions` has `limit`, `given` and `allowed` beside the code. */
export function refusedError({ message, ...passed }: Refusal, status = 400): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", ...passed, http: { status } } });
}

function wasTooLong({ source, document, errors }: GraphQLRequestContext<BaseContext>, { maxTokens }: Limits): boolean {
  return errors !== undefined && document === undefined && source !== undefined && hasMoreTokens(source, maxTokens);
}

/** The parser gives up with a syntax error, which would send the caller looking for a mistake that is not there. */
function refuseInsteadOfSyntaxError({ response }: GraphQLRequestContext<BaseContext>, { maxTokens }: Limits): void {
  if (response.body?.kind !== "single") return;
  const { message, ...passed } = tokensRefusal(maxTokens);
  response.body.singleResult = { errors: [{ message, extensions: { code: "BAD_USER_INPUT", ...passed } }] };
  response.http.status = 400;
}
