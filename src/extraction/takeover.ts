import type { Lexicon } from "./lexicon.js";
import { phraseLeft } from "./noun-phrase.js";
import { is, isColon, isComma, isQuotation, isStop, type Unit } from "./units.js";
import { type VerbGroup, verbGroupAt } from "./verb-group.js";

/** Whether somebody speaks after a comma: "selon S", "a-t-il dit", "a dit S", "ajoutant que". */
export function takesOver(units: readonly Unit[], from: number, lexicon: Lexicon): boolean {
  if (is(units[from], "ATTRIB", "LIKE")) return is(units[from], "ATTRIB") || speaksWithin(units, from + 1, 4, lexicon);
  return (
    isInverted(units, from, lexicon) ||
    isGerundAhead(units, from, lexicon) ||
    speaksAgain(units, is(units[from], "COORD") ? from + 1 : from, lexicon)
  );
}

export function isInverted(units: readonly Unit[], from: number, lexicon: Lexicon): boolean {
  const group = groupFrom(units, from, lexicon);
  if (!group?.cue.takes.has("inversion")) return false;
  if (group.inverted !== null) return true;
  const marked = group.cue.takes.has("clause") || isQuotation(units[from - 1]) || isQuotation(units[from - 2]);
  return marked && group.form === "finite" && !introduces(units, group);
}

function isGerundAhead(units: readonly Unit[], from: number, lexicon: Lexicon): boolean {
  for (let at = from; at < from + 3; at++)
    if (units[at]?.cue?.forms.has("gerund")) return isGerundCue(units, at, lexicon);
  return false;
}

export function isGerundCue(units: readonly Unit[], at: number, lexicon: Lexicon): boolean {
  const group = verbGroupAt(units, at, lexicon);
  return group !== null && group.form === "gerund" && introduces(units, group);
}

/** Another verb of saying starts here, with or without its own subject, and introduces something. */
export function speaksAgain(units: readonly Unit[], from: number, lexicon: Lexicon): boolean {
  const next = groupFrom(units, from, lexicon);
  if (next)
    return (
      next.form !== "gerund" &&
      (introduces(units, next) ||
        hasInfinitive(units, next, lexicon) ||
        next.cue.takes.has("np") ||
        next.cue.takes.has("a"))
    );
  for (let at = from + 1; at < Math.min(units.length, from + 14); at++) {
    const unit = units[at] as Unit;
    if (isComma(unit) || isStop(unit) || isQuotation(unit)) return false;
    if (!unit.cue) continue;
    const group = verbGroupAt(units, at, lexicon);
    if (!group) continue;
    const subject = phraseLeft(units, group.from, lexicon.grammar);
    return subject !== null && subject.from <= from && introduces(units, group);
  }
  return false;
}

function speaksWithin(units: readonly Unit[], from: number, most: number, lexicon: Lexicon): boolean {
  for (let at = from; at < from + most; at++) if (units[at]?.cue && verbGroupAt(units, at, lexicon)) return true;
  return false;
}

/** The verb group whose first unit is this one. */
function groupFrom(units: readonly Unit[], from: number, lexicon: Lexicon): VerbGroup | null {
  for (let at = from; at < Math.min(units.length, from + 6); at++) {
    if (!units[at]?.cue) continue;
    const group = verbGroupAt(units, at, lexicon);
    const start = group && leading(units, group.from);
    return group && start !== null && start <= from ? group : null;
  }
  return null;
}

function leading(units: readonly Unit[], from: number): number {
  let at = from;
  while (is(units[at - 1], "ADV", "TIME")) at--;
  return at;
}

/** "nié avoir sorti". */
function hasInfinitive(units: readonly Unit[], { to, cue }: VerbGroup, { grammar }: Lexicon): boolean {
  const next = units[to];
  if (!cue.takes.has("infinitive") || next?.kind !== "word" || next.capital || is(next, "DET", "PREP")) return false;
  return grammar.infinitiveEndings.some((ending) => next.form.endsWith(ending));
}

function introduces(units: readonly Unit[], group: VerbGroup): boolean {
  for (let at = group.to; at < Math.min(units.length, group.to + 9); at++) {
    const unit = units[at];
    if (is(unit, "COMP") || isColon(unit) || isQuotation(unit)) return true;
    if (isComma(unit) || isStop(unit)) return false;
  }
  return false;
}
