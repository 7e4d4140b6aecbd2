import { readFileSync } from "node:fs";
import type { ActorKind } from "../model/vocabulary.js";
import { readTable } from "./table.js";
import type { Way } from "./ways.js";

/** What `priors.tsv` says of patterns and of ways to find the speaker. */
interface Priors {
  /** Which pattern goes before where two contradict each other: the higher one. */
  order: ReadonlyMap<string, number>;
  /** How often what a pattern finds is said, from 0 to 1. */
  patterns: ReadonlyMap<string, number>;
  /** How often the speaker is the right one, by way and kind of actor. */
  speakers: ReadonlyMap<string, number>;
}

let read: Priors | undefined;

function priors(): Priors {
  read ??= readPriors(readFileSync(new URL("./priors.tsv", import.meta.url), "utf8"));
  return read;
}

function readPriors(table: string): Priors {
  const order = new Map<string, number>();
  const patterns = new Map<string, number>();
  const speakers = new Map<string, number>();
  for (const { part, name = "", kinds = "", prior, order: rank } of readTable(table)) {
    if (part === "pattern") {
      order.set(name, Number(rank));
      patterns.set(name, Number(prior));
    } else for (const kind of kinds.split(" ")) speakers.set(`${name} ${kind}`, Number(prior));
  }
  return { order, patterns, speakers };
}

/** Which candidate goes before where two contradict each other: the one of the pattern with the higher number. */
export function orderOf(pattern: string): number {
  return known(priors().order, pattern);
}

/** How often what a pattern finds is said. */
export function patternPrior(pattern: string): number {
  return known(priors().patterns, pattern);
}

/** How often a speaker who is found in this way is the right one. */
export function speakerPrior(way: Way, kind: ActorKind): number {
  return known(priors().speakers, `${way} ${kind}`);
}

function known(values: ReadonlyMap<string, number>, name: string): number {
  const value = values.get(name);
  if (value === undefined) throw new Error(`priors.tsv has no row for ${name}`);
  return value;
}
