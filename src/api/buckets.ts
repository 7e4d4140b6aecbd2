import { InvalidInput } from "../errors.js";
import { type CountName, GREATEST_BUCKETS, GREATEST_CELLS } from "../model/grouping.js";
import { type Interval, type Period, periodsBetween } from "../model/interval.js";
import type { Row } from "../store/engine.js";
import { COARSER } from "../store/reads/grouped.js";
import { countsIn } from "./sums.js";

/** Rows of a timeline by the name of their time. */
export type Times = ReadonlyMap<string, Row>;

export function timesOf(rows: readonly Row[]): Times {
  return new Map(rows.map((row) => [String(row.time), row]));
}

/** The rows of each series, by its key. */
export function timesBySeries(rows: readonly Row[]): ReadonlyMap<string, Times> {
  const found = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    const series = String(row.series);
    const times = found.get(series) ?? new Map<string, Row>();
    found.set(series, times.set(String(row.time), row));
  }
  return found;
}

/** The periods from the first to the last that has anything. */
export function periodsOf(times: Times, interval: Interval): Period[] {
  const known = [...times.keys()].filter((name) => name !== "" && name !== COARSER).sort();
  const [first, last] = [known[0], known.at(-1)];
  return first === undefined || last === undefined ? [] : periodsBetween(first, last, interval, GREATEST_BUCKETS);
}

/** Buckets for all periods, and what has no place in them: the same three for a timeline and for each of its series. */
export function bucketsOf(times: Times, periods: readonly Period[], counts: readonly CountName[]) {
  return {
    buckets: periods.map((period) => ({ period, ...countsIn(times.get(storedName(period)), counts) })),
    undated: countsIn(times.get(""), counts),
    coarser: countsIn(times.get(COARSER), counts),
  };
}

/** The store calls a week by its first day. */
function storedName({ interval, first, name }: Period): string {
  return interval === "WEEK" ? first : name;
}

/** The series of a timeline have so many buckets and no more. */
export function assertCells(series: number, periods: number): void {
  if (series * periods <= GREATEST_CELLS) return;
  throw new InvalidInput(
    `The series of a timeline have ${GREATEST_CELLS} buckets at most, not ${series} times ${periods}; ask for fewer series with first, for a coarser interval, or bound saidAt in where`,
  );
}
