import type { Grammar } from "./lexicon.js";
import { is, isQuotation, type Unit } from "./units.js";

/** A run of units `[from, to)` that names or describes somebody. */
export interface Phrase {
  units: readonly Unit[];
  from: number;
  to: number;
}

const LONGEST = 40;
/** Words of these kinds are no part of a noun phrase, or have a place of their own in it. */
const NO_NOUN =
  "SUB COMPARE REL COMP PRON POSTPRON NEG ATTRIB BAN REFLEXIVE PREP OF DET COORD FINITE PURPOSE TIME ADV MODAL".split(
    " ",
  );

/** Whether the unit is a verb in a finite form, as far as a list and endings can tell. */
export function isFiniteVerb(unit: Unit | undefined, grammar: Grammar): boolean {
  if (!unit?.spelling) return false;
  unit.spelling.finite ??= readsFinite(unit, grammar);
  return unit.spelling.finite;
}

function readsFinite(unit: Unit, grammar: Grammar): boolean {
  if (unit.kind !== "word" || (unit.capital && !is(unit, "AVOIR", "ETRE"))) return false;
  if (is(unit, "FINITE", "MODAL", "AVOIR", "ETRE", "SEMI"))
    return unit.form !== "ayant" && unit.form !== "étant" && unit.form !== "being";
  if (is(unit, "ROLE", "HUMANS", "ORG", "DOCUMENT", "DET", "PREP", "ADV")) return false;
  return unit.form.length > 4 && grammar.finiteEndings.some((ending) => unit.form.endsWith(ending));
}

/** Whether any unit of `[from, to)` is surely a finite verb: by its place in the lists, not by its ending. */
export function hasListedFinite(units: readonly Unit[], from: number, to: number): boolean {
  for (let at = Math.max(0, from); at < to; at++)
    if (!units[at]?.capital && is(units[at], "FINITE", "MODAL", "AVOIR", "ETRE")) return true;
  return false;
}

/** Whether any unit of `[from, to)` is a finite verb. */
export function hasFinite(units: readonly Unit[], from: number, to: number, grammar: Grammar): boolean {
  for (let at = Math.max(0, from); at < to; at++)
    if (isFiniteVerb(units[at], grammar) || units[at]?.cue?.forms.has("finite")) return true;
  return false;
}

/** Whether any unit of `[from, to)` is a finite verb, or quoted words with one. */
export function saysSomething(units: readonly Unit[], from: number, to: number, grammar: Grammar): boolean {
  if (hasFinite(units, from, to, grammar)) return true;
  for (let at = Math.max(0, from); at < to; at++) {
    const quoted = units[at]?.quotation?.units;
    if (!quoted) continue;
    if ((units[at]?.capital && quoted.length > 3) || hasFinite(quoted, 0, quoted.length, grammar)) return true;
  }
  return false;
}

/** A few quoted words inside a noun phrase, no quoted sentence. */
function isQuotedNoun({ capital, quotation }: Unit): boolean {
  const units = quotation?.units ?? [];
  return (
    units.length > 0 &&
    units.length <= 8 &&
    units.at(-1)?.kind === "word" &&
    (!capital || units.length <= 3 || units.every((unit) => unit.capital || unit.kind === "number"))
  );
}

function isNoun(unit: Unit | undefined): boolean {
  if (unit === undefined) return false;
  if (unit.kind === "number") return true;
  if (!unit.spelling) return isQuotedNoun(unit);
  unit.spelling.noun ??= readsNoun(unit);
  return unit.spelling.noun;
}

function readsNoun(unit: Unit): boolean {
  if (unit.kind !== "word") return unit.form === "&" || unit.form === "%" || unit.form === "/";
  return (unit.capital && !is(unit, "SUB", "COMP", "REL")) || !NO_NOUN.some((tag) => unit.tags.has(tag));
}

/** The noun phrase that starts at `from` and runs right, or null. */
export function phraseRight(units: readonly Unit[], from: number, grammar: Grammar): Phrase | null {
  if (is(units[from], "PRON") && !is(units[from], "DET")) return { units, from, to: from + 1 };
  let at = from;
  let nouns = 0;
  const limit = Math.min(units.length, from + LONGEST);
  while (at < limit) {
    const unit = units[at] as Unit;
    if (unit.form === "(" && nouns) at = closing(units, at, limit);
    else if (is(unit, "DET") && startsNoun(units, at, nouns)) at++;
    else if (isInside(units, at)) at++;
    else if (nouns && is(unit, "OF") && (isVerbAfterOf(units[at + 1], grammar) || isToldBy(units, at))) break;
    else if (nouns && is(unit, "OF", "POSSESSIVE")) at++;
    else if (nouns && joinsNoun(units, at, grammar)) at++;
    else if (isNoun(unit) && !(nouns && (endsNoun(unit, units[at - 1], grammar) || followsPress(units, at)))) {
      at++;
      nouns++;
    } else break;
  }
  while (at > from && is(units[at - 1], "OF", "DET", "COORD", "PREP") && !units[at - 1]?.capital) at--;
  return nouns ? { units, from, to: at } : null;
}

function endsNoun(unit: Unit, before: Unit | undefined, grammar: Grammar): boolean {
  if (unit.capital && isWholeMedium(before) && !is(unit, "MEDIA") && unit.text.length > 2) return true;
  return isFiniteVerb(unit, grammar) || (is(unit, "TIME") && unit.kind === "word") || isQuotation(unit);
}

/** "à Reuters | Anna Noor", but "Radio Valmont" and "l'Agence Norvia" go on. */
function isWholeMedium(unit: Unit | undefined): boolean {
  return unit?.capital === true && is(unit, "MEDIA") && !is(unit, "CHANNELNAME", "CALLED");
}

/** "à la presse | Anna Noor", "aux journalistes | Paul Orsk": a name after them is not theirs. */
function followsPress(units: readonly Unit[], at: number): boolean {
  const press = units[at - 1];
  return units[at]?.capital === true && is(press, "PRESS") && !press?.capital && is(units[at - 2], "DET");
}

function startsNoun(units: readonly Unit[], at: number, nouns: number): boolean {
  if (is(units[at], "CONTRACTED")) return nouns === 0 || !is(units[at], "PREP") || !units[at - 1]?.capital;
  return nouns === 0 || is(units[at - 1], "OF", "COORD", "PREP", "DET");
}

/** A preposition or "and" inside a noun phrase: something with a name or article goes on after it. */
function joinsNoun(units: readonly Unit[], at: number, grammar: Grammar): boolean {
  const unit = units[at] as Unit;
  const next = is(units[at + 1], "DET") ? units[at + 2] : units[at + 1];
  if (is(unit, "COORD"))
    return (
      (unit.form === "et" || unit.form === "and") &&
      next?.kind === "word" &&
      (next.capital || is(next, "ROLE", "ORG", "HUMANS"))
    );
  if (!grammar.nounPrepositions.includes(unit.form)) return false;
  return (
    next?.kind === "word" &&
    !is(next, "MEDIA", "TIME", "CHANNEL", "CHANNELSITE") &&
    next.capital &&
    (!units[at - 1]?.capital || is(units[at - 2], "OF"))
  );
}

/** "de source policière", "de plusieurs sources": from whom something is known. */
export function startsSource(units: readonly Unit[], at: number): boolean {
  if (!is(units[at], "OF")) return false;
  return is(units[at + 1], "SOURCE") || (is(units[at + 1], "DET") && is(units[at + 2], "SOURCE"));
}

/** "l'AFP | de source policière": no part of the name before it. */
function isToldBy(units: readonly Unit[], at: number): boolean {
  return units[at - 1]?.capital === true && startsSource(units, at);
}

/** "de conclure", "of shelling": what a noun phrase does not go on with. */
function isVerbAfterOf(unit: Unit | undefined, grammar: Grammar): boolean {
  if (unit?.kind !== "word" || unit.capital || is(unit, "DET", "ROLE", "ORG", "HUMANS", "DOCUMENT", "THING"))
    return false;
  if (is(unit, "INFINITIVE") || unit.cue?.forms.has("infinitive")) return !grammar.bareComplement;
  const endings = grammar.bareComplement ? grammar.gerundEndings : grammar.verbalEndings;
  return unit.form.length > 4 && endings.some((ending) => unit.form.endsWith(ending)) && !unit.form.endsWith("ier");
}

function closing(units: readonly Unit[], from: number, limit: number): number {
  for (let at = from + 1; at < Math.min(limit, from + 12); at++) if (units[at]?.form === ")") return at + 1;
  return from + 1;
}

/** A verb of saying, where the word is no noun too ("report", "statement"). */
function isCueVerb(unit: Unit): boolean {
  if (unit.cue === null || unit.capital || is(unit, "DOCUMENT", "ROLE", "ORG", "HUMANS")) return false;
  return unit.cue.forms.has("finite") && !unit.cue.forms.has("participle");
}

/** The noun phrase that ends right before `to` and runs left, or null. */
export function phraseLeft(units: readonly Unit[], to: number, grammar: Grammar): Phrase | null {
  const last = units[to - 1];
  if (last === undefined) return null;
  if (is(last, "PRON")) return { units, from: to - 1, to };
  let from = to;
  let nouns = 0;
  for (let at = to - 1; at >= Math.max(0, to - LONGEST); at--) {
    const unit = units[at] as Unit;
    if (unit.form === ")") at = opening(units, at);
    else if (is(unit, "CONTRACTED") || is(unit, "OF", "POSSESSIVE")) {
      if (is(unit, "OF") && is(units[at - 1], "COORD") && joinsOf(units, at - 1)) at--;
      else if (!isNoun(units[at - 1]) && units[at - 1]?.form !== ")") {
        if (is(unit, "DET") && nouns) from = at;
        break;
      }
    } else if (is(unit, "DET")) {
      from = at;
      if (!opensInside(units, at, grammar)) break;
      continue;
    } else if (joinsLeft(units, at, grammar)) continue;
    else if (opensSentence(units, at)) break;
    else if (isInside(units, at)) continue;
    else if (isNoun(unit) && !isFiniteVerb(unit, grammar) && !isCueVerb(unit)) nouns++;
    else break;
    from = at;
  }
  return nouns && from < to ? { units, from, to } : null;
}

/** "La même source", "le très respecté préfet": an adverb between an article and its noun. */
function isInside(units: readonly Unit[], at: number): boolean {
  return is(units[at], "ADV") && is(units[at - 1], "DET") && !is(units[at - 1], "PRON") && isNoun(units[at + 1]);
}

/** "Mais", "Toutefois" at the start have their capital from there. */
function opensSentence(units: readonly Unit[], at: number): boolean {
  return at === 0 && is(units[at], "COORD", "ADV", "TIME") && !is(units[at], "DET");
}

/** "de l'Intérieur et | des Outre-mer": another complement with a capital. */
function joinsOf(units: readonly Unit[], coord: number): boolean {
  const after = is(units[coord + 2], "DET") ? units[coord + 3] : units[coord + 2];
  return units[coord - 1]?.capital === true && after?.capital === true;
}

function opening(units: readonly Unit[], from: number): number {
  for (let at = from - 1; at > Math.max(-1, from - 12); at--) if (units[at]?.form === "(") return at;
  return from;
}

/** Whether a determiner stands inside a larger noun phrase: after "of", a noun preposition with a noun before it, or another determiner. */
function opensInside(units: readonly Unit[], at: number, grammar: Grammar): boolean {
  const before = units[at - 1];
  if (is(before, "OF", "DET", "POSSESSIVE")) return true;
  return joinsLeft(units, at - 1, grammar);
}

function joinsLeft(units: readonly Unit[], at: number, grammar: Grammar): boolean {
  const unit = units[at];
  const before = units[at - 1];
  if (unit === undefined || !isNoun(before) || isFiniteVerb(before, grammar)) return false;
  if (is(unit, "COORD")) {
    const after = units[at + 1];
    const nominal = before?.capital || is(before, "ROLE", "ORG", "HUMANS");
    return (
      (unit.form === "et" || unit.form === "and") &&
      nominal === true &&
      after?.kind === "word" &&
      (after.capital || is(after, "DET", "ROLE", "ORG", "HUMANS"))
    );
  }
  return grammar.nounPrepositions.includes(unit.form);
}
