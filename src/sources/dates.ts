import { fold } from "../model/fold.js";
import { findDays } from "../model/partial-date.js";

const MONTHS: readonly (readonly string[])[] = [
  ["janvier", "janv", "january", "jan"],
  ["fevrier", "fevr", "fev", "february", "feb"],
  ["mars", "march", "mar"],
  ["avril", "avr", "april", "apr"],
  ["mai", "may"],
  ["juin", "june", "jun"],
  ["juillet", "juil", "july", "jul"],
  ["aout", "august", "aug"],
  ["septembre", "sept", "september", "sep"],
  ["octobre", "oct", "october"],
  ["novembre", "nov", "november"],
  ["decembre", "dec", "december"],
];

/** Whether a text is an ISO 8601 date of known precision that exists in the calendar. */
export function isIsoDate(text: string): boolean {
  return findDays(text) !== undefined;
}

/** The ISO date that a person wrote: `2023-09`, `2023-09-19 14:30`, `19 septembre 2023`, `Sept. 19, 2023`; undefined for anything else. */
export function writtenDate(text: string): string | undefined {
  const spaced = text.trim().replace(/^(\d{4}-\d{2}-\d{2}) +(\d{2}:)/, "$1T$2");
  const iso = spaced.replace(/(T.*[+-]\d{2})(\d{2})$/, "$1:$2");
  const date = isIsoDate(iso) ? iso : fromWords(fold(text));
  return date !== undefined && isIsoDate(date) ? date : undefined;
}

const WEEKDAY = /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day) /;

function fromWords(folded: string): string | undefined {
  const words = folded.replace(WEEKDAY, "").replace(/^le /, "");
  const dayFirst = /^(?:(\d{1,2})(?:er|st|nd|rd|th)? )?([a-z]+) (\d{4})$/.exec(words);
  if (dayFirst) return isoDay(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/.exec(words);
  return monthFirst ? isoDay(monthFirst[3], monthFirst[1], monthFirst[2]) : undefined;
}

/** The ISO date of a year, a month's name or abbreviation in French or English, and perhaps a day. */
export function isoDay(year?: string, monthName?: string, day?: string): string | undefined {
  const month = MONTHS.findIndex((names) => names.includes(fold(monthName ?? ""))) + 1;
  if (month === 0 || year === undefined) return undefined;
  const parts = day === undefined ? [year, `${month}`] : [year, `${month}`, day];
  return parts.map((part) => part.padStart(2, "0")).join("-");
}
