import { basename, dirname, resolve } from "node:path";
import { extensionOf } from "./source.js";

/** The path that means standard input. */
export const STDIN = "-";

/**
 * The name of the set of records that a file belongs to, from the file as it was named: the folder's name for CSV tables,
 * the file's name without extension for the others, `stdin` for standard input.
 * `folder` is where relative names begin; it matters only for a CSV file named without its folder.
 */
export function recordSetOf(file: string, folder = process.cwd()): string {
  if (file === STDIN) return "stdin";
  const name = basename(file);
  if (extensionOf(name) === "csv") return basename(dirname(resolve(folder, file)));
  return name.replace(/(?<=.)\.[^.]+$/, "");
}

/** The file under a name that tells its record set wherever it is read: a CSV file's folder is part of it. */
export function fileWithSet(file: string, folder: string): string {
  const tells = extensionOf(file) !== "csv" || recordSetOf(file, folder) === basename(dirname(file));
  return tells ? file : resolve(folder, file);
}
