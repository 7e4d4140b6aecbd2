import type { Stance } from "../model/vocabulary.js";
import { readTable } from "./table.js";

/** The stance that each judging word of a table states. */
export function judgementsOf(table: string): Map<string, Stance> {
  return new Map(
    readTable(table).flatMap(({ stance, words = "" }) =>
      words.split(" ").map((word) => [word.replaceAll("_", " "), stance as Stance] as const),
    ),
  );
}
