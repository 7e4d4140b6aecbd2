import type { Grammar } from "./lexicon.js";
import { type Phrase, phraseRight, startsSource } from "./noun-phrase.js";
import { isDay, isMonth, timeEnd } from "./times.js";
import { is, isComma, isQuotation, type Unit } from "./units.js";

/** A phrase of circumstance near the verb: "à l'AFP", "in a statement", or an object without preposition ("told Reuters"). */
export interface Adjunct {
  /** Empty for an object. */
  preposition: string;
  phrase: Phrase;
  /** Who asks for the words or carries them on: "interrogé par X", "cité par X". */
  carrier?: boolean;
}

/** What stands between a verb and what it introduces. */
export interface Adjuncts {
  /** Place after them. */
  to: number;
  list: readonly Adjunct[];
  /** Words of time and manner among them. */
  times: readonly Unit[];
}

const MOST = 6;

/** The adjuncts from a place on; with `object`, a noun phrase without preposition may come first. */
export function adjunctsAfter(units: readonly Unit[], from: number, grammar: Grammar, object = false): Adjuncts {
  const list: Adjunct[] = [];
  const times: Unit[] = [];
  let at = object ? afterTimes(units, from, grammar, times) : from;
  if (object && !is(units[at], "PREP", "ADV")) {
    const phrase =
      is(units[at], "CLITIC") && !is(units[at], "DET")
        ? { units, from: at, to: at + 1 }
        : phraseRight(units, at, grammar);
    if (phrase) {
      list.push({ preposition: "", phrase });
      at = phrase.to;
    }
  }
  for (let count = 0; count < MOST; count++) {
    const next = oneAdjunct(units, at, grammar, list, times);
    if (next > at) at = next;
    else {
      const beyond = enclosed(units, at, grammar, list, times);
      if (beyond === at) break;
      at = beyond;
    }
  }
  return { to: at, list, times };
}

/** "a averti mardi les habitants": the words of time before the object. */
function afterTimes(units: readonly Unit[], from: number, grammar: Grammar, times: Unit[]): number {
  const to = timeEnd(units, from, grammar);
  times.push(...units.slice(from, to));
  return to;
}

/** ", dans un communiqué," between the verb and what it introduces. */
function enclosed(units: readonly Unit[], at: number, grammar: Grammar, list: Adjunct[], times: Unit[]): number {
  if (!isComma(units[at])) return at;
  const found: Adjunct[] = [];
  const end = oneAdjunct(units, at + 1, grammar, found, times);
  const opens = is(units[end + 1], "COMP") || isQuotation(units[end + 1]);
  if (end === at + 1 || !isComma(units[end]) || !opens) return at;
  list.push(...found);
  return isQuotation(units[end + 1]) ? end : end + 1;
}

function oneAdjunct(units: readonly Unit[], at: number, grammar: Grammar, list: Adjunct[], times: Unit[]): number {
  const unit = units[at];
  if (unit === undefined || is(unit, "COMP")) return at;
  const timed = timeEnd(units, at, grammar);
  if (timed > at) {
    // "Un rapport du 29 novembre": the figure was taken for a noun.
    const dated = isDay(units[at - 1]) && isMonth(unit, grammar.times);
    times.push(...units.slice(dated ? at - 1 : at, timed));
    return timed;
  }
  if ((is(unit, "PREP") && !is(unit, "SUB")) || startsSource(units, at)) {
    const start = objectStart(units, at, grammar);
    const phrase = phraseRight(units, start, grammar);
    if (phrase === null) return at;
    list.push({ preposition: unit.form, phrase });
    return phrase.to;
  }
  if (is(unit, "ADV", "EACH", "NOT") || (is(unit, "ISSUED") && list.length > 0)) return at + 1;
  if (unit.form === "(") return afterParenthesis(units, at);
  return at;
}

/** After the preposition, and after the gerund in "en recevant le prix". */
function objectStart(units: readonly Unit[], preposition: number, grammar: Grammar): number {
  const at = is(units[preposition + 1], "ADV") ? preposition + 1 : preposition;
  const unit = units[preposition] as Unit;
  if (is(unit, "CONTRACTED") && !unit.form.includes(" ")) return at;
  const gerund = is(unit, "CLITIC") && grammar.gerundEndings.some((ending) => units[at + 1]?.form.endsWith(ending));
  return gerund && is(units[at + 2], "DET") ? at + 2 : at + 1;
}

function afterParenthesis(units: readonly Unit[], from: number): number {
  for (let at = from; at < Math.min(units.length, from + 12); at++) if (units[at]?.form === ")") return at + 1;
  return from;
}
