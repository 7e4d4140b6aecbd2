import type { Grammar } from "./lexicon.js";
import { hasFinite, hasListedFinite, isFiniteVerb, type Phrase, phraseLeft } from "./noun-phrase.js";
import type { Agency } from "./spelling.js";
import { is, isColon, isComma, isQuotation, isStop, type Unit } from "./units.js";

/** How many commas may stand between a subject and its verb. */
const MOST_SEGMENTS = 5;

/** The subject that stands before a verb whose group starts at `verb`, or null. */
export function subjectBefore(units: readonly Unit[], verb: number, grammar: Grammar): Phrase | null {
  let at = verb - 1;
  while (is(units[at], "ADV", "TIME", "EACH") && !units[at]?.capital) at--;
  if (at < 0) return null;
  if (is(units[at], "REL")) return antecedent(units, at, grammar);
  if (is(units[at], "COORD", "COMP", "SUB") || isQuotation(units[at])) return null;
  if (isComma(units[at])) return beforeApposition(units, at, grammar);
  const relative = relativeBefore(units, at, grammar);
  if (relative >= 0) return antecedent(units, relative, grammar);
  const phrase = phraseLeft(units, at + 1, grammar);
  return phrase && named(units, widened(phrase, grammar), grammar);
}

/** Place of the "who" of a relative without commas that ends at this place: "S who saw it | said"; -1 when there is none. */
function relativeBefore(units: readonly Unit[], to: number, grammar: Grammar): number {
  let verbs = 0;
  for (let at = to; at > Math.max(0, to - 20); at--) {
    const unit = units[at] as Unit;
    if (unit.kind !== "word" || is(unit, "COMP", "COORD", "SUB", "PRON")) return -1;
    if (is(unit, "REL")) return verbs > 0 && isFiniteVerb(firstVerb(units, at + 1), grammar) ? at : -1;
    if (isFiniteVerb(unit, grammar)) verbs++;
  }
  return -1;
}

/** What comes after the clitics and negation that a verb has before it. */
function firstVerb(units: readonly Unit[], from: number): Unit | undefined {
  let at = from;
  while (is(units[at], "NEG", "REFLEXIVE", "ADV") || (is(units[at], "CLITIC") && !is(units[at], "PRON"))) at++;
  return units[at];
}

function antecedent(units: readonly Unit[], relative: number, grammar: Grammar): Phrase | null {
  const end = isComma(units[relative - 1]) ? relative - 1 : relative;
  const phrase = phraseLeft(units, end, grammar);
  if (phrase === null) return null;
  return apposedName(phrase, grammar) ?? (isAgent(phrase) ? phrase : (complement(phrase) ?? phrase));
}

/** "Ada Brook, the head of the mission, who": a description after a name belongs to it. */
function apposedName({ units, from, to }: Phrase, grammar: Grammar): Phrase | null {
  if (!isComma(units[from - 1]) || !units[from - 2]?.capital || !is(units[from], "DET", "ROLE")) return null;
  const name = phraseLeft(units, from - 1, grammar);
  return name && isAgent(name) ? { units, from: name.from, to } : null;
}

/** "the reprisals of the group who": what comes after the last "of". */
export function complement({ units, from, to }: Phrase): Phrase | null {
  const of = units.findLastIndex((unit, at) => at > from && at < to && is(unit, "OF"));
  const inner = { units, from: is(units[of], "CONTRACTED") ? of : of + 1, to };
  return of >= 0 && isAgent(inner) ? inner : null;
}

/** "Circumstance, S, apposition, aside, V": back over the segments without a main verb to the noun phrase they follow. */
function beforeApposition(units: readonly Unit[], comma: number, grammar: Grammar): Phrase | null {
  const segments = segmentsBefore(units, comma, grammar);
  const head = segments.findIndex(({ from }) => !isAside(units, from, grammar));
  const first = segments[head];
  if (first === undefined) return null;
  const aside = segments.slice(head + 1).find(({ from }) => isAside(units, from, grammar));
  const to = aside ? aside.from - 1 : comma;
  if (opensClause(units, first.from) || head > 0) return { units, from: first.from, to };
  const phrase = phraseLeft(units, first.to, grammar);
  return phrase && phrase.from >= first.from ? { units, from: widened(phrase, grammar).from, to } : null;
}

/** The segments between commas that end at this comma, from left to right, as long as none but asides has a verb. */
function segmentsBefore(units: readonly Unit[], comma: number, grammar: Grammar): { from: number; to: number }[] {
  const segments: { from: number; to: number }[] = [];
  for (let to = comma; segments.length < MOST_SEGMENTS; ) {
    const from = segmentStart(units, to);
    if (from >= to || (!isAside(units, from, grammar) && hasMainVerb(units, from, to))) break;
    segments.unshift({ from, to });
    if (!isComma(units[from - 1])) break;
    to = from - 1;
  }
  return segments;
}

/** Whether a segment has a verb that is not that of a relative in it. */
function hasMainVerb(units: readonly Unit[], from: number, to: number): boolean {
  const relative = units.findIndex((unit, at) => at >= from && at < to && is(unit, "REL"));
  return hasListedFinite(units, from, relative < 0 ? to : relative);
}

function opensClause(units: readonly Unit[], from: number): boolean {
  const before = units[from - 1];
  return before === undefined || isStop(before) || (isComma(before) && isQuotation(units[from - 2]));
}

/** What stands beside a subject: a relative, where or when, "interviewed by", "speaking to", "for its part". */
export function isAside(units: readonly Unit[], from: number, grammar: Grammar): boolean {
  const first = units[from];
  if (is(first, "REL", "LIKE", "ADV", "TIME", "SUB", "ATTRIB", "PREP", "POSTURE") && !is(first, "DET")) return true;
  if (is(first, "PRON") && isComma(units[from + 1])) return true;
  if (
    first?.kind !== "word" ||
    (first.capital && (from > 0 || units[from + 1]?.capital || units[from + 2]?.kind === "number")) ||
    is(first, "ROLE", "HUMANS", "ORG", "DET")
  )
    return false;
  return grammar.participleEndings.some((ending) => first.form.endsWith(ending));
}

function segmentStart(units: readonly Unit[], end: number): number {
  let at = end;
  while (at > Math.max(0, end - 60) && !endsSegment(units[at - 1])) at--;
  return at;
}

function endsSegment(unit: Unit | undefined): boolean {
  return isComma(unit) || isStop(unit) || isColon(unit) || isQuotation(unit);
}

/** At the start of a clause the phrase may be longer than its last article tells. */
function widened(phrase: Phrase, grammar: Grammar): Phrase {
  const { units, from, to } = phrase;
  if (is(units[from], "PRON")) return phrase;
  let start = from;
  while (start > Math.max(0, to - 40) && !endsClause(units[start - 1])) start--;
  const first = units[start];
  const opens =
    is(first, "DET") ||
    (first?.capital && first.kind === "word" && !is(first, "PREP", "SUB", "ADV", "TIME", "PRON", "ATTRIB", "COORD"));
  return opens && !hasFinite(units, start, from, grammar) && !hasStructure(units, start, from)
    ? { units, from: start, to }
    : phrase;
}

function endsClause(unit: Unit | undefined): boolean {
  return (
    isStop(unit) ||
    isComma(unit) ||
    isColon(unit) ||
    isQuotation(unit) ||
    is(unit, "COMP", "SUB", "REL", "COORD") ||
    unit?.kind === "punctuation"
  );
}

function hasStructure(units: readonly Unit[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (is(units[at], "PRON", "SUB", "REL", "COMP", "ATTRIB")) return true;
  return false;
}

/** "the chief of staff, Ada Brook": when the phrase is a bare name after a comma and a description, both together. */
function named(units: readonly Unit[], phrase: Phrase, grammar: Grammar): Phrase {
  if (!isComma(units[phrase.from - 1])) return phrase;
  const start = segmentStart(units, phrase.from - 1);
  const name =
    start < phrase.from - 1 &&
    units.slice(start, phrase.from - 1).every((unit) => unit.capital && unit.kind === "word");
  if (name && !is(units[start], "ADV", "TIME", "COORD", "PREP", "SUB", "ATTRIB")) return { ...phrase, from: start };
  if (!units[phrase.from]?.capital) return phrase;
  const description = units[start];
  const described = is(description, "DET") && !hasFinite(units, start, phrase.from - 1, grammar);
  return described && phraseLeft(units, phrase.from - 1, grammar)?.from === start ? { ...phrase, from: start } : phrase;
}

/** The subject of the first finite verb before a place: who a later participle or gerund speaks for. */
export function mainSubject(units: readonly Unit[], before: number, grammar: Grammar): Phrase | null {
  for (let at = 1; at < Math.min(before, 120); at++) {
    const unit = units[at] as Unit;
    if (!isFiniteVerb(unit, grammar) && !unit.cue?.forms.has("finite")) continue;
    let verb = at;
    while (
      is(units[verb - 1], "NEG", "REFLEXIVE", "AVOIR", "ETRE") ||
      (is(units[verb - 1], "CLITIC") && (!is(units[verb - 1], "DET") || is(units[verb], "AVOIR")))
    )
      verb--;
    if (is(units[verb - 1], "REL", "SUB", "COMP")) continue;
    const subject = subjectBefore(units, verb, grammar);
    if (subject) return subject;
  }
  return null;
}

/** Whether a phrase can speak: a person, a body, a document, or a name; with the grammar, also by how its noun ends. */
export function isAgent(phrase: Phrase, grammar?: Grammar): boolean {
  const { units, from, to } = phrase;
  let seen = 0;
  for (let at = from; at < to && seen < 4; at++) {
    const unit = units[at] as Unit;
    const agency = agencyOf(unit, grammar);
    if (agency === "yes" || (agency === "ending" && grammar)) return true;
    if (agency === "no") return false;
    if (!is(unit, "DET")) seen++;
  }
  return false;
}

function agencyOf(unit: Unit, grammar: Grammar | undefined): Agency {
  if (unit.spelling === null) return "open";
  if (unit.spelling.agency !== undefined) return unit.spelling.agency;
  const agency = readAgency(unit, grammar);
  if (grammar) unit.spelling.agency = agency;
  return agency;
}

function readAgency(unit: Unit, grammar: Grammar | undefined): Agency {
  const determiner = is(unit, "DET");
  if (is(unit, "NOTAGENT") && !unit.capital) return "no";
  if (is(unit, "ROLE", "HUMANS", "ORG", "MEDIA", "TITLE", "DOCUMENT", "PRON", "SOURCE")) return "yes";
  if (unit.capital && unit.kind === "word" && !determiner && !is(unit, "TIME", "PREP")) return "yes";
  if ((is(unit, "OF") && !determiner) || is(unit, "PREP")) return "no";
  if (unit.kind === "word" && grammar?.agentEndings.some((ending) => unit.form.endsWith(ending))) return "ending";
  return "open";
}

/** "Au camp, Anna Noor distribue": a name that opens a clause before what may be a verb that no list has. */
export function leads({ units, from, to }: Phrase, { verbEndings }: Grammar): boolean {
  if (from > 0 && !isComma(units[from - 1])) return false;
  const next = isComma(units[to]) ? units[to + 1] : units[to];
  if (next?.kind !== "word" || next.capital || next.tags.size > 0) return false;
  return verbEndings.some((ending) => next.form.endsWith(ending));
}
