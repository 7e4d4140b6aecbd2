import type { Grammar } from "./lexicon.js";
import type { Phrase } from "./noun-phrase.js";
import { is, type Unit } from "./units.js";

/** Gender (`m`, `f`, `n` or empty) and number (`s`, `p` or empty), as far as they are known. */
export interface Agreement {
  gender: string;
  number: string;
}

/** What the article, the titles and the head noun of a phrase show. */
export function agreementOf({ units, from, to }: Phrase, head: Unit | undefined, grammar: Grammar): Agreement {
  return { gender: genderOf(units, from, to, head, grammar), number: numberOf(units, from, to, head, grammar) };
}

function genderOf(units: readonly Unit[], from: number, to: number, head: Unit | undefined, grammar: Grammar): string {
  for (let at = from; at < to && at < from + 6; at++) {
    const unit = units[at] as Unit;
    if (grammar.feminine.includes(unit.form)) return "f";
    if (grammar.masculine.includes(unit.form) && !isBeforeVowel(unit, units[at + 1], grammar)) return "m";
    if (unit === head || is(unit, "OF")) break;
  }
  return head && !head.capital ? genderOfNoun(head.form, grammar) : "";
}

function isBeforeVowel({ form }: Unit, next: Unit | undefined, { beforeVowels }: Grammar): boolean {
  return beforeVowels.includes(form) && /^[aeiouyh\u00e0-\u00f6œ]/.test(next?.form ?? "");
}

/** Genders that nouns were found to have, by grammar; of no more nouns than news has often. */
const genders = new WeakMap<Grammar, Map<string, string>>();
const MOST_NOUNS = 5000;

/** What a noun or its ending tells: "présidente", "directeur", "organisation". */
export function genderOfNoun(noun: string, grammar: Grammar): string {
  const known = genders.get(grammar) ?? new Map<string, string>();
  if (known.size === 0) genders.set(grammar, known);
  const gender = known.get(noun) ?? readGender(noun, grammar);
  if (known.size < MOST_NOUNS) known.set(noun, gender);
  return gender;
}

function readGender(noun: string, { feminineNouns, masculineNouns }: Grammar): string {
  const tells = (known: string) => (known[0] === "-" ? noun.endsWith(known.slice(1)) : noun === known);
  if (feminineNouns.some(tells)) return "f";
  return masculineNouns.some(tells) ? "m" : "";
}

/** Countries have a gender where nouns have one: those in -e are mostly feminine. */
export function genderOfCountry(name: string, { masculineNouns, bodiesAreNeuter }: Grammar): string {
  if (bodiesAreNeuter) return "";
  return name.endsWith("e") && !masculineNouns.includes(name) ? "f" : "m";
}

function numberOf(units: readonly Unit[], from: number, to: number, head: Unit | undefined, grammar: Grammar): string {
  const first = units[from];
  if (first === undefined) return "";
  if (grammar.plural.includes(first.form) || (first.kind === "number" && first.form !== "1")) return "p";
  if (head && is(head, "HUMANS") && !is(head, "ROLE")) return "p";
  if (joinsTwo({ units, from, to })) return "p";
  return is(first, "DET") || head ? "s" : "";
}

/** "Anna Noor et Paul Arlan". */
export function joinsTwo({ units, from, to }: Phrase): boolean {
  for (let at = from + 1; at < to - 1; at++)
    if (is(units[at], "COORD") && units[at - 1]?.capital && units[at + 1]?.capital) return true;
  return false;
}
