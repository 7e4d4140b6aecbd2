import { CsvError, parse } from "csv-parse/sync";
import type { Problem } from "../errors.js";
import { linesOf } from "./lines.js";
import { problem } from "./rules.js";
import type { Input } from "./source.js";

/** How many rows csv-parse gets at once. */
const PARSED_TOGETHER = 4096;

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
      this.simple.push({ ...line, text: withoutReturn(line.text) });
      if (this.simple.length >= PARSED_TOGETHER) this.flush();
      return;
    }
    this.open.push(line);
    this.openLength += line.text.length;
    if (this.open.length > 1 && odd) this.closeOpen();
    else if (this.isTooLong()) this.giveUp();
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

  private isTooLong(): boolean {
    const { lineBytes, rowLines } = this.input.limits;
    return this.openLength > lineBytes || this.open.length > rowLines;
  }

  private closeOpen(): void {
    const lines = this.openedLines();
    const cells = this.cellsOf(withoutReturn(lines.map(({ text }) => text).join("\n")))?.[0];
    if (cells) this.done.push({ line: lines[0]?.line ?? 1, cells });
    else this.leaveFirst(lines);
  }

  /** The quotation mark that opened the row is never closed. */
  private giveUp(): void {
    this.leaveFirst(this.openedLines());
  }

  /** Reports the first line of a row that is none, and reads the others again. */
  private leaveFirst([first, ...rest]: NumberedLine[]): void {
    if (first) this.done.push(this.quoteProblem(first));
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
    for (const [i, line] of lines.entries()) {
      const cells = rows ? rows[i] : this.cellsOf(line.text)?.[0];
      this.done.push(cells ? { line: line.line, cells } : this.quoteProblem(line));
    }
  }

  /** The cells of whole rows, undefined when a quotation mark stands where none can. */
  private cellsOf(text: string): string[][] | undefined {
    const parsed = parsedCells(text, this.delimiter);
    return typeof parsed === "string" ? undefined : parsed;
  }

  private quoteProblem({ text, line }: NumberedLine): Problem {
    const isOpen = parsedCells(text, this.delimiter) === "CSV_QUOTE_NOT_CLOSED";
    const given = isOpen ? "a quotation mark opens a cell and is not closed" : "a quotation mark is out of place";
    const remedy = 'write the cell as "…" and each quotation mark inside it twice';
    return problem(isOpen ? "unclosed-quote" : "stray-quote", { file: this.input.file, line }, `${given}; ${remedy}`);
  }
}

/** The cells of whole rows, or the code of the mistake in them. */
function parsedCells(text: string, delimiter: string): string[][] | string {
  try {
    return parse(text, { delimiter, recordDelimiter: "\n", relaxColumnCount: true });
  } catch (error) {
    if (error instanceof CsvError) return error.code;
    throw error;
  }
}

/** Line breaks inside a cell stay as they are; the one that ends a row is none of its text. */
function withoutReturn(row: string): string {
  return row.endsWith("\r") ? row.slice(0, -1) : row;
}

function hasOddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}
