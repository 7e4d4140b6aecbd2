import type { CountName } from "../model/grouping.js";
import type { Row } from "../store/engine.js";

/** Counts of a row by their names; nothing counts as 0. */
export function countsIn(row: Row | undefined, counts: readonly CountName[]): Record<CountName, number> {
  return Object.fromEntries(counts.map((count) => [count, Number(row?.[count] ?? 0)])) as Record<CountName, number>;
}

/** What the groups that are not shown have: the sums over all of them, less those that are shown. */
export function othersOf(sums: Row, shown: readonly Row[], counts: readonly CountName[]) {
  const left = counts.map((count) => {
    const ofShown = shown.reduce((total, row) => total + Number(row[count]), 0);
    return [count, Number(sums[count]) - ofShown];
  });
  return { ...Object.fromEntries(left), groups: Number(sums.groups) - shown.length };
}

/** The names of two selections, each once. */
export function union(...names: readonly (readonly CountName[])[]): CountName[] {
  return [...new Set(names.flat())].sort();
}
