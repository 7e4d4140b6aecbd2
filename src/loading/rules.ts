import type { Place, Problem } from "../errors.js";

/** Every rule that a record can break when it is loaded, and what it asks for; docs/importing.md shows the same list. */
export const LOADING_RULES = {
  "bad-date": "A date is ISO 8601: year, month, day, or with a time.",
  "bad-value": "A value is one of its closed list.",
  "bad-span": "A span starts before it ends, inside the text, and spans are in order.",
  "bad-url": "The address of a document is an absolute http or https URL.",
  "bad-name": "A name, key or id has at least one letter or digit.",
  "missing-document": "A statement outside a document says which document reports it.",
  "missing-identity": "A document has a key, an id, a URL, a title or a text.",
  "too-large": "A document's text is at most 20 MB.",
  "extraction-failed": "An article can be read by the extraction rules; when not, please report it.",
  "contradicts-distinct": "Actors that were declared distinct are not declared the same.",
} as const;
export type LoadingRule = keyof typeof LOADING_RULES;

/** A rule broken in the middle of reading a record; caught where the record is taken up, and reported as a Problem. */
export class BrokenRule extends Error {
  readonly rule: LoadingRule;

  constructor(rule: LoadingRule, message: string) {
    super(message);
    this.rule = rule;
  }
}

/** What `read` makes of a record, or the problem that it found. */
export function orProblem<Result>(place: Place, read: () => Result): Result | Problem {
  try {
    return read();
  } catch (error) {
    if (error instanceof BrokenRule) return { place, rule: error.rule, message: error.message };
    throw error;
  }
}
