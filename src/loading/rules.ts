import type { Place, Problem } from "../errors.js";
import { READ_LANGUAGES, UNDETERMINED } from "../model/vocabulary.js";

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
  "unread-language": "An article is in French or English; another one is stored, without statements.",
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

/** The same of a record that is read in turns with other work. */
export async function orProblemLater<Result>(place: Place, reading: Promise<Result>): Promise<Result | Problem> {
  const settled = await reading.then(
    (result) => () => result,
    (error) => () => {
      throw error;
    },
  );
  return orProblem(place, settled);
}

/** What extraction finds; its failure breaks `extraction-failed`, so that all other articles are read. */
export async function orBrokenRule<Result>(extraction: Promise<Result>): Promise<Result> {
  try {
    return await extraction;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new BrokenRule("extraction-failed", `the article could not be read (${said}); please report it`);
  }
}

/** The problem of an article in a language that extraction has no rules for. */
export function unreadLanguage(language: string, place: Place): Problem | undefined {
  if (READ_LANGUAGES.some((known) => known === language)) return undefined;
  const seems = language === UNDETERMINED ? "of an unknown language" : `in the language "${language}"`;
  const message = `the article is ${seems}, so no statements were looked for; if it is French or English, give its language`;
  return { place, rule: "unread-language", message };
}
