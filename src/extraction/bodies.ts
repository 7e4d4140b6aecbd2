import type { Phrase } from "./noun-phrase.js";
import { is, type Unit } from "./units.js";

/** Place after the adjective or name of a country that starts at a place, or -1. */
type CountryAt = (at: number) => number;

/** The noun of a body or of people who act as one, together with the country whose they are, when such a phrase starts at `at`. */
export function bodyOf(units: readonly Unit[], at: number, afterCountry: number, countryAt: CountryAt): Phrase | null {
  const to = afterCountry > 0 ? nounAfter(units, afterCountry) : countryAfter(units, at, countryAt);
  return to < 0 ? null : { units, from: at, to };
}

/** "Armenian forces", "the Norland army", "Norland's main opposition group". */
function nounAfter(units: readonly Unit[], at: number): number {
  if (!units[at - 1]?.capital) return -1;
  const from = is(units[at], "POSSESSIVE") ? at + 1 : at;
  for (let noun = from; noun < from + 3; noun++) {
    if (isBody(units[noun])) return isBody(units[noun + 1]) ? noun + 2 : describesMore(units[noun + 1]) ? -1 : noun + 1;
    if (units[noun]?.kind !== "word" || (units[noun]?.tags.size ?? 0) > 0) return -1;
  }
  return -1;
}

/** "l'armée azerbaïdjanaise", "ministère arménien de la Défense", "le gouvernement du Mali", "the army of Norland". */
function countryAfter(units: readonly Unit[], at: number, countryAt: CountryAt): number {
  if (!isBody(units[at]) || units[at]?.capital || isDescribing(units[at - 1])) return -1;
  const adjective = [1, 2].find((ahead) => is(units[at + ahead], "DEMONYM") && !units[at + ahead]?.capital);
  if (
    adjective === 1 ||
    (adjective === 2 && units[at + 1]?.kind === "word" && !is(units[at + 1], "OF", "PREP", "COORD"))
  )
    return withComplement(units, at + adjective + 1);
  if (!is(units[at + 1], "OF")) return -1;
  return countryAt(is(units[at + 2], "DET") ? at + 3 : at + 2);
}

/** "Norland primary school children": the body only describes the noun after it. */
function describesMore(next: Unit | undefined): boolean {
  if (is(next, "HUMANS") && !is(next, "TROOPS")) return true;
  return (
    next?.kind === "word" && !next.capital && next.tags.size === 0 && !next.cue && !/(?:ed|ing|ly)$/.test(next.form)
  );
}

/** "les actions militaires russes": a noun before makes an adjective of the word. */
function isDescribing(before: Unit | undefined): boolean {
  return before?.kind === "word" && before.tags.size === 0 && !before.cue && before.form.endsWith("s");
}

function isBody(unit: Unit | undefined): boolean {
  return is(unit, "ORG", "TROOPS") && !is(unit, "DEMONYM");
}

/** "ministère arménien de la Défense": the complement belongs to the name. */
function withComplement(units: readonly Unit[], to: number): number {
  if (!is(units[to], "OF")) return to;
  const noun = is(units[to + 1], "DET") ? to + 2 : to + 1;
  return units[noun]?.capital ? noun + (units[noun + 1]?.form === "étrangères" ? 2 : 1) : to;
}
