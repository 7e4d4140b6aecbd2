import type { Grammar } from "./lexicon.js";
import { hasFinite, type Phrase } from "./noun-phrase.js";
import { is, isComma, isQuotation, type Unit } from "./units.js";

const LONGEST = 40;
const MOST = 3;

/** With the appositions that follow between commas: "Anna Noor, 43, head of the mission,". */
export function withAppositions(phrase: Phrase, grammar: Grammar, limit = MOST): Phrase {
  const { units, from, to } = phrase;
  if (limit === 0 || !isComma(units[to])) return phrase;
  const end = appositionEnd(units, to + 1, grammar);
  return end < 0 ? phrase : withAppositions({ units, from, to: end }, grammar, limit - 1);
}

/** Where the apposition ends that starts here, or -1: an age, a role, or a name, up to the next comma, stop or relative. */
export function appositionEnd(units: readonly Unit[], from: number, grammar: Grammar): number {
  const head = units[from];
  const age = ageEnd(units, from);
  if (age >= 0) return age;
  const affiliated = isAffiliation(units, from);
  const national = is(head, "DET") && is(units[from + 1], "DEMONYM") && units[from + 2]?.capital === true;
  const named =
    national || (head?.capital === true && head.kind === "word" && !is(head, "PREP", "PRON", "DET", "SUB", "TIME"));
  const role = roleAhead(units, from);
  if (!role && !named && !affiliated) return -1;
  const titled = is(head, "TITLE", "ROLE") && units[from + 1]?.capital === true;
  let afterName = -1;
  for (let at = from; at < Math.min(units.length, from + LONGEST); at++) {
    const unit = units[at] as Unit;
    if (titled && afterName < 0 && is(unit, "PREP", "TIME") && units[at - 1]?.capital) afterName = at;
    if (isComma(unit) || (unit.kind === "punctuation" && /^[.!?;:…»]/.test(unit.form)) || isQuotation(unit)) return at;
    if (role && is(unit, "REL") && at > from + 1) return at;
    if (hasFinite(units, at, at + 1, grammar) || is(unit, "REL", "COMP", "PRON", "SUB")) return afterName;
  }
  return afterName;
}

/** "43", "43 ans": an age between commas. */
function ageEnd(units: readonly Unit[], from: number): number {
  if (units[from]?.kind !== "number") return -1;
  const at = is(units[from + 1], "AGE") ? from + 2 : from + 1;
  const after = units[at];
  return after === undefined || isComma(after) || /^[.!?;:…]/.test(after.form) ? at : -1;
}

/** A role among the first words: "head of", "the city's mayor", "un des avocats de". */
function roleAhead(units: readonly Unit[], from: number): boolean {
  for (let at = from; at < from + 6; at++) {
    const unit = units[at];
    if (unit?.kind !== "word" || is(unit, "PREP", "REL", "COMP", "SUB", "PRON")) return false;
    if (is(unit, "ROLE", "TITLE", "HUMANS")) return true;
    if (at > from && is(unit, "OF") && !is(units[from], "DET")) return false;
  }
  return false;
}

/** "de la Ligue", "of the Norland Institute", after a name: the body that somebody belongs to. */
function isAffiliation(units: readonly Unit[], from: number): boolean {
  if (!is(units[from], "OF", "AFFILIATION") || !units[from - 2]?.capital) return false;
  const first = is(units[from + 1], "DET") ? units[from + 2] : units[from + 1];
  return first?.kind === "word" && (first.capital || is(first, "ORG", "MEDIA"));
}
