import { type Agreement, agreementOf } from "./agreement.js";
import { headAt } from "./head-noun.js";
import type { Lexicon } from "./lexicon.js";
import type { Phrase } from "./noun-phrase.js";
import { is, isComma, type Unit } from "./units.js";

/** What a phrase says of whom it means: a noun ("ministre") and what goes with it ("de la Défense", "arménien"). */
export interface Description extends Agreement {
  /** What the head noun is for. */
  kind: "person" | "body" | "media" | "document";
  /** The head noun without gender and number. */
  lemma: string;
  /** Stems of the other words. */
  words: ReadonlySet<string>;
  /** The country it belongs to, in lower case; `*` for the state whatever its name; empty when none is named. */
  country: string;
  /** "l'ancien ministre". */
  former: boolean;
  definite: boolean;
}

/** The state of the one who speaks of it: "la République", "l'État". */
export const THE_STATE = "*";

/** The description that the units `[from, to)` make, or null when they have no noun for a person, body or document. */
export function descriptionOf({ units, from, to }: Phrase, lexicon: Lexicon): Description | null {
  const { grammar } = lexicon;
  const at = headAt(units, from, to, grammar.headLast);
  if (at < 0) return null;
  const head = units[at] as Unit;
  const synonym = lexicon.roleSynonyms.get(head.form);
  const words = new Set<string>(synonym?.words);
  const country = readWords(units, from, endOf(units, at, to), at, lexicon, words);
  return {
    ...agreementOf({ units, from, to }, head, grammar),
    kind: kindOf(head),
    lemma: synonym?.lemma ?? lexicon.lemmaOf(head.form),
    words,
    country: country || (synonym?.country ?? ""),
    former: isFormer(units, from, at),
    definite: grammar.definite.includes(units[from]?.form ?? "") || is(units[from], "TITLE"),
  };
}

/** "The director" without any more words. */
export function bareNoun(lemma: string): Description {
  return {
    kind: "person",
    lemma,
    words: new Set(),
    country: "",
    former: false,
    definite: true,
    gender: "",
    number: "",
  };
}

function kindOf(head: Unit): Description["kind"] {
  if (is(head, "ROLE", "HUMANS")) return "person";
  if (is(head, "MEDIA")) return "media";
  return is(head, "ORG") ? "body" : "document";
}

/** The description ends at an apposition or a parenthesis. */
function endOf(units: readonly Unit[], head: number, to: number): number {
  for (let at = head + 1; at < to; at++) if (isComma(units[at]) || units[at]?.form === "(") return at;
  return to;
}

/** Adds the stems of the words around the head, and returns the country among them. */
function readWords(
  units: readonly Unit[],
  from: number,
  to: number,
  head: number,
  { states, stemOf }: Lexicon,
  words: Set<string>,
): string {
  let country = "";
  for (let at = from; at < to; at++) {
    const unit = units[at] as Unit;
    if (at === head || unit.kind !== "word" || is(unit, "DET", "OF", "PREP", "COORD", "TIME", "POSSESSIVE", "TITLE"))
      continue;
    const state = states.get(unit.form);
    if (state) country = state;
    else if (is(unit, "NATION")) country ||= THE_STATE;
    else if (!is(unit, "VAGUE", "FORMER", "YOUNG")) words.add(stemOf(unit.form));
  }
  return country;
}

function isFormer(units: readonly Unit[], from: number, head: number): boolean {
  for (let at = from; at <= head; at++) {
    const unit = units[at] as Unit;
    if (is(unit, "FORMER") || unit.form.startsWith("ex-")) return true;
  }
  return false;
}

/** How well a later description fits an earlier one of somebody, from 0 (not at all) to 1. */
export function likeness(wanted: Description, known: Description, head: number): number {
  if (conflict(wanted.gender, known.gender) || conflict(wanted.number, known.number)) return 0;
  const former = wanted.former === known.former ? 1 : wanted.former ? 0.5 : 0.75;
  return head * former * countryFit(wanted, known) * wordsFit(wanted, known);
}

function conflict(a: string, b: string): boolean {
  return a !== "" && b !== "" && a !== b;
}

function countryFit({ country: wanted }: Description, { country: known, words }: Description): number {
  if (wanted === known) return 1;
  if (wanted === "") return 0.95;
  if (known === "") return words.size === 0 ? 0.85 : 0.6;
  return wanted === THE_STATE || known === THE_STATE ? 0.9 : 0;
}

function wordsFit(wanted: Description, known: Description): number {
  if (wanted.words.size === 0) return known.words.size === 0 ? 1 : wanted.country === THE_STATE ? 0.4 : 0.92;
  if (known.words.size === 0) return wanted.country !== "" && wanted.country === known.country ? 0.65 : 0.4;
  let shared = 0;
  for (const word of wanted.words) if (known.words.has(word)) shared++;
  if (shared === 0) return 0;
  return shared / Math.min(wanted.words.size, known.words.size) >= 0.5 ? 1 : 0.75;
}
