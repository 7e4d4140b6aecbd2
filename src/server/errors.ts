import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { type PublicError, publicError } from "../api/errors.js";
import { DixitError } from "../errors.js";
import type { Log } from "../log.js";

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
    const told = ofTheRequest ? { code: "BAD_REQUEST", message: error.message } : publicError(error, log.error);
    return reply.code(status ?? STATUS[told.code] ?? 500).send(errorBody(told));
  };
}
