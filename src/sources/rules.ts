import type { Place, Problem } from "../errors.js";

/** Every rule that an input can break, and what it asks for; docs/importing.md shows the same list. */
export const RULES = {
  "missing-path": "The path exists.",
  "unreadable-file": "The file or folder can be read by this user, to its end.",
  "directory-loop": "A folder is not inside itself, through a symbolic link.",
  "empty-folder": "A folder holds at least one file to import.",
  "empty-file": "A file holds more than white space.",
  "binary-file": "A file is text: no PDF, archive, image or office document.",
  encoding: "A file is UTF-8, or UTF-16 with a byte order mark.",
  "unknown-format": "A file is an article, a web page, CSV or JSON lines.",
  "too-large": "One article is at most 20 MB, one web page at most 50,000 elements.",
  "line-too-long": "One line is at most 64 MB.",
  "no-text": "An article has text below its header lines.",
  "no-article": "A web page holds an article.",
  "bad-date": "A date is ISO 8601: year, month, day, or with a time; a header line may also write it out.",
  "bad-url": "The address of an article is an absolute http or https URL.",
  "unknown-table": "A CSV file has the columns of one of the five tables.",
  "missing-column": "A CSV file has its required columns.",
  "unknown-column": "A CSV file has only documented columns; the others are not read.",
  "duplicate-column": "A column appears once.",
  "ragged-row": "A row has as many cells as the header.",
  "unclosed-quote": "A quotation mark that opens a cell is closed, within 64 MB and 100,000 lines.",
  "stray-quote": "A quotation mark inside a cell is doubled, and the cell is in quotation marks.",
  "bad-json": "A line is one JSON object.",
  "unknown-type": "A record has one of the documented types.",
  "unknown-field": "A record has only documented fields.",
  "missing-field": "A record has its required fields.",
  "bad-value": "A field has a value of its kind.",
  "bad-span": "A span starts before it ends, inside the text.",
} as const;
export type Rule = keyof typeof RULES;

/** A problem as a value; the message says what was given, then what to do. */
export function problem(rule: Rule, place: Place, message: string): Problem {
  return { place, rule, message };
}

/** Whether a source yielded a problem rather than a record. */
export function isProblem(item: object): item is Problem {
  return "rule" in item && "place" in item;
}
