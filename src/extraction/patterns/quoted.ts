import type { Span } from "../../model/span.js";
import { type Adjuncts, adjunctsAfter } from "../adjuncts.js";
import { withAppositions } from "../appositions.js";
import type { Finding, Pattern, Saying } from "../candidate.js";
import { clauseEnd, clauseStart, spanOf } from "../clause.js";
import type { Grammar, Lexicon } from "../lexicon.js";
import { hasFinite, type Phrase, phraseRight } from "../noun-phrase.js";
import { isAgent } from "../subject.js";
import { subjectInside } from "../subject-inside.js";
import { is, isColon, isComma, isQuotation, isStop, type Unit } from "../units.js";

/** Quoted words so few that they need somebody who can speak before them. */
const SCARE = 3;

/** How many words the name of a work or a campaign has at most. */
const TITLE = 5;

/** `« C », a déclaré S` and `“C,” said S`, also with a second part: `“C1,” said S, “C2”`. */
export const QUOTATION_INVERTED: Pattern = {
  name: "quotation-inverted",
  find(saying) {
    const { units, group } = saying;
    const before = quotationBefore(units, group.from);
    if (before < 0 || !group.cue.takes.has("inversion") || group.form === "gerund") return null;
    if (isTitle(units, before)) return null;
    const right = subjectAfter(saying, wordsIn(units[before]) > 2);
    return right && { ...right, content: withSecondPart(units, before, right.to, saying.lexicon) };
  },
};

/** "Le slogan « C » résume": a name in marks, with no comma between it and the verb. */
function isTitle(units: readonly Unit[], at: number): boolean {
  const last = units[at]?.quotation?.units.at(-1);
  if (wordsIn(units[at]) > TITLE || units[at - 1]?.kind !== "word") return false;
  return !isComma(units[at + 1]) && last?.kind !== "punctuation";
}

/** `“C,” S said` and `« C », S a déclaré`. */
export const QUOTATION_THEN_CLAUSE: Pattern = {
  name: "quotation-subject-verb",
  find({ units, group, ownSubject, after, lexicon }) {
    if (ownSubject === null || !group.cue.takes.has("quote") || group.cue.class === "label") return null;
    if (isCutOff(ownSubject, group.from)) return null;
    const before = quotationBefore(units, ownSubject.from);
    const next = units[after.to];
    const ends = next === undefined || isStop(next) || isComma(next) || is(next, "OF", "SUB");
    if (before < 0 || !ends || (wordsIn(units[before]) < 3 && !isQuotation(units[after.to + 1]))) return null;
    return { content: withSecondPart(units, before, after.to, lexicon), speaker: ownSubject };
  },
};

/** "« C » l'attaque, a déclaré": one comma stands between the verb and what is no subject of its. */
function isCutOff({ units, from, to }: Phrase, verb: number): boolean {
  return to === verb - 1 && isComma(units[to]) && !units.slice(from, to).some(isComma);
}

/** `S a déclaré : « C »`, and without marks after the colon. */
export const COLON: Pattern = {
  name: "verb-colon",
  find({ units, group, subject, after, lexicon, ...saying }) {
    const inverted = subject ? null : subjectAfter({ units, group, subject, after, lexicon, ...saying });
    const aside = is(units[(subject ?? group).from - 1], "LIKE");
    const colon = colonAt(units, group, after.to, aside) ?? colonAt(units, group, inverted?.to ?? -1, aside) ?? -1;
    const speaker = subject ?? inverted?.speaker ?? null;
    if (colon < 0 || speaker === null) return null;
    const first = units[colon + 1];
    if (isQuotation(first)) return { content: quotations(units, colon + 1), speaker };
    const content = spanOf(units, colon + 1, clauseEnd(units, colon + 1, lexicon));
    return content && ["say", "tell"].includes(group.cue.class) ? { content: [content], speaker } : null;
  },
};

/** The colon that opens what is said; after "comme le rappelle S" and "as S said" a comma does. */
function colonAt(units: readonly Unit[], group: Saying["group"], at: number, aside: boolean): number | null {
  if (isColon(units[at]) || (isComma(units[at]) && aside)) return at;
  if (at < 0 || !group.cue.takes.has("quote")) return null;
  for (let further = at; further < at + 10; further++)
    if (isColon(units[further])) return isQuotation(units[further + 1]) ? further : null;
    else if (units[further]?.kind !== "word") return null;
  return null;
}

/** `S dénonce « C »`, `S asked “C”`: words in marks right after the verb. */
export const VERB_QUOTATION: Pattern = {
  name: "verb-quotation",
  find({ units, group, subject, after, lexicon }) {
    if (subject === null || !group.cue.takes.has("quote") || group.cue.class === "label") return null;
    let at = after.to;
    if (isComma(units[at]) || is(units[at], "INFMARK", "OF", "LIKE")) at++;
    if (wordsIn(units[at]) <= SCARE && !isAgent(subject, lexicon.grammar)) return null;
    if (isQuotation(units[at]))
      return { content: quoted(units, at, lexicon), speaker: subject, object: objectOf(after.list) };
    return null;
  },
};

function objectOf(list: Saying["after"]["list"]) {
  return list.find(({ preposition }) => preposition === "")?.phrase ?? null;
}

/** A whole quoted sentence alone; a fragment with the words that go on after it. */
function quoted(units: readonly Unit[], at: number, lexicon: Saying["lexicon"]): Span[] {
  const unit = units[at] as Unit;
  const end = clauseEnd(units, at, lexicon);
  const next = units[at + 1];
  if (unit.capital || wordsIn(unit) > 6 || next === undefined || isComma(next)) return quotations(units, at);
  const span = spanOf(units, at, end);
  return span ? [span] : quotations(units, at);
}

/** The quotation at this place and those that go on right after a comma. */
function quotations(units: readonly Unit[], at: number): Span[] {
  const spans: Span[] = [];
  for (let next = at; isQuotation(units[next]); next += isComma(units[next + 1]) ? 2 : 1)
    spans.push(units[next]?.quotation?.inner as Span);
  return spans;
}

/** Place of the quotation that ends right before, maybe with a comma between, or -1. */
export function quotationBefore(units: readonly Unit[], at: number): number {
  if (isQuotation(units[at - 1])) return at - 1;
  const between = units[at - 1];
  return (isComma(between) || /^[-–—]$/.test(between?.form ?? "")) && isQuotation(units[at - 2]) ? at - 2 : -1;
}

function withSecondPart(units: readonly Unit[], before: number, after: number, lexicon: Lexicon): Span[] {
  const first = partsUpTo(units, before, lexicon);
  const joins = isComma(units[after]) || isColon(units[after]) || is(units[after], "COORD");
  const second = joins ? units[after + 1] : units[after];
  return second?.quotation ? [...first, second.quotation.inner] : first;
}

/** The quotation that ends a clause, with those it is joined to; when it is built into the writer's words, all of the clause. */
function partsUpTo(units: readonly Unit[], at: number, lexicon: Lexicon): Span[] {
  const own = units[at]?.quotation?.inner as Span;
  const joined = is(units[at - 1], "COORD") && isQuotation(units[at - 2]);
  if (joined && startsAlone(units, at - 2)) return [units[at - 2]?.quotation?.inner as Span, own];
  if (isWhole(units[at] as Unit) || standsAside(units, at, lexicon)) return [own];
  const clause = spanOf(units, clauseStart(units, at), at + 1);
  return clause ? [clause] : [own];
}

/** After a comma or "but": a clause of its own in marks. */
function standsAside(units: readonly Unit[], at: number, { grammar }: Lexicon): boolean {
  if (!is(units[at - 1], "COORD") && !isComma(units[at - 1])) return startsAlone(units, at);
  const words = units[at]?.quotation?.units ?? [];
  if (is(words[0], "COORD")) return false;
  return hasFinite(words, 0, words.length, grammar) || !hasFinite(units, clauseStart(units, at), at, grammar);
}

/** Whether no word of the writer's stands right before. */
export function startsAlone(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  return before === undefined || before.kind === "punctuation" || isQuotation(before);
}

/** Sentences, not words out of one. */
function isWhole({ capital, quotation }: Unit): boolean {
  return capital || (quotation?.units.slice(0, -1).some((unit) => isStop(unit)) ?? false);
}

export function wordsIn(unit: Unit | undefined): number {
  return unit?.quotation?.units.filter(({ kind }) => kind === "word").length ?? 0;
}

/**
 * The subject after the verb: joined to it ("a-t-il dit"), or an agent after the adjuncts ("a dit à l'AFP Anna Noor").
 * After a whole quotation any noun phrase with its article is somebody.
 */
export function subjectAfter({ units, group, lexicon }: Saying, quoted = false): (Finding & { to: number }) | null {
  const { grammar } = lexicon;
  if (group.inverted) {
    const at = units.indexOf(group.inverted, group.from);
    const after = adjunctsAfter(units, group.to, grammar);
    if (is(group.inverted, "IMPERSONAL")) return sourceAfter(units, group.to, grammar);
    return { speaker: { units, from: at, to: at + 1 }, content: [], to: after.to, adjuncts: after };
  }
  if (grammar.bareComplement && group.from < group.at) return null;
  const all = adjunctsAfter(units, group.to, grammar);
  const outside = phraseRight(units, all.to, grammar) ?? nameAfterComma(units, group.to, all, grammar);
  const inside = outside || grammar.headLast ? null : subjectInside(all, lexicon);
  const { phrase, before } = inside ?? { phrase: outside, before: all };
  if (phrase === null && group.cue.class === "learn") return sourceAfter(units, group.to, grammar, true);
  if (phrase === null || (is(units[phrase.from], "PRON") && !isPointing(phrase, grammar))) return null;
  if (!isAgent(phrase, grammar) && !(quoted && standsAlone(phrase))) return null;
  if (group.cue.class === "learn") return learnedBy(phrase, grammar) ?? { speaker: phrase, content: [], to: phrase.to };
  const speaker = withAppositions(phrase, grammar);
  const after = adjunctsAfter(units, speaker.to, grammar);
  const adjuncts = { to: after.to, list: [...before.list, ...after.list], times: [...before.times, ...after.times] };
  return { speaker, content: [], to: after.to, adjuncts };
}

/** Whom "a-t-on appris de", "indique-t-on au ministère", "a appris l'AFP auprès de" go back to. */
export function sourceAfter(
  units: readonly Unit[],
  from: number,
  grammar: Grammar,
  written = false,
): (Finding & { to: number }) | null {
  let at = from;
  while (is(units[at], "ADV", "TIME")) at++;
  if (!is(units[at], "PREP", "OF")) return null;
  const contracted = is(units[at], "CONTRACTED") && !units[at]?.form.includes(" ");
  const speaker = phraseRight(units, contracted ? at : at + 1, grammar);
  const source =
    speaker &&
    (written ||
      isAgent(contracted ? { ...speaker, from: at + 1 } : speaker, grammar) ||
      units.slice(speaker.from, speaker.to).some((unit) => is(unit, "SOURCE")));
  if (!source) return null;
  const after = adjunctsAfter(units, speaker.to, grammar);
  return { speaker, content: [], to: after.to, adjuncts: after };
}

/** "A appris l'AFP auprès du parquet": the source speaks, to who has learned it. */
function learnedBy(learner: Phrase, grammar: Grammar): (Finding & { to: number }) | null {
  const source = sourceAfter(learner.units, learner.to, grammar);
  if (source === null) return null;
  const told = { preposition: "", phrase: learner };
  const { to, list, times } = source.adjuncts ?? { to: source.to, list: [], times: [] };
  return { ...source, adjuncts: { to, list: [told, ...list], times } };
}

/** "a déclaré mardi à la presse, Anna Noor, maire de Valmont": a name after the adjuncts and a comma. */
function nameAfterComma(units: readonly Unit[], from: number, { to }: Adjuncts, grammar: Grammar): Phrase | null {
  const name = units[to + 1];
  if (to === from || !isComma(units[to]) || !name?.capital || is(name, "DET", "PREP", "PRON", "ADV")) return null;
  const phrase = phraseRight(units, to + 1, grammar);
  return phrase && isComma(units[phrase.to]) && withAppositions(phrase, grammar).to > phrase.to ? phrase : null;
}

/** "A répondu ce dernier": a pronoun that points at somebody stands after its verb as a noun does. */
function isPointing({ units, from }: Phrase, { pronouns }: Grammar): boolean {
  return pronouns[units[from]?.form ?? ""]?.near === true;
}

/** A noun phrase with its article, right before a comma, a stop or a preposition. */
function standsAlone({ units, from, to }: Phrase): boolean {
  const next = units[to];
  if (!is(units[from], "DET") || is(units[from], "CONTRACTED") || is(units[from + 1], "TIME", "NOTAGENT")) return false;
  return next === undefined || isComma(next) || isStop(next) || is(next, "PREP", "REL", "TIME");
}
