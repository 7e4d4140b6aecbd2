import { readTable } from "./table.js";

/** Where words are said or written: the name that a word means, and the one that a verb implies. */
export interface Channels {
  words: ReadonlyMap<string, string>;
  verbs: ReadonlyMap<string, string>;
  /** Those that are sites: their names have a capital. */
  sites: ReadonlySet<string>;
}

/** The channels of a table, with its rows as words of the tags `CHANNEL` and `CHANNELSITE`. */
export function channelsOf(table: string): Channels & { rows: { tag: string; words: string }[] } {
  const rows = readTable(table);
  const named = (column: string) =>
    new Map(
      rows.flatMap((row) =>
        (row[column] ?? "")
          .split(" ")
          .filter(Boolean)
          .map((word) => [word.replaceAll("_", " "), row.channel ?? ""] as const),
      ),
    );
  return {
    words: named("words"),
    verbs: named("verbs"),
    sites: new Set(rows.flatMap(({ site, channel = "" }) => (site ? [channel] : []))),
    rows: rows.map(({ site, words = "" }) => ({ tag: site ? "CHANNELSITE" : "CHANNEL", words })),
  };
}
