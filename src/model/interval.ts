import { InvalidInput } from "../errors.js";

/** The intervals of time that statements are counted by, each with the sentence that describes it. */
export const INTERVALS = {
  DAY: "A day.",
  WEEK: "A week from Monday to Sunday, counted as ISO 8601 does.",
  MONTH: "A month.",
  QUARTER: "A quarter of a year.",
  YEAR: "A year.",
} as const;
export type Interval = keyof typeof INTERVALS;

/** A stretch of time that has a name: `2023-09`, `2023-Q3`, `2023-W38`. */
export interface Period {
  interval: Interval;
  name: string;
  /** Its first and last day, `YYYY-MM-DD`. */
  first: string;
  last: string;
}

const MONTHS: Readonly<Partial<Record<Interval, number>>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/**
 * The period that the store names in a group: a day, of a week its first day, `2023-09`, `2023-Q3` or `2023`. What is no
 * day is of the interval that its form tells, so that a coarse date keeps its own.
 */
export function periodOf(key: string, asked: Interval): Period {
  const [, year = "", sign, number] = /^(\d{4})(?:-(Q?)(\d+))?/.exec(key) ?? [];
  if (key.length === 10) return periodFrom(key, asked === "WEEK" ? "WEEK" : "DAY");
  if (number === undefined) return periodFrom(`${year}-01-01`, "YEAR");
  if (sign === "") return periodFrom(`${year}-${number}-01`, "MONTH");
  return periodFrom(`${year}-${String(Number(number) * 3 - 2).padStart(2, "0")}-01`, "QUARTER");
}

/** The periods of an interval from that of one key of the store to that of another, without a gap; more than `greatest` are refused. */
export function periodsBetween(from: string, to: string, interval: Interval, greatest: number): Period[] {
  const [first, end] = [periodOf(from, interval), periodOf(to, interval)];
  const periods = [first];
  for (let { last } = first; last < end.last; last = (periods.at(-1) as Period).last) {
    if (periods.length === greatest) {
      throw new InvalidInput(
        `A timeline has ${greatest} buckets at most, and from ${first.first} to ${end.last} there are more of a ${interval}; ask for a coarser interval, or bound saidAt in where`,
      );
    }
    periods.push(periodFrom(moved(last, 1), interval));
  }
  return periods;
}

/** The period of an interval that begins on a day. */
function periodFrom(first: string, interval: Interval): Period {
  return { interval, first, last: lastDayOf(first, interval), name: nameOf(first, interval) };
}

function lastDayOf(first: string, interval: Interval): string {
  const months = MONTHS[interval];
  if (months === undefined) return interval === "WEEK" ? moved(first, 6) : first;
  const day = dateOf(first);
  // Day 0 of a month is the last day of the one before.
  day.setUTCMonth(day.getUTCMonth() + months, 0);
  return textOf(day);
}

function nameOf(first: string, interval: Interval): string {
  if (interval === "DAY") return first;
  if (interval === "WEEK") return weekName(first);
  if (interval === "MONTH") return first.slice(0, 7);
  const year = first.slice(0, 4);
  return interval === "YEAR" ? year : `${year}-Q${Math.ceil(Number(first.slice(5, 7)) / 3)}`;
}

/** A week belongs to the year that its Thursday is in. */
function weekName(monday: string): string {
  const thursday = moved(monday, 3);
  const days = (dateOf(thursday).getTime() - dateOf(`${thursday.slice(0, 4)}-01-01`).getTime()) / DAY_MS;
  return `${thursday.slice(0, 4)}-W${String(Math.floor(days / 7) + 1).padStart(2, "0")}`;
}

const DAY_MS = 86_400_000;

function moved(day: string, by: number): string {
  return textOf(new Date(dateOf(day).getTime() + by * DAY_MS));
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function textOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
