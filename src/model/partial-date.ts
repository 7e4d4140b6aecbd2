const FORM = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** The first and last day, `YYYY-MM-DD`, of what an ISO date of known precision may mean. */
export interface DayInterval {
  first: string;
  last: string;
}

/** Number of days of a month, counted from 1; 0 for a month that does not exist. */
function daysIn(year: number, month: number): number {
  return month < 1 || month > 12 ? 0 : new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isTime(hour = "0", minute = "0", second = "0"): boolean {
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 61;
}

/**
 * The days that `2023`, `2023-09`, `2023-09-20` or a date with a time stand for; undefined when the text is no such date.
 * The day is the one that is written: a time zone does not move it.
 */
export function findDays(date: string): DayInterval | undefined {
  const [, year, month, day, hour, minute, second] = FORM.exec(date) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const length = daysIn(Number(year), Number(month));
  if (length === 0) return undefined;
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${length}` };
  const sound = Number(day) >= 1 && Number(day) <= length && isTime(hour, minute, second);
  return sound ? { first: date.slice(0, 10), last: date.slice(0, 10) } : undefined;
}
