/** A failure that a caller can understand: the message names the rule, what was given and what to do. */
export abstract class DixitError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** What was given breaks a documented rule. */
export class InvalidInput extends DixitError {
  readonly code = "BAD_USER_INPUT";
}

/** What was asked for by name or key does not exist. */
export class NotFound extends DixitError {
  readonly code = "NOT_FOUND";
}

/** The request is sound, but the present state does not allow it. */
export class Conflict extends DixitError {
  readonly code = "CONFLICT";
}

/** The caller may not do this. */
export class Forbidden extends DixitError {
  readonly code = "FORBIDDEN";
}

/** Something this program depends on does not answer, or not in time. */
export class Unavailable extends DixitError {
  readonly code = "UNAVAILABLE";
}

/** Where an input was read: the file as it was named, and the line and column counted from 1 where they are known. */
export interface Place {
  file: string;
  line?: number;
  column?: number;
}

/** A bad record, as a value: it is reported and skipped, and everything else goes on. */
export interface Problem {
  place: Place;
  /** The rule that was broken, a short kebab-case name out of docs/importing.md. */
  rule: string;
  /** What was given and what to do about it. */
  message: string;
}
