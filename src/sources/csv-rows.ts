import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import type { Problem } from "../errors.js";
import { linesOf } from "./lines.js";
import { problem } from "./rules.js";
import type { Input } from "./source.js";

/** A row with the number of its first line. */
export interface Row {
  line: number;
  cells: string[];
}

interface NumberedLine {
  line: number;
  text: string;
}

/** Reads the rows of CSV. A row that cannot be read is a problem, and reading goes on in the line after its first. */
export async function* rowsOf(input: Input, delimiter: string): AsyncGenerator<Row | Problem> {
  const assembler = new RowAssembler(input, delimiter);
  for await (const { first, lines } of linesOf(input)) {
    for (const [i, line] of lines.entries()) {
      if (typeof line === "string") assembler.push({ line: first + i, text: line });
      else assembler.broken(line);
    }
    yield* assembler.take();
  }
  assembler.end();
  yield* assembler.take();
}

/** Puts the lines of a cell that holds line breaks together again: a row ends where its quotation marks are even. */
class RowAssembler {
  private open: NumberedLine[] = [];
  private openLength = 0;
  /** Rows of one line each, parsed together. */
  private simple: NumberedLine[] = [];
  private done: (Row | Problem)[] = [];

  constructor(
    private readonly input: Input,
    private readonly delimiter: string,
  ) {}

  push(line: NumberedLine): void {
    const odd = hasOddQuotes(line.text);
    if (this.open.length === 0 && !odd) {
      this.simple.push(line);
      return;
    }
    this.open.push(line);
    this.openLength += line.text.length;
    if (this.open.length > 1 && odd) this.closeOpen();
    else if (this.openLength > this.input.limits.lineBytes) this.giveUp();
  }

  /** A line that could not be decoded breaks the row that it stands in. */
  broken(wrong: Problem): void {
    this.flush();
    this.open = [];
    this.openLength = 0;
    this.done.push(wrong);
  }

  end(): void {
    while (this.open.length > 0) this.giveUp();
  }

  take(): (Row | Problem)[] {
    this.flush();
    return this.done.splice(0);
  }

  private closeOpen(): void {
    const lines = this.openedLines();
    const row = this.parsed(lines.map(({ text }) => text).join("\n"), lines[0]?.line ?? 1);
    this.done.push(row);
    if ("rule" in row) for (const line of lines.slice(1)) this.push(line);
  }

  /** The quotation mark that opened the row is never closed: its line is left out. */
  private giveUp(): void {
    const [first, ...rest] = this.openedLines();
    if (first) this.done.push(this.quoteProblem("unclosed-quote", first.line));
    for (const line of rest) this.push(line);
  }

  private openedLines(): NumberedLine[] {
    this.flush();
    this.openLength = 0;
    return this.open.splice(0);
  }

  private flush(): void {
    const lines = this.simple.splice(0).filter(({ text }) => text.trim() !== "");
    const rows = this.cellsOf(lines.map(({ text }) => text).join("\n"));
    if (rows && rows.length === lines.length)
      for (const [i, { line }] of lines.entries()) this.done.push({ line, cells: rows[i] as string[] });
    else for (const { text, line } of lines) this.done.push(this.parsed(text, line));
  }

  private parsed(text: string, line: number): Row | Problem {
    const cells = this.cellsOf(text)?.[0];
    return cells ? { line, cells } : this.quoteProblem("stray-quote", line);
  }

  /** The cells of whole rows, undefined when a quotation mark stands where none can. */
  private cellsOf(text: string): string[][] | undefined {
    try {
      return parse(text, { delimiter: this.delimiter, recordDelimiter: ["\r\n", "\n"], relaxColumnCount: true });
    } catch (error) {
      if (error instanceof CsvError) return undefined;
      throw error;
    }
  }

  private quoteProblem(rule: "unclosed-quote" | "stray-quote", line: number): Problem {
    const given =
      rule === "unclosed-quote"
        ? "a quotation mark opens a cell and is not closed"
        : "a quotation mark is out of place";
    const remedy = 'write the cell as "…" and each quotation mark inside it twice';
    return problem(rule, { file: this.input.file, line }, `${given}; ${remedy}`);
  }
}

function hasOddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}
