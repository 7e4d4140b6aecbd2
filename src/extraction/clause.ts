import type { Span } from "../model/span.js";
import { FREE, type Host, resumes } from "./host.js";
import type { Lexicon } from "./lexicon.js";
import { isGerundCue, isInverted, speaksAgain, takesOver } from "./takeover.js";
import { is, isColon, isComma, isQuotation, isStop, type Unit } from "./units.js";

const LONGEST = 260;

/** How many words before a colon can be the heading of a sentence. */
const HEADING = 8;

/** The text span of the units `[from, to)`, or null when there are none. */
export function spanOf(units: readonly Unit[], from: number, to: number): Span | null {
  const first = units[from];
  const last = units[to - 1];
  return first && last && from < to ? { start: first.start, end: last.end } : null;
}

/** Where the clause that starts at `from` ends: at a stop, or where the writer, somebody else, or another verb takes over. */
export function clauseEnd(units: readonly Unit[], from: number, lexicon: Lexicon, host: Host = FREE): number {
  const limit = Math.min(units.length, from + LONGEST);
  for (let at = from; at < limit; at++) {
    const unit = units[at] as Unit;
    if (isStop(unit) && (unit.form !== "…" || at === limit - 1)) return at;
    if (at === from) continue;
    if (isColon(unit) && isQuotation(units[at + 1]) && (units[at + 1]?.capital ?? false)) return at;
    if (isComma(unit) && (takesOver(units, at + 1, lexicon) || is(units[at + 1], "CONTRAST"))) return at;
    if (is(unit, "ATTRIB") && !is(units[at - 1], "COMP")) return isComma(units[at - 1]) ? at - 1 : at;
    if (is(unit, "COORD") && !is(units[at + 1], "COMP") && speaksAgain(units, at + 1, lexicon))
      return isComma(units[at - 1]) ? at - 1 : at;
    if (unit.cue?.forms.has("gerund") && !isComma(units[at - 1]) && isGerundCue(units, at, lexicon))
      return is(units[at - 1], "PREP", "ADV") ? at - 1 : at;
    if (isQuotation(unit) && isInverted(units, at + 1, lexicon)) return at + 1;
    if (host !== FREE && resumes(units, from, at, lexicon, host)) return at;
  }
  return limit;
}

/** Where the clause that ends at `to` starts. */
export function clauseStart(units: readonly Unit[], to: number): number {
  let at = to;
  while (at > Math.max(0, to - LONGEST)) {
    const before = units[at - 1];
    if (isStop(before) || (at < to && isQuotation(before) && isComma(units[at]) && !isBuiltIn(units, at - 1))) break;
    if (isColon(before) && at < to && isFreeColon(units, at - 1, to)) break;
    at--;
  }
  while (isComma(units[at]) || /^[-–—•*]$/.test(units[at]?.form ?? "")) at++;
  if (is(units[at], "ADV", "COORD") && isComma(units[at + 1])) at += 2;
  return at === 0 ? afterDateline(units) : at;
}

/** "C1 : C2, a dit S": after a colon with words of saying, or a sentence, before it. */
function isFreeColon(units: readonly Unit[], colon: number, to: number): boolean {
  if (to - colon < 4) return false;
  let verbs = 0;
  for (let at = Math.max(0, colon - 40); at < colon; at++) {
    if (is(units[at], "ATTRIB")) return true;
    if (is(units[at], "FINITE", "AVOIR", "ETRE", "MODAL") || units[at]?.cue) verbs++;
  }
  return verbs === 0 && colon <= HEADING;
}

/** A few words in marks that the writer's words lead up to: "Cette « opération complexe », …". */
export function isBuiltIn(units: readonly Unit[], at: number): boolean {
  const { capital, quotation } = units[at] as Unit;
  return units[at - 1]?.kind === "word" && !capital && !quotation?.units.some((unit) => isStop(unit));
}

/** Place after a dateline that has an agency in it or is in capitals, 0 without one: its place is nobody the text is on. */
export function afterPlainDateline(units: readonly Unit[]): number {
  const to = afterDateline(units);
  const plain = /^\p{Lu}{3,}$/u.test(units[0]?.text ?? "") || units.slice(0, to).some(({ form }) => form === "(");
  return plain ? to : 0;
}

/** "LONDON (Reuters) - ", "PARIS, 12 mars (AFP) – ": where and from whom the text comes. */
function afterDateline(units: readonly Unit[]): number {
  for (let at = 0; at < 12; at++) {
    const unit = units[at];
    if (unit && /^[-–—]$/.test(unit.form) && at > 0) return at + 1;
    if (!unit || !(unit.capital || unit.kind === "number" || is(unit, "TIME") || /^[(),/]$/.test(unit.form))) return 0;
  }
  return 0;
}
