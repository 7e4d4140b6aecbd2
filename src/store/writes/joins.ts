import type { Properties } from "../contribution.js";
import type { CypherValue } from "../engine.js";

/** A join of two values that are given: commutative, associative and idempotent, so that the order of sources does not matter. */
export type Join = (a: CypherValue, b: CypherValue) => CypherValue;

/** The smaller string or number; of strings by code unit. */
export const smallest: Join = (a, b) => ((b as string) < (a as string) ? b : a);

/** The greater number. */
export const greatest: Join = (a, b) => Math.max(a as number, b as number);

/** The union of two sets, sorted. */
export const union: Join = (a, b) => sortedSet([...(a as readonly string[]), ...(b as readonly string[])]);

/** The most precise date, which is the longest ISO text, then the earliest. */
export const mostPrecise: Join = (a, b) => {
  const [first, second] = [a as string, b as string];
  if (first.length !== second.length) return first.length > second.length ? first : second;
  return smallest(first, second);
};

/** The value that stands first in a closed list. */
export function firstOf(order: readonly string[]): Join {
  return (a, b) => (order.indexOf(b as string) < order.indexOf(a as string) ? b : a);
}

/** Kinds of actors, the one that wins first. */
export const KIND_ORDER: readonly string[] = [
  "PERSON",
  "COUNTRY",
  "MEDIA",
  "ORGANIZATION",
  "GROUP",
  "PLACE",
  "UNKNOWN",
];

/** The kind of an actor by rank; of an event, whose kinds are free words, the smaller one. */
const kinds: Join = (a, b) => {
  const ranked = KIND_ORDER.includes(a as string) && KIND_ORDER.includes(b as string);
  return ranked ? firstOf(KIND_ORDER)(a, b) : smallest(a, b);
};

/** How values of a property are joined where sources differ; what is not listed takes the smallest. */
const JOINS: Readonly<Record<string, Join>> = {
  mode: firstOf(["DIRECT", "MIXED", "INDIRECT"]),
  act: firstOf(["EVALUATION", "DEMAND", "COMMITMENT", "QUESTION", "ASSERTION"]),
  origin: firstOf(["CODED", "IMPORTED", "EXTRACTED"]),
  stance: firstOf(["OPPOSE", "SUPPORT", "NEUTRAL"]),
  saidAt: mostPrecise,
  start: mostPrecise,
  end: mostPrecise,
  confidence: greatest,
  collections: union,
  kind: kinds,
  names: union,
  aliases: union,
  terms: union,
};

/** Joins what several sources say of one thing. `candidates` and their scores are one value and are taken from one source. */
export function joinProperties(all: readonly Properties[]): Properties {
  const [first = {}, ...others] = all;
  if (others.length === 0) return first;
  const joined: Record<string, CypherValue> = {};
  for (const properties of all) {
    for (const [name, value] of Object.entries(properties)) {
      if (name === "candidates" || name === "candidateScores") continue;
      const present = joined[name];
      joined[name] = present === undefined ? value : (JOINS[name] ?? joinOfShape(value))(present, value);
    }
  }
  return { ...joined, ...joinCandidates(all) };
}

/** Lists that no rule names (the spans of one report given twice) are compared as a whole. */
function joinOfShape(value: CypherValue): Join {
  if (!Array.isArray(value)) return smallest;
  return (a, b) => (JSON.stringify(b) < JSON.stringify(a) ? b : a);
}

/** The union of all candidates, each with its best score, best first. */
function joinCandidates(all: readonly Properties[]): Properties {
  const scores = new Map<string, number>();
  for (const { candidates, candidateScores } of all) {
    (candidates as readonly string[] | undefined)?.forEach((name, i) => {
      const score = (candidateScores as readonly number[])[i] ?? 0;
      scores.set(name, Math.max(score, scores.get(name) ?? 0));
    });
  }
  if (scores.size === 0) return {};
  const ranked = [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return { candidates: ranked.map(([name]) => name), candidateScores: ranked.map(([, score]) => score) };
}

/** The distinct strings of a list, sorted by code unit. */
export function sortedSet(list: readonly string[]): string[] {
  return [...new Set(list)].sort();
}

/** JSON with the names in order, so that equal properties are equal texts. */
export function canonicalJson(properties: Properties): string {
  const names = Object.keys(properties).sort();
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, properties[name]])));
}

/** Tells whether two sets of properties are the same, whatever the order of their names. */
export function sameProperties(a: Properties, b: Properties): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => sameValue(a[name], b[name]));
}

function sameValue(a: CypherValue | undefined, b: CypherValue | undefined): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
