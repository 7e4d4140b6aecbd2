import type { Grammar } from "./lexicon.js";
import type { Unit } from "./units.js";

const DAY = 86_400_000;

/** The day that words of time mean ("mardi", "hier") seen from the day of publication, or null when either is not known. */
export function dayMeant(times: readonly Unit[], publishedAt: string | undefined, grammar: Grammar): string | null {
  const published = /^(\d{4}-\d{2}-\d{2})/.exec(publishedAt ?? "")?.[1];
  if (published === undefined) return null;
  for (const { form } of times) {
    if (grammar.today.includes(form)) return published;
    if (grammar.yesterday.includes(form)) return daysBefore(published, 1);
    const weekday = grammar.weekdays.indexOf(form.split(" ").at(-1) ?? "");
    if (weekday >= 0) return daysBefore(published, (new Date(published).getUTCDay() - weekday + 7) % 7);
  }
  return null;
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10);
}
