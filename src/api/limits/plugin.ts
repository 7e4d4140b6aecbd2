import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from "@apollo/server";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from "graphql";
import { costOf } from "./cost.js";
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
        const refusal = refusalOfRejected(context, limits, refusalsOf);
        if (refusal) answerWith(refusal, context);
        else tellCost(context, limits);
      },
    }),
  };
}

/** Says beside the data what the query cost, and what it may cost. */
function tellCost(
  { schema, document, operation, request, response }: GraphQLRequestContext<BaseContext>,
  { maxCost }: Limits,
): void {
  if (!document || !operation || response.body?.kind !== "single") return;
  const { singleResult } = response.body;
  if (singleResult.data === undefined) return;
  const cost = { given: costOf(known(schema, document, operation, request.variables)), allowed: maxCost };
  singleResult.extensions = { ...singleResult.extensions, cost };
}

type Refuse = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
) => Refusal[];

const operations = new WeakMap<OperationDefinitionNode, Measured>();

/** An operation with its variables, prepared for measuring once for as long as the parsed document is kept. */
function known(
  schema: GraphQLSchema,
  document: DocumentNode,
  node: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
): Measured {
  const found = operations.get(node) ?? measured(schema, document, node);
  operations.set(node, found);
  return { ...found, variables };
}

/** Checks operations against every limit; what does not depend on variables is kept as long as the parsed document is. */
export function refuser(limits: Limits): Refuse {
  const kept = new WeakMap<OperationDefinitionNode, Refusal[]>();
  return (schema, document, node, variables) => {
    const operation = known(schema, document, node, variables);
    const refusals = kept.get(node) ?? check(operation, limits, false);
    kept.set(node, refusals);
    return [...refusals, ...check(operation, limits, true)];
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

/**
 * A document that was rejected for what is wrong in it may be too large as well, and the parser and the validation give
 * up on large ones with an error that would send the caller looking for a mistake that is not there: limits come first.
 */
function refusalOfRejected(
  { schema, source, document, operationName, response, request, errors }: GraphQLRequestContext<BaseContext>,
  limits: Limits,
  refusalsOf: Refuse,
): Refusal | undefined {
  if (!errors || response.body?.kind !== "single" || response.body.singleResult.data !== undefined) return undefined;
  if (!document) return source && hasMoreTokens(source, limits.maxTokens) ? tokensRefusal(limits.maxTokens) : undefined;
  const operation = getOperationAST(document, operationName ?? request.operationName);
  return operation ? refusalsOf(schema, document, operation, request.variables ?? {})[0] : undefined;
}

function answerWith({ message, ...passed }: Refusal, { response }: GraphQLRequestContext<BaseContext>): void {
  const singleResult = { errors: [{ message, extensions: { code: "BAD_USER_INPUT", ...passed } }] };
  response.body = { kind: "single", singleResult };
  response.http.status = 400;
}
