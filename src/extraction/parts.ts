import type { Grammar } from "./lexicon.js";
import { isFiniteVerb } from "./noun-phrase.js";
import { is, isColon, isComma, isQuotation, isStop, type Unit } from "./units.js";

/** What a noun phrase is in its clause, as far as the words beside it tell. */
export type Part =
  | "subject"
  | "object"
  | "agent"
  | "owner"
  | "partner"
  | "place"
  | "scene"
  | "describing"
  | "apposition"
  | "role"
  | "nation"
  | "doer"
  | "comparison";

/** A phrase seen before in the same stretch of units: coordination hands its part on. */
export interface Placed {
  to: number;
  part: Part;
}

/** The part of the phrase `[from, to)`. */
export function partOf(
  units: readonly Unit[],
  from: number,
  to: number,
  grammar: Grammar,
  previous: Placed | undefined,
): Part {
  if (is(units[to], "POSSESSIVE")) return "owner";
  const at = governor(units, from);
  const joined = handedOn(units, at, previous);
  if (joined) return joined;
  if (grammar.bareComplement && describesNoun(units, at, to, grammar)) return describing(units, to);
  return governedBy(units, at, from, to, grammar);
}

/** Place of the word that a phrase hangs on: what stands before its article, titles and roles. */
function governor(units: readonly Unit[], from: number): number {
  let at = from - 1;
  for (let steps = 0; steps < 5; steps++, at--) {
    const unit = units[at];
    if (is(unit, "CONTRACTED") || (is(unit, "OF") && !is(unit, "DET"))) return at;
    if (is(unit, "DET")) return at - 1;
    const named = is(unit, "TITLE", "ROLE", "ORG", "HUMANS", "DEMONYM", "EVENT", "WORK") && !is(unit, "PREP", "SUB");
    if (!named && !(steps === 0 && isAdjectiveAfterArticle(units, at))) return at;
  }
  return at;
}

function isAdjectiveAfterArticle(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return unit?.kind === "word" && unit.tags.size === 0 && !unit.cue && is(units[at - 1], "DET");
}

/** "X and Y", "X, Y and Z": the later names are what the first one is. */
function handedOn(units: readonly Unit[], at: number, previous: Placed | undefined): Part | null {
  if (previous === undefined) return null;
  const joint = units[at];
  if (is(joint, "COORD") && previous.to === at) return previous.part;
  if (is(joint, "COORD") && isComma(units[at - 1]) && previous.to === at - 1) return previous.part;
  return isComma(joint) && previous.to === at && previous.part !== "subject" ? previous.part : null;
}

/** English "IE6 users", "the Bell spokesman": a name right before a noun only describes it. */
function describesNoun(units: readonly Unit[], at: number, to: number, grammar: Grammar): boolean {
  const next = units[to];
  if (next?.kind !== "word" || next.capital || isFiniteVerb(next, grammar)) return false;
  if (is(next, "ROLE", "HUMANS", "ORG", "DOCUMENT", "MEDIA", "EVENT", "WORK")) return true;
  return next.tags.size === 0 && next.cue === null && !opensClause(units[at]) && !/(?:ly|ed|ing)$/.test(next.form);
}

function describing(units: readonly Unit[], to: number): Part {
  return is(units[to], "ROLE") ? "role" : "describing";
}

function governedBy(units: readonly Unit[], at: number, from: number, to: number, grammar: Grammar): Part {
  const unit = units[at];
  if (opensClause(unit)) return "subject";
  if (unit?.kind === "punctuation") return isFiniteVerb(units[to], grammar) ? "subject" : "apposition";
  const { form } = unit as Unit;
  if (grammar.parts.agent.includes(form)) return "agent";
  if (grammar.parts.likeness.includes(form)) return "comparison";
  if (is(unit, "OF") && !grammar.parts.place.includes(form)) return ownerOf(units, at, grammar);
  if (grammar.parts.place.includes(form))
    return isGivenTo(units, at, from) ? "partner" : placeOrScene(units, at, grammar);
  if (is(unit, "PREP", "INFMARK")) return "partner";
  if (is(unit, "ATTRIB", "ATTRIBAGENT")) return "partner";
  return isNounBefore(units, at) ? "describing" : "object";
}

/** "president of X" is said of a person, "the museum of X" after "in" of a place. */
function ownerOf(units: readonly Unit[], of: number, grammar: Grammar): Part {
  if (is(units[of - 1], "ROLE", "TITLE")) return "role";
  for (let at = of - 1; at >= Math.max(0, of - 4); at--) {
    const unit = units[at] as Unit;
    if (grammar.parts.place.includes(unit.form) && !isGivenTo(units, at, at + 1)) return "place";
    if (unit.kind !== "word" || is(unit, "PREP", "COMP", "SUB", "REL", "COORD")) break;
  }
  return "owner";
}

/** French "à la Russie" is to Russia: in a country is "en Russie". */
function isGivenTo(units: readonly Unit[], at: number, from: number): boolean {
  const { form } = units[at] as Unit;
  const next = units[at + 1]?.form ?? "";
  if (form === "au" && isAcronymLike(units[at + 1])) return true;
  return (
    at + 1 < from && ((form === "à" && /^l[ae']/.test(next)) || ((form === "at" || form === "in") && next === "the"))
  );
}

/** "au M23", "au PKK": movements are called by letters, places hardly. */
function isAcronymLike(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.text.length > 1 && /^[\p{Lu}\d-]+$/u.test(unit.text);
}

/** "un supermarché Lidl": a common noun, by what stands before it. */
function isNounBefore(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return (
    unit?.kind === "word" &&
    !unit.capital &&
    is(units[at - 1], "DET", "OF", "PREP") &&
    !is(units[at - 1], "CLITIC", "INFMARK")
  );
}

function opensClause(unit: Unit | undefined): boolean {
  if (unit === undefined || isStop(unit) || isColon(unit) || isQuotation(unit)) return true;
  return is(unit, "COMP", "SUB", "REL", "COORD", "COMPARE") || /^["«“‘[]$/.test(unit.form);
}

/** How many units before a preposition of place the word may stand that tells what happens there. */
const SCENE_REACH = 5;

/** "la guerre au Mali", "violence in Norland": what stands before the preposition at `at` may tell that something happens to the place. */
export function placeOrScene(units: readonly Unit[], at: number, { deeds }: Grammar): "place" | "scene" {
  for (let before = at - 1; before >= Math.max(0, at - SCENE_REACH); before--) {
    const unit = units[before] as Unit;
    if (isStop(unit) || is(unit, "COMP", "SUB", "REL")) break;
    if (deeds.includes(unit.form) || unit.quotation?.units.slice(-SCENE_REACH).some(({ form }) => deeds.includes(form)))
      return "scene";
    if (isQuotation(unit)) break;
  }
  return "place";
}
