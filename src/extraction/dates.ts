import type { Grammar } from "./lexicon.js";
import { isCount, isDay, isMonth, isYear, lastWord, type TimeWords } from "./times.js";
import type { Unit } from "./units.js";

const DAY = 86_400_000;
const LENGTHS = { hour: 0, day: 1, week: 7, month: 0, year: 0 } as const;

/** The day, month or year that expressions of time mean ("mardi", "le 3 juillet", "last month") seen from the day of publication; null when it is not known or would lie ahead. */
export function dayMeant(units: readonly Unit[], publishedAt: string | undefined, { times }: Grammar): string | null {
  if (units.length === 0 || units.some(({ form }) => times.future.includes(form))) return null;
  const published = /^\d{4}(?:-\d{2}){0,2}/.exec(publishedAt ?? "")?.[0];
  const written = dateWritten(units, published, times);
  if (written !== null) return !isDate(written) || (published && written > published) ? null : written;
  return published?.length === 10 && isDate(published) ? seenFrom(units, published, times) : null;
}

/** "3 July 2019", "juillet 2019", "en 2019"; without a year the last such day before the publication. */
function dateWritten(units: readonly Unit[], published: string | undefined, times: TimeWords): string | null {
  const at = units.findIndex((unit) => isMonth(unit, times));
  const year = units.find((unit) => isYear(unit))?.form;
  if (at < 0) return year ?? null;
  const month = String(times.months.indexOf(units[at]?.form ?? "") + 1).padStart(2, "0");
  const figure = [units[at - 1], units[at + 1]].find((unit) => isDay(unit));
  const rest = figure ? `${month}-${String(Number.parseInt(figure.form, 10)).padStart(2, "0")}` : month;
  if (year !== undefined) return `${year}-${rest}`;
  if (published === undefined) return null;
  const same = `${published.slice(0, 4)}-${rest}`;
  return same.slice(0, published.length) <= published ? same : `${Number(published.slice(0, 4)) - 1}-${rest}`;
}

/** "yesterday", "lundi dernier", "two weeks ago", "last month". */
function seenFrom(units: readonly Unit[], published: string, times: TimeWords): string | null {
  for (const [at, unit] of units.entries()) {
    const days = times.daysAgo[unit.form];
    if (days !== undefined) return daysBefore(published, days);
    const period = times.periods[unit.form];
    if (period) return periodBefore(published, ...period);
    const weekday = times.weekdays.indexOf(lastWord(unit));
    if (weekday >= 0) return lastWeekday(published, weekday, units[at + 1], units[at - 1], times);
    const length = isCount(unit, times) ? times.lengths[units[at + 1]?.form ?? ""] : undefined;
    if (length) return lengthsBefore(published, times.counts[unit.form] ?? Number.parseInt(unit.form, 10), length);
  }
  return null;
}

/** The last such day of the week: the day of publication itself unless "last" or "dernier" stands beside it. */
function lastWeekday(
  published: string,
  weekday: number,
  after: Unit | undefined,
  before: Unit | undefined,
  times: TimeWords,
): string {
  const days = (new Date(published).getUTCDay() - weekday + 7) % 7;
  const past = [after, before].some((unit) => unit !== undefined && times.past.includes(unit.form));
  return daysBefore(published, days === 0 && past ? 7 : days);
}

function lengthsBefore(published: string, count: number, length: keyof typeof LENGTHS): string | null {
  if (!(count < 10_000)) return null;
  if (length === "month" || length === "year") return periodBefore(published, length, count);
  return daysBefore(published, count * LENGTHS[length]);
}

/** A week is known as a month when it lies in one, else as a year, else not at all. */
function periodBefore(published: string, period: "week" | "month" | "year", count: number): string | null {
  const [year = 0, month = 0] = published.split("-").map(Number);
  if (period === "year") return String(year - count).padStart(4, "0");
  if (period === "month") return new Date(Date.UTC(year, month - 1 - count, 1)).toISOString().slice(0, 7);
  const sinceMonday = (new Date(published).getUTCDay() + 6) % 7;
  const first = daysBefore(published, sinceMonday + 7 * count);
  const last = count === 0 ? published : daysBefore(published, sinceMonday + 7 * count - 6);
  const precision = [7, 4].find((digits) => first.slice(0, digits) === last.slice(0, digits));
  return precision ? first.slice(0, precision) : null;
}

/** No 31st of February: the day is still itself after a calendar has read it. */
function isDate(day: string): boolean {
  const read = new Date(day);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10);
}
