import { randomUUID } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { DixitError } from "../errors.js";

/** Keeps in the log what no caller should see, with the id that the caller gets instead. */
export type LogError = (message: string, fields: { id: string; error: unknown }) => void;

/** What a caller is told of a failure. */
export interface PublicError {
  code: string;
  message: string;
  /** Where the log has what the caller is not told. */
  id?: string;
}

/** Our own errors say all a caller needs; of any other the caller learns only where in the log to look. */
export function publicError(error: unknown, log: LogError): PublicError {
  if (error instanceof DixitError) return { code: error.code, message: error.message };
  const id = randomUUID();
  log("unexpected failure", { id, error });
  return { code: "INTERNAL_SERVER_ERROR", message: `Internal error. The log of the server has it under ${id}.`, id };
}

/** Makes the formatter of GraphQL errors: those of GraphQL stay as they are; never a stack, Cypher or the text of a driver. */
export function errorFormatter(log: LogError) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = causeOf(error);
    if (cause === undefined || cause instanceof GraphQLError) return withoutStack(formatted);
    const { message, ...extensions } = publicError(cause, log);
    return { ...placed(formatted), message, extensions };
  };
}

/** What a resolver threw; undefined for errors that GraphQL itself found in a request. */
function causeOf(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  return error.originalError === undefined ? undefined : causeOf(error.originalError);
}

function placed({ locations, path }: GraphQLFormattedError) {
  return { ...(locations && { locations }), ...(path && { path }) };
}

function withoutStack(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
  return { ...formatted, extensions };
}
