import { Conflict, DixitError, InvalidInput, Unavailable } from "../../../errors.js";

const WRITE_CONFLICT = "40000";
const CONSTRAINT_BROKEN = "G2000";
const DATA_EXCEPTION = "22";

/** True where the same work may succeed when it is tried again. */
export function isTransient(error: unknown): boolean {
  return statusOf(error) === WRITE_CONFLICT;
}

/** The failure in the words of this program, with the engine's as its cause; what is a bug of ours stays as it is. */
export function translate(error: unknown): unknown {
  if (error instanceof DixitError) return error;
  const status = statusOf(error);
  if (status === undefined) return error;
  const options = { cause: error };
  if (status === WRITE_CONFLICT) return new Conflict("Another write changed the same things; try again", options);
  if (status === CONSTRAINT_BROKEN) return new Conflict("What was to be written breaks a rule of uniqueness", options);
  if (status.startsWith(DATA_EXCEPTION)) return new InvalidInput("A value cannot be computed with or stored", options);
  return error;
}

/** Why a file could not be opened; our own lock was taken before, so it is not another of our processes. */
export function openFailure(path: string, error: unknown): Unavailable {
  return new Unavailable(
    `The store ${path} cannot be opened: it is not a Grafeo file, it is damaged, it cannot be read and written, or another ` +
      "program holds it. Check the path, or restore a copy, or import again into a new file",
    { cause: error },
  );
}

/** Why a batch may not outlive a power cut. */
export function persistFailure(path: string, error: unknown): Unavailable {
  return new Unavailable(`The store ${path} cannot be written; make room on the disk, and open the store again`, {
    cause: error,
  });
}

/**
 * The GQL status of an engine's error. Its package takes it out of the cause ("GQLSTATUS 40000"), but only where `Error` is
 * the same class for both, which it is not in the contexts of node:vm.
 */
function statusOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { gqlStatus, cause } = error as { gqlStatus?: string; cause?: { message?: string } };
  return gqlStatus ?? /^GQLSTATUS (\w{5})$/.exec(cause?.message ?? "")?.[1];
}
