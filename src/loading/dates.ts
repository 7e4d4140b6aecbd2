import { type DayInterval, findDays } from "../model/partial-date.js";
import { BrokenRule } from "./rules.js";

/** The days of an undated thing. */
const UNDATED: DayInterval = { first: "", last: "" };

/** First and last day of what is known of a date; both "" of none. Breaks `bad-date` for a text that is no date. */
export function daysOf(date: string | undefined): DayInterval {
  if (date === undefined) return UNDATED;
  const days = findDays(date);
  if (days) return days;
  throw new BrokenRule(
    "bad-date",
    `${JSON.stringify(date)} is no date; give 2023, 2023-09, 2023-09-19 or 2023-09-19T14:30:00Z`,
  );
}
