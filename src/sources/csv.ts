import type { Problem } from "../errors.js";
import type { SourceRecord } from "../model/record.js";
import { CELLS } from "./csv-columns.js";
import { type CsvHeader, delimiterOf, headerOf, isTableHeader } from "./csv-header.js";
import { type Row, rowsOf } from "./csv-rows.js";
import { peek } from "./encoding.js";
import { checkRecord } from "./record-check.js";
import { problem } from "./rules.js";
import { extensionOf, type Input, type Source } from "./source.js";

/** Longest first row from which the delimiter is told, in bytes. */
const HEADER_BYTES = 8192;

/** One table of actors, events, topics, documents or statements as CSV. */
export const CSV: Source = {
  name: "csv",
  description: "a table (actors.csv, events.csv, topics.csv, documents.csv, statements.csv), cells separated by ; or ,",
  matches: ({ file, text }) => extensionOf(file) === "csv" || isTableHeader(namesIn(firstLine(text))),
  read: readTable,
};

async function* readTable(input: Input): AsyncGenerator<SourceRecord | Problem> {
  const { head, chunks } = await peek(input.chunks, HEADER_BYTES);
  let header: CsvHeader | undefined;
  for await (const row of rowsOf({ ...input, chunks }, delimiterOf(firstLine(head.toString("utf8"))))) {
    if ("rule" in row) yield row;
    else if (row.cells.every((cell) => cell.trim() === "")) continue;
    else if (header) yield recordOf(row, header, input.file);
    else {
      const found = headerOf(
        row.cells.map((cell) => cell.trim()),
        { file: input.file, line: row.line },
      );
      yield* found.problems;
      header = found.header;
      if (!header) return;
    }
  }
}

function firstLine(text: string): string {
  return /^\s*(.*)/.exec(text)?.[1] ?? "";
}

function namesIn(line: string): string[] {
  return line.split(delimiterOf(line)).map((name) => name.replaceAll('"', "").trim());
}

function recordOf(row: Row, { table, cells }: CsvHeader, file: string): SourceRecord | Problem {
  const place = { file, line: row.line };
  if (row.cells.length !== cells.length) return raggedRow(row.cells.length, cells.length, place);
  const record: Record<string, unknown> = { type: table.type };
  for (const [i, cell] of cells.entries()) {
    const text = (row.cells[i] ?? "").trim();
    if (!cell || text === "") continue;
    const field = cell.column.field ?? cell.column.name;
    const value = CELLS[cell.column.cell](text);
    if (field === "name") record[field] = named(record[field], text, cell.language);
    else if (field === "terms") record[field] = { ...(record[field] as object), [cell.language ?? ""]: value };
    else record[field] = joined(record[field], value);
  }
  return checkRecord(table.type === "statement" ? withSpeaking(record) : record, place);
}

/** One name is a text; names in several languages stand beside each other, the one of the bare column under "". */
function named(before: unknown, name: string, language = ""): unknown {
  const names = typeof before === "string" ? { "": before } : (before as object | undefined);
  return names === undefined && language === "" ? name : { ...names, [language]: name };
}

function joined(before: unknown, value: unknown): unknown {
  return Array.isArray(before) && Array.isArray(value) ? [...new Set([...before, ...value])] : value;
}

/** Gives the verb, channel and role of the row to its speakers. */
function withSpeaking({ verb, channel, role, speakers, ...record }: Record<string, unknown>): object {
  const saying = Object.fromEntries(Object.entries({ verb, channel, role }).filter(([, value]) => value !== undefined));
  return { ...record, speakers: ((speakers ?? []) as object[]).map((speaker) => ({ ...speaker, ...saying })) };
}

function raggedRow(given: number, expected: number, place: { file: string; line: number }): Problem {
  const remedy = `write ${expected}, and put a cell that holds the separator in quotation marks`;
  return problem("ragged-row", place, `the row has ${given} cells, the first row ${expected}; ${remedy}`);
}
