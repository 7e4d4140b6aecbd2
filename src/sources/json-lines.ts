import type { Place, Problem } from "../errors.js";
import { type Line, linesOf } from "./lines.js";
import { problem } from "./rules.js";
import type { Input } from "./source.js";

/** Reads one value of JSON in each line, blank lines allowed, and yields what `check` makes of it, or the problem of the line. */
export async function* readJsonLines<Item>(
  input: Input,
  check: (value: unknown, place: Place, line: string) => Item,
): AsyncGenerator<Item | Problem> {
  for await (const { first, lines } of linesOf(input)) {
    for (let i = 0; i < lines.length; i++) {
      const item = itemOf(lines[i] as Line, { file: input.file, line: first + i }, check);
      if (item !== undefined) yield item;
    }
  }
}

function itemOf<Item>(
  line: Line,
  place: Place,
  check: (value: unknown, place: Place, line: string) => Item,
): Item | Problem | undefined {
  if (typeof line !== "string") return line;
  if (line.length < 2 && line.trim() === "") return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return line.trim() === "" ? undefined : jsonProblem(line, error as SyntaxError, place);
  }
  return check(value, place, line);
}

function jsonProblem(line: string, error: SyntaxError, place: Place): Problem {
  const position = Number(/at position (\d+)/.exec(error.message)?.[1] ?? Number.NaN);
  const where = Number.isNaN(position) ? place : { ...place, column: position + 1 };
  const token = /Unexpected token (?:'(.+?)'|(\S))/u.exec(error.message)?.[1] ?? [...line.slice(position)][0];
  const given = position >= line.length || token === undefined ? "it ends too early" : `${token} is unexpected`;
  return problem("bad-json", where, `the line is not valid JSON, ${given}; write one JSON object on one line`);
}
