import { randomUUID } from "node:crypto";
import { unwrapResolverError } from "@apollo/server/errors";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { DixitError } from "../errors.js";
import type { Log } from "../log.js";

/** What a caller is told of a failure. */
export interface PublicError {
  code: string;
  message: string;
}

/** Our own errors say all a caller needs; of any other the caller learns only where in the log to look. */
export function publicError(error: unknown, log: Log): PublicError {
  if (error instanceof DixitError) return { code: error.code, message: error.message };
  const reference = randomUUID();
  log.error("unexpected failure", { reference, error });
  return {
    code: "INTERNAL_SERVER_ERROR",
    message: `Unexpected failure. The log of the server has it under ${reference}.`,
  };
}

/** Makes the formatter of GraphQL errors: no text of a driver, a store or a stack reaches a caller. */
export function errorFormatter(log: Log): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = causeOf(error);
    // What GraphQL itself says of a document or of variables is meant for the caller, whatever a scalar threw.
    if (formatted.extensions?.code !== "INTERNAL_SERVER_ERROR" || cause instanceof GraphQLError) return formatted;
    const { code, message } = publicError(cause, log);
    return { ...formatted, message, extensions: { code } };
  };
}

function causeOf(error: unknown): unknown {
  const cause = unwrapResolverError(error);
  return cause instanceof GraphQLError && cause.originalError ? cause.originalError : cause;
}

/** An answer to a failed request outside GraphQL, in the shape of a GraphQL answer. */
export function errorBody({ code, message }: PublicError): {
  errors: [{ message: string; extensions: { code: string } }];
} {
  return { errors: [{ message, extensions: { code } }] };
}

const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNAVAILABLE: 503,
};

/** Answers what no route could: malformed and oversized bodies, unknown media types, failures. */
export function errorHandler(log: Log) {
  return (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
    const status = error.statusCode;
    const ofTheRequest = status !== undefined && status >= 400 && status < 500 && !(error instanceof DixitError);
    const told = ofTheRequest ? { code: "BAD_REQUEST", message: error.message } : publicError(error, log);
    return reply.code(status ?? STATUS[told.code] ?? 500).send(errorBody(told));
  };
}
