import type { Place, Problem } from "../errors.js";
import type { SourceRecord } from "../model/record.js";
import { asUtf8, markOf, peek } from "./encoding.js";
import { readJsonLines } from "./json-lines.js";
import { checkRecord } from "./record-check.js";
import { fileWithSet } from "./record-set.js";
import { problem } from "./rules.js";
import { extensionOf, type Input, LIMITS, type Source } from "./source.js";

const EXTENSIONS: readonly string[] = ["jsonl", "ndjson"];

/** JSON lines: one record of a documented type in each line, blank lines allowed. */
export const JSON_LINES: Source = {
  name: "json-lines",
  description: "one typed record of JSON in each line (.jsonl, .ndjson)",
  matches: ({ file, text }) =>
    EXTENSIONS.includes(extensionOf(file)) || /^\s*\{[ \t]*"[^\n]*(\}\s*(\n|$)|$)/.test(text),
  read: readRecordLines,
};

/**
 * Reads JSON lines as they come in, from a file or a request: a record, or the problem of its line.
 * A record that says where it was first read (`readAt`) keeps that place; the others get `file` and their line.
 */
export async function* parseRecordLines(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  limits = LIMITS,
): AsyncGenerator<SourceRecord | Problem> {
  const { head, chunks: all } = await peek(chunks, 3);
  const mark = markOf(head);
  const offset = mark.encoding === "utf-8" ? mark.length : null;
  yield* readRecordLines({ file, chunks: asUtf8(all, mark), offset, limits });
}

/**
 * The line that `parseRecordLines` reads back as the same record, with its place. A CSV file named without its folder
 * gets its full path, so that a process in another `folder` finds the same record set.
 */
export function encodeRecord(record: SourceRecord, folder = process.cwd()): string {
  const { readAt } = record;
  const file = fileWithSet(readAt.file, folder);
  return JSON.stringify(file === readAt.file ? record : { ...record, readAt: { ...readAt, file } });
}

function readRecordLines(input: Input): AsyncGenerator<SourceRecord | Problem> {
  return readJsonLines(input, (value, place, line) =>
    hasHalfCharacter(line, value) ? halfCharacter(place) : checkRecord(value, place),
  );
}

/** Half a surrogate pair, which only an escape can bring; no store keeps it. JSON.stringify escapes it again. */
function hasHalfCharacter(line: string, value: unknown): boolean {
  return /\\u[dD]/.test(line) && /(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(value));
}

function halfCharacter(place: Place): Problem {
  return problem("bad-value", place, "an escape \\ud… stands for half a character; write the character itself");
}
