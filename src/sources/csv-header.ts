import type { Place, Problem } from "../errors.js";
import type { Column, Table } from "./csv-columns.js";
import { TABLES, tableNamed } from "./csv-tables.js";
import { problem } from "./rules.js";

/** A column of a file: the documented one, and its language where it has one. */
export interface FileColumn {
  column: Column;
  language?: string;
}

/** What the first row says: the table, and the column of each cell (null where it is not read). */
export interface CsvHeader {
  table: Table;
  cells: readonly (FileColumn | null)[];
}

/** `;` or `,`, whichever the first row has more of outside quotation marks. */
export function delimiterOf(firstRow: string): ";" | "," {
  const bare = firstRow.replace(/"[^"]*"/g, "");
  return bare.split(";").length > bare.split(",").length ? ";" : ",";
}

/** Whether the names in a first row are just those of a table. */
export function isTableHeader(names: readonly string[]): boolean {
  return (
    names.length > 1 && TABLES.some((table) => isComplete(table, names) && names.every((name) => columnOf(table, name)))
  );
}

/** Reads the first row of a file: its header, if a table's required columns are there, and what is wrong with the names. */
export function headerOf(names: readonly string[], place: Place): { header?: CsvHeader; problems: Problem[] } {
  const table = tableNamed(place.file) ?? TABLES.find((one) => isComplete(one, names));
  if (!table) return { problems: [unknownTable(names, place)] };
  const missing = table.columns.filter((column) => column.required && !names.some((name) => matches(column, name)));
  if (missing.length > 0) return { problems: [missingColumn(table, missing, place)] };
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const cells = names.map((name) => {
    const cell = columnOf(table, name);
    const wrong = !cell ? unknownColumn(table, name, place) : seen.has(normal(name)) ? duplicate(name, place) : null;
    seen.add(normal(name));
    if (wrong) problems.push(wrong);
    return wrong ? null : (cell ?? null);
  });
  return { header: { table, cells }, problems };
}

function columnOf(table: Table, name: string): FileColumn | undefined {
  const column = table.columns.find((one) => matches(one, name));
  const language = name.split(":")[1]?.trim().toLowerCase();
  return column && (language === undefined ? { column } : { column, language });
}

function matches(column: Column, name: string): boolean {
  const [bare, language] = normal(name).split(":");
  if (bare !== column.name.toLowerCase()) return false;
  return language === undefined || (column.perLanguage === true && /^[a-z]{2,3}$/.test(language));
}

function isComplete(table: Table, names: readonly string[]): boolean {
  return (
    table.columns.every((column) => !column.required || names.some((name) => matches(column, name))) &&
    isOwn(table, names)
  );
}

/** Actors, events and topics all ask for a name only: a file of another name must have a column that one of them alone has. */
function isOwn(table: Table, names: readonly string[]): boolean {
  const others = TABLES.filter((other) => other !== table);
  return names.some((name) => columnOf(table, name) && !others.some((other) => columnOf(other, name)));
}

function normal(name: string): string {
  return name.toLowerCase().replace(/[\s_]/g, "");
}

function unknownTable(names: readonly string[], place: Place): Problem {
  const given = `the columns ${names.slice(0, 8).join(", ")} are those of no table`;
  const tables = TABLES.map(({ name }) => `${name}.csv`).join(", ");
  return problem("unknown-table", place, `${given}; name the file after its table (${tables}) and give its columns`);
}

function missingColumn(table: Table, missing: readonly Column[], place: Place): Problem {
  const given = `${table.name}.csv needs the columns ${namesOf(missing)}`;
  return problem("missing-column", place, `${given}; add them to the first row. Nothing of the file was read`);
}

function unknownColumn(table: Table, name: string, place: Place): Problem {
  const known = `rename it to one of ${namesOf(table.columns)}, or take it out`;
  return problem("unknown-column", place, `"${name}" is no column of ${table.name}.csv and is not read; ${known}`);
}

function namesOf(columns: readonly Column[]): string {
  return columns.map(({ name }) => name).join(", ");
}

function duplicate(name: string, place: Place): Problem {
  return problem(
    "duplicate-column",
    place,
    `the column "${name}" appears twice; only the first is read, rename the other`,
  );
}
