import type { Stance } from "../model/vocabulary.js";
import { readTable } from "./table.js";

/** What a judging word states; DUTY blames only where it is denied ("ne respecte pas"), PRAISE and BLAME are verbs that judge their object. */
export type Judgement = Stance | "DUTY" | "PRAISE" | "BLAME";

/** What each judging word or pair of words of a table states, and for the first words of pairs whether there are any. */
export interface Judgements {
  words: ReadonlyMap<string, Judgement>;
  /** First words of pairs. */
  openings: ReadonlySet<string>;
}

/** The judging words of a table. */
export function judgementsOf(table: string): Judgements {
  const words = new Map<string, Judgement>();
  for (const { stance, words: list = "" } of readTable(table))
    for (const word of list.split(" ")) words.set(word.replaceAll("_", " "), stance as Judgement);
  const pairs = [...words.keys()].filter((word) => word.includes(" "));
  return { words, openings: new Set(pairs.map((pair) => pair.slice(0, pair.indexOf(" ")))) };
}
