import type { Lexicon } from "./lexicon.js";
import type { KnownNames } from "./name-runs.js";
import { is, type Unit } from "./units.js";

/**
 * Where a person's name starts inside the capitalised words `[from, to)`, after the name of a country, body, medium or
 * portfolio that the person's role is held in ("Fifa Anna Noor"); `from` when the words are one name.
 */
export function personStart(
  units: readonly Unit[],
  from: number,
  to: number,
  lexicon: Lexicon,
  known?: KnownNames,
): number {
  if (to - from < 3 && !isAcronym(units[from])) return from;
  if (lexicon.firstNames.has(units[from]?.form ?? "") && !isGoverned(units, from)) return from;
  for (let cut = from + 1; cut < to; cut++)
    if (isPersonAt(units, cut, to, lexicon) && parts(units, from, cut, to, lexicon, known)) return cut;
  return from;
}

function parts(
  units: readonly Unit[],
  from: number,
  cut: number,
  to: number,
  lexicon: Lexicon,
  known: KnownNames | undefined,
): boolean {
  const left = textOf(units, from, cut);
  const first = lexicon.firstNames.has(units[cut]?.form ?? "");
  if (to - cut < 2) return first && is(units[cut - 1], "MEDIA") && isAcronym(units[cut - 1]);
  if (lexicon.countries.has(left.toLowerCase()) || (cut === from + 1 && is(units[from], "CHANNELSITE"))) return true;
  const governed = isGoverned(units, from);
  const body = isBodyEnd(units, from, cut, lexicon);
  if (first && !lexicon.firstNames.has(units[cut - 1]?.form ?? "")) return cut - from > 1 || governed || body;
  return governed && (body || known?.stands(textOf(units, cut, to)) === true);
}

/** Whether two or more words from here may be a person's name: no noun of a body, no capitals only, no figure. */
function isPersonAt(units: readonly Unit[], from: number, to: number, { firstNames }: Lexicon): boolean {
  if (!units[from]?.capital || is(units[from], "PARTICLE", "ORG") || is(units[from - 1], "PARTICLE", "OF", "JOIN"))
    return false;
  const first = firstNames.has(units[from]?.form ?? "");
  for (let at = from; at < to; at++) {
    const unit = units[at] as Unit;
    if (unit.kind !== "word" || (isAcronym(unit) && unit.text.length > 3)) return false;
    if (!first && is(unit, "ORG", "MEDIA", "PORTFOLIO", "JOIN", "DEMONYM")) return false;
  }
  return true;
}

/** The name of a body ends here: an acronym, a medium, a portfolio ("Défense", "Affaires"), or its noun where that comes last. */
function isBodyEnd(units: readonly Unit[], from: number, to: number, { grammar }: Lexicon): boolean {
  const last = units[to - 1];
  if (isAcronym(last) || is(last, "MEDIA", "PORTFOLIO")) return true;
  return is(last, "ORG") && (grammar.headLast || to - from === 1);
}

/** Stands after "of", a preposition or a lower-case noun with its article, so that a role may have come before. */
function isGoverned(units: readonly Unit[], from: number): boolean {
  const before = units[from - 1];
  return before?.kind === "word" && (is(before, "OF", "PREP", "DET", "ROLE") || !before.capital);
}

export function isAcronym(unit: Unit | undefined): boolean {
  return unit !== undefined && /^\p{Lu}[\p{Lu}\d.&-]+$/u.test(unit.text);
}

function textOf(units: readonly Unit[], from: number, to: number): string {
  return units
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ")
    .replaceAll(/(['’]) /g, "$1");
}
