import { type Agreement, agreementOf } from "./agreement.js";
import { headAt } from "./head-noun.js";
import type { Grammar, Lexicon } from "./lexicon.js";
import { isCompound } from "./name-runs.js";
import type { Phrase } from "./noun-phrase.js";
import { is, isComma, type Unit } from "./units.js";

/** What a phrase says of whom it means: a noun ("ministre") and what goes with it ("de la Défense", "arménien"). */
export interface Description extends Agreement {
  /** What the head noun is for. */
  kind: "person" | "body" | "media" | "document";
  /** The head noun without gender and number. */
  lemma: string;
  /** Stems of the words that tell what the role is held in: "de la Défense", "foreign". */
  words: ReadonlySet<string>;
  /** Stems of its adjectives, where the language keeps them apart: "socialiste", "délégué". */
  qualities: ReadonlySet<string>;
  /** The country it belongs to, in lower case; `*` for the state whatever its name; empty when none is named. */
  country: string;
  /** "son conseiller": whose is told by the text before. */
  owned: boolean;
  /** "l'ancien ministre". */
  former: boolean;
  definite: boolean;
  /** "l'agence", "the site": a body that may be a medium. */
  agency: boolean;
  /** A noun that describes whom the text is on already, as "the activist" does, rather than a function one person has. */
  describing: boolean;
}

const NONE: ReadonlySet<string> = new Set();

/** The state of the one who speaks of it: "la République", "l'État". */
export const THE_STATE = "*";

/** The description that the units `[from, to)` make, or null when they have no noun for a person, body or document. */
export function descriptionOf({ units, from, to }: Phrase, lexicon: Lexicon): Description | null {
  const { grammar } = lexicon;
  const at = headAt(units, from, to, grammar.headLast);
  if (at < 0) return null;
  const head = units[at] as Unit;
  const synonym = lexicon.roleSynonyms.get(head.form);
  const former = isFormer(units, from, at);
  const words = new Set<string>(synonym?.words);
  const qualities = grammar.headLast ? words : new Set<string>();
  const country = readWords({ units, from, to: endOf(units, at, to, grammar) }, at, lexicon, words, qualities);
  const { gender, number } = agreementOf({ units, from, to }, head, grammar);
  return {
    gender,
    number,
    kind: kindOf(head, qualities),
    lemma: synonym?.lemma ?? lexicon.lemmaOf(head.form),
    words,
    qualities: grammar.headLast ? NONE : qualities,
    country: country || (synonym?.country ?? ""),
    owned: units[from]?.form !== undefined && (units[from] as Unit).form in grammar.possessives,
    former,
    definite: grammar.definite.includes(units[from]?.form ?? "") || is(units[from], "TITLE"),
    agency: is(head, "AGENCY"),
    describing: former || is(head, "DESCRIBING", "PARTISAN") || grammar.pointingAt.includes(units[from]?.form ?? ""),
  };
}

function kindOf(head: Unit, words: ReadonlySet<string>): Description["kind"] {
  if (is(head, "ROLE", "HUMANS", "PARTISAN")) return "person";
  if (is(head, "WRITING")) return "document";
  if (is(head, "AGENCY")) return words.has("press") || words.has("news") ? "media" : "body";
  if (is(head, "MEDIA")) return "media";
  return is(head, "ORG") ? "body" : "document";
}

/** The description ends at an apposition, a parenthesis, or a participle with its own complement ("basée à"). */
function endOf(units: readonly Unit[], head: number, to: number, { participleEndings }: Grammar): number {
  for (let at = head + 1; at < to; at++) {
    const unit = units[at] as Unit;
    if (isComma(unit) || unit.form === "(") return at;
    const complement =
      is(units[at + 1], "PREP", "OF", "SUB", "ADV") || units[at + 1] === undefined || isManner(units[at + 1]);
    if (
      !unit.capital &&
      unit.tags.size === 0 &&
      complement &&
      participleEndings.some((ending) => unit.form.endsWith(ending))
    )
      return at;
  }
  return to;
}

/** "Principalement". */
function isManner(unit: Unit | undefined): boolean {
  return unit?.tags.size === 0 && unit.form.length > 6 && unit.form.endsWith("ment");
}

/** Adds the stems of the words around the head, and returns the country among them. */
function readWords(
  { units, from, to }: Phrase,
  head: number,
  { states, stemOf }: Lexicon,
  words: Set<string>,
  qualities: Set<string>,
): string {
  let country = "";
  let into = qualities;
  for (let at = from; at < to; at++) {
    const unit = units[at] as Unit;
    if (at > head && is(unit, "OF", "PREP")) into = words;
    if (isCompound(unit) || isCompound(units[at + 1])) continue;
    if (
      at === head ||
      unit.kind !== "word" ||
      is(unit, "DET", "OF", "PREP", "COORD", "TIME", "POSSESSIVE", "TITLE", "AGE")
    )
      continue;
    const state = states.get(unit.form);
    if (state) country = state;
    else if (is(unit, "NATION")) country ||= THE_STATE;
    else if (!is(unit, "VAGUE", "FORMER", "YOUNG")) (unit.capital ? words : into).add(stemOf(unit.form));
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
