import { isAcronym } from "./name-parts.js";
import type { NameRun } from "./name-runs.js";
import type { Phrase } from "./noun-phrase.js";
import { is, isComma, type Unit } from "./units.js";

/** The name that a phrase without its article is about: its first words, or what stands beside its noun; none when names only describe it. */
export function principalRun(
  runs: readonly NameRun[],
  { units, from, to }: Phrase,
  isPerson: (name: string) => boolean,
  headLast: boolean,
): NameRun | undefined {
  const [first, second] = runs;
  if (first && second && first.to === second.from && isPerson(second.name)) return second;
  if (first && opens(units, from, first.from) && !(headLast && describes(units, first.to, to))) return first;
  const apposed = runs.filter(
    (run) =>
      isApposed(units, from, run) &&
      !is(units[run.to], "POSSESSIVE") &&
      (isPerson(run.name) || !isBodyOfRole(units, from, run)),
  );
  return (
    apposed.find(({ name }) => isPerson(name)) ??
    apposed.find((run) => run.to - run.from > 1 && !isAcronym(units[run.from])) ??
    apposed[0]
  );
}

/** "La directrice de l'ONG Terre neuve": the name of the body that somebody's role is held in. */
function isBodyOfRole(units: readonly Unit[], from: number, { from: at }: NameRun): boolean {
  if (!is(units[at - 1], "CALLED")) return false;
  const of = units.findIndex((unit, place) => place > from && place < at && is(unit, "OF"));
  return of > 0 && units.slice(from, of).some((unit) => is(unit, "ROLE"));
}

/** Only titles stand before. */
function opens(units: readonly Unit[], from: number, name: number): boolean {
  for (let at = from; at < name; at++) if (!is(units[at], "TITLE", "DET", "YOUNG")) return false;
  return true;
}

/** After a name at the start: a noun that the name only describes ("Scientology officials"), or what belongs to it. */
function describes(units: readonly Unit[], at: number, end: number): boolean {
  const next = units[at];
  if (at >= end || next === undefined) return false;
  if (is(next, "POSSESSIVE")) return true;
  if (next.kind !== "word" || is(next, "PREP", "OF", "COORD", "REL", "DET", "ADV", "TIME")) return false;
  return !next.capital || is(next, "ROLE", "HUMANS", "TITLE");
}

/** Beside the noun of a person or body, with nothing that makes it a complement: "le porte-parole de l'armée, Anna Noor", "l'ONG Terre Neuve". */
function isApposed(units: readonly Unit[], from: number, run: NameRun): boolean {
  let at = run.from - 1;
  while (at > from && is(units[at], "TITLE") && !is(units[at], "ROLE")) at--;
  if (at > from && is(units[at], "DET") && units[at]?.capital) at--;
  const before = units[at];
  if (before === undefined || at < from || is(units[run.to], "ROLE", "TITLE", "HUMANS")) return false;
  if (isComma(before)) return true;
  if (is(before, "POSSESSIVE"))
    return run.to - run.from > 1 && !units.slice(run.from, run.to).some((unit) => is(unit, "ORG"));
  if (
    is(before, "OF", "PREP", "DET", "COORD", "REL", "POSSESSIVE", "TIME") ||
    !(before.kind === "word" || before.form === ")")
  )
    return false;
  if (run.to - run.from > 1 && before.kind === "word" && before.tags.size === 0 && !before.capital) return true;
  for (; at >= from; at--)
    if (is(units[at], "ROLE", "ORG", "MEDIA", "HUMANS", "DOCUMENT", "TITLE", "PARTISAN")) return true;
  return false;
}
