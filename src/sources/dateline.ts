import { fold } from "../model/fold.js";
import type { Span } from "../model/span.js";
import { isIsoDate, isoDay } from "./dates.js";

/** The place, day and agency that open an agency's report: `PARIS, 12 mars (AFP) -`. */
export interface Dateline {
  span: Span;
  place: string;
  agency?: string;
  month?: string;
  day?: string;
  year?: string;
}

const PLACE =
  /(?<place>\p{Lu}[\p{L}'’./-]*(?: [\p{L}'’./-]+){0,3}(?:, \p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2})?)/u;
const DAY_MONTH = /(?<day1>\d{1,2})(?:er|st|nd|rd|th)? (?<month1>\p{L}{3,9})\.?(?:,? (?<year1>\d{4}))?/u;
const MONTH_DAY = /(?<month2>\p{L}{3,9})\.? (?<day2>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year2>\d{4}))?/u;
const AGENCIES =
  /\b(?:AFP|Reuters|AP|Associated Press|TASS|RIA|Interfax|dpa|EFE|ANSA|Belga|ATS|Anadolu|AA|Armenpress|Azertac|APA|Xinhua|UPI)\b/;
const DATELINE = new RegExp(
  `${PLACE.source}(?:, (?:${DAY_MONTH.source}|${MONTH_DAY.source}))?(?: ?\\((?<agency>[^()\\n]{2,40})\\))? ?(?:--|[-–—]) ?`,
  "uy",
);

/** The dateline at an offset of a text, if one stands there: a place with a day, an agency or both, then a dash. */
export function datelineAt(text: string, offset: number): Dateline | undefined {
  DATELINE.lastIndex = offset;
  const match = DATELINE.exec(text.slice(0, offset + 160).replace(/[\u00a0\u202f]/g, " "));
  const { place, agency, day1, day2, month1, month2, year1, year2 } = match?.groups ?? {};
  const [day, month, year] = [day1 ?? day2, month1 ?? month2, year1 ?? year2];
  if (!match || !place || !(dayOf("2000", month, day) || isAgencyReport(place, agency))) return undefined;
  return { span: { start: offset, end: offset + match[0].length }, place, agency, day, month, year };
}

/** Without a day, only capitals or a known agency tell a dateline from a sentence with a bracket. */
function isAgencyReport(place: string, agency: string | undefined): boolean {
  return agency !== undefined && (place === place.toUpperCase() || AGENCIES.test(agency));
}

/** The day of a dateline, in its own year or the one that the article's date gives; undefined when they disagree. */
export function dayOfDateline(dateline: Dateline, publishedAt: string | undefined): string | undefined {
  const day = dayOf(dateline.year ?? publishedAt?.slice(0, 4), dateline.month, dateline.day);
  return day && (publishedAt === undefined || day.startsWith(publishedAt)) ? day : undefined;
}

function dayOf(year?: string, month?: string, day?: string): string | undefined {
  const date = isoDay(year, month && fold(month), day);
  return date !== undefined && day !== undefined && isIsoDate(date) ? date : undefined;
}
