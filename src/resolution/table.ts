import { readFileSync } from "node:fs";

/** The rows of a tab-separated file in or under this folder; the first line without `#` names the columns. */
export function readRows(file: string): Record<string, string>[] {
  const text = readFileSync(new URL(`./${file}`, import.meta.url), "utf8");
  const [header = "", ...lines] = text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  const columns = header.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""]));
  });
}

/** The values of a cell that holds several, parted by `|`. */
export function listed(cell: string | undefined): string[] {
  return (cell ?? "").split("|").filter((value) => value !== "");
}
