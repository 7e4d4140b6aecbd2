import { type Description, descriptionOf } from "./description.js";
import type { Lexicon } from "./lexicon.js";
import { keyOf } from "./short-forms.js";
import { unitsOf } from "./units.js";

/** An office, and the years in which somebody held it. */
interface Office {
  description: Description;
  from: number;
  to: number;
}

const known = new WeakMap<Lexicon, Map<string, Office[]>>();

/** How the holder of a high office is described by it in a text of some year: only offices held then, or all when the year is not known. */
export function officesOf(name: string, year: number | null, lexicon: Lexicon): Description[] {
  const offices = known.get(lexicon) ?? readOffices(lexicon);
  known.set(lexicon, offices);
  return (offices.get(keyOf(name)) ?? [])
    .filter(({ from, to }) => year === null || (from <= year && year <= to))
    .map(({ description }) => description);
}

/** By full name and by what comes after the first name. */
function readOffices(lexicon: Lexicon): Map<string, Office[]> {
  const offices = new Map<string, Office[]>();
  for (const { name = "", office = "", from, to } of lexicon.officeHolders) {
    const units = unitsOf(office, { start: 0, end: office.length }, [], lexicon);
    const description = descriptionOf({ units, from: 0, to: units.length }, lexicon);
    if (!description) continue;
    for (const form of new Set([name, name.slice(name.indexOf(" ") + 1)])) {
      const list = offices.get(keyOf(form)) ?? [];
      list.push({ description, from: Number(from), to: to ? Number(to) : Number.POSITIVE_INFINITY });
      offices.set(keyOf(form), list);
    }
  }
  return offices;
}
