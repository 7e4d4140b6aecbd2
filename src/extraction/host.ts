import type { Lexicon } from "./lexicon.js";
import { hasFinite, isFiniteVerb, type Phrase } from "./noun-phrase.js";
import { is, isComma, isStop, type Unit } from "./units.js";
import type { VerbGroup } from "./verb-group.js";

/** The clause that a verb of saying stands in: it tells where the writer goes on after what is said. */
export interface Host {
  /** It opens the sentence and waits for a main clause: "Si le maire dit que C, …", "While she said C, …". */
  fronted: boolean;
  /** It stands between commas inside another clause, whose verb goes on after it: "S, qui dit que C, V". */
  enclosed: boolean;
  /** Its verb is in the past. */
  past: boolean;
}

/** The host of words of which nothing is known but where they start. */
export const FREE: Host = { fronted: false, enclosed: false, past: false };

/** What the clause of a verb of saying and its subject is in its sentence. */
export function hostOf(units: readonly Unit[], group: VerbGroup, subject: Phrase | null, lexicon: Lexicon): Host {
  const opening = subject === null || subject.from > group.from ? group.from : subject.from;
  const before = beforeAdverbs(units, opening);
  return {
    fronted:
      isAbsolute(units, group) ||
      ((is(units[before], "SUB") || (group.form === "gerund" && before <= 0)) && before <= 1),
    enclosed: isEnclosed(units, group),
    past: isPast(units, group, lexicon),
  };
}

/** "S ayant dit que C, …": the main clause is still to come. */
function isAbsolute(units: readonly Unit[], { from }: VerbGroup): boolean {
  return is(units[from], "HAVING");
}

function beforeAdverbs(units: readonly Unit[], from: number): number {
  let at = from - 1;
  while (at >= 0 && is(units[at], "ADV", "PREP") && !is(units[at], "SUB")) at--;
  return at;
}

/** "S, qui dit que C," and "S, saying C,". */
function isEnclosed(units: readonly Unit[], { from, form }: VerbGroup): boolean {
  if (is(units[from - 1], "REL")) return isComma(units[from - 2]);
  return form === "gerund" && isComma(units[from - 1]) && !hasVerbBefore(units, from - 1);
}

function hasVerbBefore(units: readonly Unit[], to: number): boolean {
  for (let at = to - 1; at >= Math.max(0, to - 60) && !isStop(units[at]); at--)
    if (is(units[at], "FINITE", "AVOIR", "ETRE", "MODAL") || units[at]?.cue?.forms.has("finite")) return true;
  return false;
}

function isPast(units: readonly Unit[], { from, to }: VerbGroup, { grammar }: Lexicon): boolean {
  for (let at = from; at < to; at++) {
    const unit = units[at] as Unit;
    if (is(unit, "AVOIR")) return true;
    if (unit.cue) return grammar.pastEndings.some((ending) => unit.form.endsWith(ending));
  }
  return false;
}

/** Whether the writer goes on at this place after the words that start at `from`. */
export function resumes(units: readonly Unit[], from: number, at: number, lexicon: Lexicon, host: Host): boolean {
  const comma = isComma(units[at]);
  const next = comma ? at + 1 : at;
  if (comma && is(units[next], "ASIDE")) return true;
  if ((comma || isDash(units[at])) && isVerdict(units, at + 1)) return true;
  if (comma && host.enclosed && verbAt(units, next, lexicon) >= 0) return true;
  if (comma && host.fronted && startsMainClause(units, from, next, lexicon)) return true;
  if (comma && isDisputed(units, next)) return true;
  if (comma && is(units[next], "COORD")) return turns(units, from, next, lexicon, host, true);
  return is(units[at], "COORD") && !isComma(units[at - 1]) && turns(units, from, at, lexicon, host, false);
}

function isDash(unit: Unit | undefined): boolean {
  return unit !== undefined && /^[-–—]$/.test(unit.form);
}

/** ", un avis que …", "— a claim that …": a word of the writer's for what was said. */
export function isVerdict(units: readonly Unit[], from: number): boolean {
  if (!is(units[from], "DET")) return false;
  return is(units[from + 1], "VERDICT") || (units[from + 1]?.kind === "word" && is(units[from + 2], "VERDICT"));
}

/** ", ce que S conteste", ", which S denies". */
function isDisputed(units: readonly Unit[], from: number): boolean {
  if (!is(units[from], "REL", "COMPARE", "COMP")) return false;
  for (let at = from + 1; at < Math.min(units.length, from + 10); at++) {
    if (isComma(units[at]) || isStop(units[at])) return false;
    if (is(units[at], "DISPUTE")) return true;
  }
  return false;
}

function startsMainClause(units: readonly Unit[], from: number, next: number, lexicon: Lexicon): boolean {
  const first = units[next];
  if (first === undefined || first.kind !== "word" || is(first, "COORD", "COMP", "REL", "SUB")) return false;
  return hasFinite(units, from, next - 1, lexicon.grammar) && finiteBefore(units, next, lexicon) > next;
}

/** Place of the next finite verb before the clause is over, or -1. */
function finiteBefore(units: readonly Unit[], from: number, { grammar }: Lexicon): number {
  for (let at = from; at < Math.min(units.length, from + 30); at++) {
    if (isStop(units[at]) || (isComma(units[at]) && at > from)) return -1;
    if (isFiniteVerb(units[at], grammar) || units[at]?.cue?.forms.has("finite")) return at;
  }
  return -1;
}

/** Place of the verb of a clause that has no subject of its own: "a quitté", "n'a pas", "left"; -1 when there is none. */
function verbAt(units: readonly Unit[], from: number, { grammar }: Lexicon): number {
  let at = from;
  while (
    (is(units[at], "ADV", "TIME", "NEG", "REFLEXIVE") && !is(units[at], "FINITE")) ||
    (is(units[at], "CLITIC") && !is(units[at], "PRON"))
  )
    at++;
  if (is(units[at], "SUB", "PREP", "REL")) return -1;
  return isFiniteVerb(units[at], grammar) ? at : -1;
}

/** Whether the words after "and" or "but" are the writer's: a turn of the thought, or another time than the words before. */
function turns(
  units: readonly Unit[],
  from: number,
  coord: number,
  lexicon: Lexicon,
  host: Host,
  comma: boolean,
): boolean {
  const next = coord + 1;
  if (is(units[next], "ADV", "COMP", "SUB")) return false;
  const but = is(units[coord], "BUT");
  const bare = verbAt(units, next, lexicon);
  if (but && comma && !isHalf(units, from, coord))
    return bare >= 0 || is(units[next], "PRON") || finiteBefore(units, next, lexicon) > next;
  if (comma && bare >= 0 && host.past && !lexicon.grammar.bareComplement) return true;
  return host.past && bare >= 0 && otherTime(units, from, coord, bare, lexicon);
}

/** "non seulement …, mais": the second half belongs to the first. */
function isHalf(units: readonly Unit[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (is(units[at], "HALF")) return true;
  return false;
}

/** Reported words are set back in time ("était", "would go"), the writer's next verb is not ("a quitté", "left"). */
function otherTime(units: readonly Unit[], from: number, to: number, verb: number, { grammar }: Lexicon): boolean {
  const setBack = (unit: Unit | undefined) =>
    is(unit, "BACKSHIFT") || grammar.backshiftEndings.some((ending) => unit?.form.endsWith(ending));
  if (setBack(units[verb])) return false;
  for (let at = from; at < to; at++) if (isFiniteVerb(units[at], grammar)) return setBack(units[at]);
  return false;
}
