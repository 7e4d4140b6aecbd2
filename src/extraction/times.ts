import type { Grammar } from "./lexicon.js";
import { is, isComma, type Unit } from "./units.js";

/** The words in which a language tells when: days and months in their order, and how far back a word of time lies. */
export interface TimeWords {
  weekdays: readonly string[];
  months: readonly string[];
  /** Words that may stand before a date, and those that may stand before a year alone. */
  openings: readonly string[];
  yearOpenings: readonly string[];
  /** Parts of a day, and words that mean the last or the next such day. */
  parts: readonly string[];
  past: readonly string[];
  future: readonly string[];
  daysAgo: Readonly<Record<string, number>>;
  periods: Readonly<Record<string, readonly ["week" | "month" | "year", number]>>;
  agoBefore: readonly string[];
  agoAfter: string;
  lengths: Readonly<Record<string, "hour" | "day" | "week" | "month" | "year">>;
  counts: Readonly<Record<string, number>>;
}

const DAY = /^(?:[1-9]|[12]\d|3[01])(?:er|st|nd|rd|th)?$/;
const YEAR = /^(?:19|20)\d\d$/;

/** The place after the expression of time that starts here ("le 3 juillet 2019", "on Monday night", "three days ago"), or `at` where there is none. */
export function timeEnd(units: readonly Unit[], at: number, grammar: Grammar): number {
  const { times } = grammar;
  const opened = times.openings.includes(units[at]?.form ?? "");
  const start = opened ? at + 1 : at;
  const end = agoEnd(units, at, grammar) ?? dateEnd(units, start, grammar) ?? wordEnd(units, start);
  if (end !== null) return withParts(units, end, grammar);
  return opened && times.yearOpenings.includes(units[at]?.form ?? "") && isYear(units[start]) ? start + 1 : at;
}

/** "lundi 3 juillet 2019", "3 July", "July 3, 2019", "juillet 2019". */
function dateEnd(units: readonly Unit[], at: number, { times }: Grammar): number | null {
  let from = at;
  if (times.weekdays.includes(lastWord(units[from]))) from += isComma(units[from + 1]) ? 2 : 1;
  if (isDay(units[from]) && isMonth(units[from + 1], times)) return yearEnd(units, from + 2);
  if (!isMonth(units[from], times)) return null;
  return isDay(units[from + 1]) ? yearEnd(units, from + 2) : yearEnd(units, from + 1);
}

function yearEnd(units: readonly Unit[], at: number): number {
  if (isYear(units[at])) return at + 1;
  return isComma(units[at]) && isYear(units[at + 1]) ? at + 2 : at;
}

/** "il y a trois jours", "two weeks ago". */
function agoEnd(units: readonly Unit[], at: number, { times }: Grammar): number | null {
  const opened = times.agoBefore.length > 0 && times.agoBefore.every((form, place) => units[at + place]?.form === form);
  const from = opened ? at + times.agoBefore.length : at;
  const counted = isCount(units[from], times) && times.lengths[units[from + 1]?.form ?? ""] !== undefined;
  if (!counted) return null;
  if (from > at) return from + 2;
  return units[from + 2]?.form === times.agoAfter ? from + 3 : null;
}

/** "hier", "on Monday", "last week", "lundi". */
function wordEnd(units: readonly Unit[], at: number): number | null {
  return is(units[at], "TIME") && !isModal(units[at]) ? at + 1 : null;
}

/** "lundi soir", "mardi dernier", "dans la nuit de lundi à mardi" up to the first day. */
function withParts(units: readonly Unit[], from: number, { times }: Grammar): number {
  let at = from;
  while (times.parts.includes(units[at]?.form ?? "") || times.past.includes(units[at]?.form ?? "")) at++;
  return at;
}

export function isMonth(unit: Unit | undefined, { months }: Grammar["times"]): boolean {
  return unit !== undefined && months.includes(unit.form) && !isModal(unit);
}

/** English "may" is a month only with a capital. */
function isModal(unit: Unit | undefined): boolean {
  return is(unit, "MODAL") && !unit?.capital;
}

export function isDay(unit: Unit | undefined): boolean {
  return unit !== undefined && DAY.test(unit.form);
}

export function isYear(unit: Unit | undefined): boolean {
  return unit !== undefined && YEAR.test(unit.form);
}

export function isCount(unit: Unit | undefined, { counts }: Grammar["times"]): boolean {
  return unit !== undefined && (unit.kind === "number" || counts[unit.form] !== undefined);
}

/** "on monday" → "monday". */
export function lastWord(unit: Unit | undefined): string {
  return unit?.form.split(" ").at(-1) ?? "";
}
