import { is, isComma, type Unit } from "./units.js";

/** The noun that a phrase `[from, to)` is built on: the first one, or in English the last before "of". */
export function headNoun(units: readonly Unit[], from: number, to: number, headLast = false): Unit | undefined {
  const at = headAt(units, from, to, headLast);
  return at < 0 ? units.slice(from, to).find((unit) => unit.kind === "word" && !is(unit, "DET", "OF")) : units[at];
}

/** Place of the noun for a person, body, medium or document that the phrase is built on, or -1. */
export function headAt(units: readonly Unit[], from: number, to: number, headLast: boolean): number {
  let found = -1;
  for (let at = from; at < to; at++) {
    const unit = units[at] as Unit;
    if (unit.tags.size === 0 && unit.kind === "word") continue;
    if (isComma(unit) || unit.form === "(") break;
    if (is(unit, "OF", "PREP", "REL", "COMP") && at > from) break;
    if (is(unit, "POSSESSIVE")) found = -1;
    if (!isHead(unit) && !isPartisan(units, at)) continue;
    if (found >= 0 && !(headLast || isBeforeNoun(units[found]))) break;
    found = at;
  }
  return found;
}

function isHead(unit: Unit): boolean {
  if (unit.spelling === null) return false;
  unit.spelling.head ??= readsHead(unit);
  return unit.spelling.head;
}

function readsHead(unit: Unit): boolean {
  return is(unit, "ROLE", "ORG", "HUMANS", "MEDIA", "DOCUMENT") && !is(unit, "DET");
}

/** "La socialiste", "l'écologiste Anna Noor": an adjective of a party as a noun. */
export function isPartisan(units: readonly Unit[], at: number): boolean {
  return is(units[at], "PARTISAN") && units[at]?.capital === false && is(units[at - 1], "DET");
}

/** An adjective that may be a noun too: "l'ancien ministre", "le jeune berger". */
function isBeforeNoun(unit: Unit | undefined): boolean {
  return is(unit, "FORMER", "YOUNG");
}
