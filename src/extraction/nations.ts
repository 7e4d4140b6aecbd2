import { readTable } from "./table.js";

/** The country whose each adjective of nationality is; empty where it is of none or of several. */
export function nationsOf(table: string): Map<string, string> {
  return new Map(
    readTable(table).flatMap(({ country = "", adjectives = "" }) =>
      adjectives.split(" ").map((word) => [word.replaceAll("_", " "), country] as const),
    ),
  );
}
