import type { Span } from "../../model/span.js";
import type { Pattern, Saying } from "../candidate.js";
import { clauseEnd, clauseStart, spanOf } from "../clause.js";
import type { Complement } from "../cue.js";
import { type Host, hostOf } from "../host.js";
import type { Grammar } from "../lexicon.js";
import { isFiniteVerb, type Phrase, phraseRight, saysSomething } from "../noun-phrase.js";
import { isAgent } from "../subject.js";
import { is, isComma, isQuotation, isStop, type Unit } from "../units.js";
import { isReflexive } from "../verb-group.js";
import { subjectAfter } from "./quoted.js";

/** `S affirme que C`, `S said that C`. */
export const CLAUSE: Pattern = {
  name: "subject-verb-clause",
  find({ units, group, subject, after, lexicon }) {
    const at = complementizer(units, after.to, group.cue.lemma);
    if (at < 0 || subject === null || !group.cue.takes.has("clause")) return null;
    const content = contentFrom(units, at + 1, lexicon, hostOf(units, group, subject, lexicon));
    return content && { content: [content], speaker: subject };
  },
};

/** "sur le fait que" and "that" right after the verb or its adjuncts. */
function complementizer(units: readonly Unit[], from: number, lemma: string): number {
  if (is(units[from], "COMP")) return from;
  if (isComma(units[from]) && is(units[from + 1], "COMP")) return from + 1;
  for (let at = from + 2; isComma(units[from]) && at < from + 14; at++)
    if (isComma(units[at]) && is(units[at + 1], "COMP")) return at + 1;
  return lemma === "se souvenir" && is(units[from], "COMPARE") ? from : -1;
}

/** `S affirme avoir C`: the infinitive is part of what is said. */
export const INFINITIVE: Pattern = {
  name: "subject-verb-infinitive",
  find({ units, group, subject, after, lexicon }) {
    const takes = group.cue.takes;
    if (subject === null || !(takes.has("infinitive") || takes.has("ing") || takes.has("de"))) return null;
    if (takes.has("infinitive") && lexicon.grammar.bareComplement && units[group.to]?.form === "to")
      return claimed(units, group.to, hostOf(units, group, subject, lexicon), subject, lexicon);
    const from = infinitiveStart(units, group.to, after.to, takes);
    if (is(units[from - 1], "INFMARK") && !isAgent(subject, lexicon.grammar)) return null;
    if (!isVerbal(verbAt(units, from), takes, lexicon)) return null;
    const content = contentFrom(units, from, lexicon, hostOf(units, group, subject, lexicon));
    return content && { content: [content], speaker: subject };
  },
};

/** An infinitive after "affirme", a gerund after "admitted". */
function isVerbal(unit: Unit | undefined, takes: ReadonlySet<Complement>, { grammar }: Saying["lexicon"]): boolean {
  if (!unit || unit.capital || is(unit, "DET", "ROLE", "ORG", "DOCUMENT", "THING")) return false;
  if (!takes.has("ing") && (is(unit, "INFINITIVE") || unit.cue?.forms.has("infinitive"))) return true;
  const endings = takes.has("ing") ? grammar.gerundEndings : grammar.infinitiveEndings;
  return endings.some((ending) => unit.form.endsWith(ending));
}

/** "to have been misled". */
function claimed(units: readonly Unit[], from: number, host: Host, speaker: Phrase, lexicon: Saying["lexicon"]) {
  const content = contentFrom(units, from, lexicon, host);
  return content && { content: [content], speaker };
}

/** After the adjuncts, after "to" or "de", after "samedi" between commas. */
function infinitiveStart(
  units: readonly Unit[],
  from: number,
  adjuncts: number,
  takes: ReadonlySet<Complement>,
): number {
  if (units[from]?.form === "to") return from + 1;
  const at = isComma(units[from]) && is(units[from + 1], "TIME") && isComma(units[from + 2]) ? from + 3 : adjuncts;
  return takes.has("de") && is(units[at], "INFMARK") ? at + 1 : at;
}

/** The verb after negation and object pronouns: "ne pas l'avoir". */
function verbAt(units: readonly Unit[], from: number): Unit | undefined {
  let at = from;
  while (at < from + 4 && is(units[at], "NEG", "REFLEXIVE", "CLITIC", "NOT", "ADV")) at++;
  return units[at];
}

/** `S juge Y « C »`: what somebody holds something to be, in marks. */
export const PREDICATE: Pattern = {
  name: "subject-verb-predicate",
  find({ units, group, subject, lexicon }) {
    if (subject === null || !group.cue.takes.has("predicate")) return null;
    const object = phraseRight(units, group.to, lexicon.grammar);
    const quotation = object && object.to - object.from < 12 ? lastQuotation(units, object.from, object.to + 1) : -1;
    if (!object || quotation <= object.from) return null;
    const content = contentFrom(units, object.from, lexicon, hostOf(units, group, subject, lexicon));
    return content && { content: [content], speaker: subject, object: { ...object, to: quotation } };
  },
};

function lastQuotation(units: readonly Unit[], from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) if (isQuotation(units[at])) return at;
  return -1;
}

/** `S se dit C`: what somebody says to be: "s'est dit prêt à partir", "se déclare innocente". */
export const SELF: Pattern = {
  name: "subject-verb-self",
  find({ units, group, subject, after, lexicon }) {
    if (subject === null || !group.cue.takes.has("self") || !isReflexive(units, group.from, group.at)) return null;
    const first = units[after.to];
    if (first?.kind !== "word" || first.capital || is(first, "DET", "PREP", "OF", "COMP", "SUB", "COORD")) return null;
    const quoted = quotedSoon(units, after.to);
    if (quoted) return { content: [quoted], speaker: subject };
    const content = contentFrom(units, group.to, lexicon, hostOf(units, group, subject, lexicon));
    return content && { content: [content], speaker: subject };
  },
};

/** The words in marks of "déterminé à « C »". */
function quotedSoon(units: readonly Unit[], from: number): Span | null {
  for (let at = from + 1; at < from + 4; at++)
    if (isQuotation(units[at])) return is(units[at - 1], "INFMARK") ? (units[at]?.quotation?.inner ?? null) : null;
  return null;
}

/** `S said C`, without a word for "that". */
export const BARE: Pattern = {
  name: "subject-verb-bare-clause",
  find({ units, group, subject, after, lexicon }) {
    if (subject === null || !lexicon.grammar.bareComplement || !group.cue.takes.has("bare")) return null;
    if (group.form === "gerund" && !is(units[group.to], "PRON", "DET")) return null;
    const rest = addressed(units, group.to, after);
    const host = hostOf(units, group, subject, lexicon);
    const first = afterTimes(units, group.to);
    for (const from of group.cue.takes.has("addressee") ? [rest, after.to] : new Set([first, after.to, rest])) {
      const end = clauseEnd(units, from, lexicon, host);
      if (!startsClause(units, from) || !hasVerb(units, from, end, lexicon)) continue;
      const content = spanOf(units, from, end);
      if (content) return { content: [content], speaker: subject };
    }
    return null;
  },
};

/** After "Tuesday" and "on Friday", which say when it was said, unless they are the subject or its owner. */
function afterTimes(units: readonly Unit[], from: number): number {
  let at = from;
  while (is(units[at], "TIME")) at++;
  return is(units[at], "POSSESSIVE", "FINITE", "ETRE", "AVOIR", "MODAL") ? from : at;
}

/** After the object alone: "told Reuters last week talks would …" has the rest in its clause. */
function addressed(units: readonly Unit[], from: number, after: Saying["after"]): number {
  const first = after.list[0];
  return first?.preposition === "" && first.phrase.units === units ? afterTimes(units, first.phrase.to) : from;
}

function startsClause(units: readonly Unit[], from: number): boolean {
  const unit = units[from];
  if (unit === undefined || unit.kind === "punctuation" || is(unit, "OF", "COORD", "REL", "AVOIR", "ETRE"))
    return false;
  if (!is(unit, "PREP") || is(unit, "SUB", "TIME") || unit.form === "as of") return true;
  for (let at = from + 1; at < from + 8 && units[at]?.kind !== "punctuation"; at++)
    if (isYear(units[at]) || isComma(units[at + 1])) return true;
  return false;
}

function isYear(unit: Unit | undefined): boolean {
  return unit?.kind === "number" && /^(?:1[5-9]|20)\d\d$/.test(unit.form);
}

function hasVerb(units: readonly Unit[], from: number, to: number, lexicon: Saying["lexicon"]): boolean {
  for (let at = from + 1; at < to; at++) {
    const unit = units[at];
    if (isFiniteVerb(unit, lexicon.grammar) || unit?.cue?.forms.has("finite")) return true;
    if (is(units[at - 1], "PRON") && unit?.kind === "word") return true;
    if (isQuotation(unit)) return true;
  }
  return false;
}

/** `C, a déclaré S.`: no marks, the subject after the verb. */
export const CLAUSE_INVERTED: Pattern = {
  name: "clause-inverted",
  find(saying) {
    const { units, group, lexicon } = saying;
    const free = isComma(units[group.from - 1]) || (group.inverted !== null && units[group.from - 1]?.kind === "word");
    if (!free || !group.cue.takes.has("inversion") || group.form !== "finite") return null;
    if (group.inverted === null && group.cue.class === "say" && !group.cue.takes.has("clause")) return null;
    const right = subjectAfter(saying);
    if (right === null || is(units[right.to], "COMP") || questions(units, right.to)) return null;
    const contracted = is(right.speaker?.units[right.speaker.from], "CONTRACTED");
    if (group.inverted === null && contracted && !isPlural(group, lexicon.grammar)) return null;
    return aroundIncise(units, group.from, right.to, right, lexicon);
  },
};

/** "ont indiqué", "racontent": its subject may start with the plural article, as an object after a singular verb does. */
function isPlural({ units, from, to }: Saying["group"], { pluralVerbEndings }: Grammar): boolean {
  const verb = units.slice(from, to).find((unit) => unit.cue || is(unit, "AVOIR"));
  return pluralVerbEndings.some((ending) => verb?.form.endsWith(ending));
}

function questions(units: readonly Unit[], from: number): boolean {
  for (let at = from; at < units.length; at++) if (units[at]?.form === "?") return true;
  return false;
}

/** `C, S said.` at the end of a sentence. */
export const CLAUSE_THEN_SUBJECT: Pattern = {
  name: "clause-subject-verb",
  find({ units, group, ownSubject, after, lexicon }) {
    if (ownSubject === null || !group.cue.takes.has("inversion") || !isComma(units[ownSubject.from - 1])) return null;
    const next = units[after.to];
    if (!(next === undefined || isStop(next) || isComma(next)) || is(units[ownSubject.from], "REL")) return null;
    return aroundIncise(units, ownSubject.from, after.to, { speaker: ownSubject }, lexicon);
  },
};

/** The clause before the incise `[from, to)`, and what goes on after it where the first part is no clause alone. */
function aroundIncise<T>(
  units: readonly Unit[],
  from: number,
  to: number,
  found: T,
  lexicon: Saying["lexicon"],
): (T & { content: Span[] }) | null {
  const start = clauseStart(units, from);
  const end = isComma(units[from - 1]) ? from - 1 : from;
  const quoted = isComma(units[start - 1]) && isQuotation(units[start - 2]) ? units[start - 2]?.quotation : undefined;
  if (quoted && !is(units[start], "DET", "PRON") && !units[start]?.capital)
    return { ...found, content: [quoted.inner] };
  const first = spanOf(units, start, end);
  if (first === null) return null;
  const whole = saysSomething(units, start, end, lexicon.grammar);
  const after = isComma(units[to]) ? to + 1 : -1;
  const goesOn = after > 0 && !whole && !is(units[after], "REL", "COORD", "ATTRIB", "SUB", "ASIDE");
  const second = goesOn ? spanOf(units, after, clauseEnd(units, after, lexicon)) : null;
  if (!whole && (second === null || !saysSomething(units, after, units.length, lexicon.grammar))) return null;
  return { ...found, content: second ? [first, second] : [first] };
}

/** The clause from here; when it is just a quotation, the words inside the marks. */
export function contentFrom(units: readonly Unit[], from: number, lexicon: Saying["lexicon"], host: Host): Span | null {
  const start = isComma(units[from]) || units[from]?.form === ":" ? from + 1 : from;
  const end = clauseEnd(units, start, lexicon, host);
  const alone = end - start === 1 ? units[start]?.quotation?.inner : undefined;
  return alone ?? spanOf(units, start, end);
}
