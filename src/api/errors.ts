import { randomUUID } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { DixitError } from "../errors.js";

/** Tells of an error that no caller should see, with the id that the caller gets instead. */
export type LogError = (message: string, fields: { id: string; error: unknown }) => void;

const toStandardError: LogError = (message, fields) => console.error(message, fields);

/**
 * What a caller sees of an error: our own with their code, those of GraphQL as they are, and of all others an id under which
 * the log has the rest. Never a stack, Cypher or the text of a driver.
 */
export function errorFormatter(log: LogError = toStandardError) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = causeOf(error);
    if (cause instanceof DixitError) {
      return { ...placed(formatted), message: cause.message, extensions: { code: cause.code } };
    }
    if (cause === undefined || cause instanceof GraphQLError) return withoutStack(formatted);
    const id = randomUUID();
    log("An operation failed", { id, error: cause });
    return { ...placed(formatted), message: "Internal error", extensions: { code: "INTERNAL_SERVER_ERROR", id } };
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
