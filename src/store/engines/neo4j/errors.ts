import neo4j, { type Neo4jError } from "neo4j-driver";
import { Conflict, DixitError, InvalidInput, Unavailable } from "../../../errors.js";

/** What a code of the server or driver means here; the first that fits counts. 5.26 gives no useful GQL status. */
const MEANINGS: readonly {
  code: RegExp;
  fails: new (message: string, options: { cause: unknown }) => DixitError;
  message: string;
}[] = [
  {
    code: /TransactionTimedOut|Transaction\.Terminated|LockClientStopped/,
    fails: Unavailable,
    message: "The database stopped a statement that took too long; ask for less at once",
  },
  {
    code: /MemoryPoolOutOfMemory|OutOfMemory|StackOverFlow/,
    fails: Unavailable,
    message: "The database had not enough memory for a statement; ask for less at once",
  },
  {
    code: /Neo\.ClientError\.Security\./,
    fails: Unavailable,
    message: "The database refuses the user and password; check those that are configured for the store",
  },
  {
    code: /DatabaseNotFound/,
    fails: Unavailable,
    message: "The server has no database of that name; check the path of the store's address",
  },
  {
    code: /ConstraintValidationFailed|ConstraintViolation/,
    fails: Conflict,
    message: "What was to be written breaks a rule of uniqueness",
  },
  {
    code: /Statement\.(TypeError|ArgumentError|ArithmeticError)/,
    fails: InvalidInput,
    message: "A value cannot be computed with or stored",
  },
  {
    code: /ServiceUnavailable|SessionExpired|Neo\.TransientError\.(General|Database|Cluster)|NotALeader|N\/A/,
    fails: Unavailable,
    message: "The database does not answer; check that it runs and that the store's address is right",
  },
  {
    code: /Neo\.TransientError\./,
    fails: Conflict,
    message: "Other writes changed the same things; try again",
  },
];

/** True where the same read may succeed when it is tried again. A statement that ran out of memory would do so again. */
export function isTransient(error: unknown): boolean {
  return isServerError(error) && neo4j.isRetryableError(error) && !/OutOfMemory/.test(error.code);
}

/** The failure in the words of this program, with the driver's as its cause; what is a bug of ours stays as it is. */
export function translate(error: unknown): unknown {
  if (error instanceof DixitError || !isServerError(error)) return error;
  const meaning = MEANINGS.find(({ code }) => code.test(error.code));
  return meaning === undefined ? error : new meaning.fails(meaning.message, { cause: error });
}

/** Passes on every failure but that of `IF NOT EXISTS` between two processes: the other one has just made the same. */
export function unlessItStands(error: unknown): void {
  if (!isServerError(error) || !/EquivalentSchemaRuleAlreadyExists/.test(error.code)) throw error;
}

function isServerError(error: unknown): error is Neo4jError {
  return error instanceof neo4j.Neo4jError;
}
