import { adjunctsAfter } from "./adjuncts.js";
import { type Candidate, type Finding, isAttribution, type Saying, withoutVerb } from "./candidate.js";
import { spanOf } from "./clause.js";
import { headNoun } from "./head-noun.js";
import type { Lexicon } from "./lexicon.js";
import { hasFinite, type Phrase, phraseRight, startsSource } from "./noun-phrase.js";
import { attributes, attributionAt } from "./patterns/attribution.js";
import { byClaim } from "./patterns/claims.js";
import { byColon, byDash } from "./patterns/display.js";
import { inciseIn } from "./patterns/marks-alone.js";
import { byPassive } from "./patterns/passive.js";
import { sourceAfter } from "./patterns/quoted.js";
import { PATTERNS } from "./patterns/registry.js";
import { byUnknownVerb } from "./patterns/unknown-verb.js";
import { placeSubject } from "./place-subject.js";
import type { Sentence } from "./sentences.js";
import { isAgent, mainSubject, subjectBefore } from "./subject.js";
import { is, isColon, isComma, isQuotation, type Unit } from "./units.js";
import { type VerbGroup, verbGroupAt } from "./verb-group.js";

const OBJECT_CLASSES = [
  "avertir",
  "prévenir",
  "informer",
  "assurer",
  "rassurer",
  "alerter",
  "tell",
  "inform",
  "warn",
  "assure",
];

/** What the patterns propose in a sentence, from left to right. */
export function candidatesOf(sentence: Sentence, lexicon: Lexicon): Candidate[] {
  const { units } = sentence;
  const found: Candidate[] = [];
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as Unit;
    if (unit.spelling?.signals === false) continue;
    if (unit.cue) pushIf(found, byVerb(sentence, at, lexicon, found));
    if (attributes(units, at)) pushIf(found, byAttribution(sentence, at, lexicon));
    if (is(unit, "CLAIM")) pushIf(found, byClaim(sentence, at, lexicon));
    if (isQuotation(unit)) pushIf(found, byIncise(sentence, unit, lexicon) ?? byUnknownVerb(sentence, at, lexicon));
  }
  if (sentence.quotations.length === 0) return found;
  pushIf(found, byColon(sentence, lexicon, found));
  pushIf(found, byDash(sentence, lexicon));
  return withIncisesCut(found);
}

/** "« C1, dit-il, C2 », a déclaré S": the words of the incise are no part of the statement around it. */
function withIncisesCut(candidates: readonly Candidate[]): Candidate[] {
  const incises = candidates.filter(({ rule }) => rule === "incise-in-quotation");
  const cut = new Set<Candidate>();
  const whole = candidates.map((candidate) => {
    const incise = incises.find((inner) => inner !== candidate && surrounds(candidate, inner));
    if (!incise || isAttribution(candidate)) return candidate;
    cut.add(incise);
    return { ...candidate, content: [...incise.content, ...candidate.content.slice(1)] };
  });
  return whole.filter((candidate) => !cut.has(candidate));
}

/** Whether the first span of the outer one is what the incise cuts in two. */
function surrounds({ content: [outer] }: Candidate, { content }: Candidate): boolean {
  return outer !== undefined && outer.start === content[0]?.start && outer.end >= (content.at(-1)?.end ?? 0);
}

function pushIf(list: Candidate[], candidate: Candidate | null): void {
  if (candidate) list.push(candidate);
}

function byVerb(sentence: Sentence, at: number, lexicon: Lexicon, earlier: readonly Candidate[]): Candidate | null {
  const { units } = sentence;
  const group = verbGroupAt(units, at, lexicon);
  if (group === null) return byPassive(sentence, at, lexicon);
  const after = adjunctsAfter(units, group.to, lexicon.grammar, OBJECT_CLASSES.includes(group.cue.lemma));
  const before = group.inverted ? null : subjectBefore(units, group.from, lexicon.grammar);
  const ownSubject = placeSubject(units, before, lexicon.grammar) ?? before;
  if (ownSubject && isNobody(ownSubject)) return null;
  const shared = sharesSubject(units, group) ? sharedSubject(units, group, lexicon, earlier) : null;
  const source = ownSubject && is(units[ownSubject.from], "ANYONE") ? toldBy(units, ownSubject, group, lexicon) : null;
  const subject = source ?? (isJoined(units, group, ownSubject) ? (shared ?? ownSubject) : (ownSubject ?? shared));
  const saying: Saying = { units, group, after, subject, ownSubject, sentence, lexicon };
  for (const pattern of PATTERNS) {
    const finding = pattern.find(saying);
    if (finding) return candidateOf(saying, finding, pattern.name);
  }
  return group.form === "narrative" ? byNarration(saying) : null;
}

/** "De source militaire, on indique que", "on apprend auprès du parquet que": from whom "on" has it. */
function toldBy(units: readonly Unit[], { from }: Phrase, group: VerbGroup, { grammar }: Lexicon): Phrase | null {
  const before = isComma(units[from - 1]) && startsSource(units, 0) ? phraseRight(units, 1, grammar) : null;
  if (before?.to === from - 1) return before;
  const after = sourceAfter(units, group.to, grammar)?.speaker;
  if (!after) return null;
  const { from: start, to } = after;
  const known = group.cue.class === "learn" || is(headNoun(units, start, to, grammar.headLast), "ORG", "SOURCE");
  return known || units.slice(start, to).some((unit) => is(unit, "SOURCE")) ? after : null;
}

/** "no one", "none of them", "on": a subject that nobody can be held to. */
function isNobody({ units, from, to }: Phrase): boolean {
  if (is(units[from - 1], "NOBODY")) return true;
  if (!is(units[from], "NOBODY") || is(units[from - 1], "DET")) return false;
  return to - from === 1 || is(units[from], "DET");
}

/** A gerund, a participle without its auxiliary, or a verb after "and" may have its subject further left. */
function sharesSubject(units: readonly Unit[], group: VerbGroup): boolean {
  return group.form === "gerund" || group.leaning || is(beforeAdverbs(units, group.from), "COORD", "ADV");
}

function beforeAdverbs(units: readonly Unit[], from: number): Unit | undefined {
  let at = from - 1;
  while (is(units[at], "ADV", "TIME") && !is(units[at], "COORD")) at--;
  return units[at];
}

/** "en affirmant", ", ajoutant", "a publié un texte affirmant": not the noun right before. */
function isJoined(units: readonly Unit[], group: VerbGroup, own: Phrase | null): boolean {
  if (group.form !== "gerund") return false;
  const before = units[group.from - 1];
  if (is(before, "PREP", "ADV", "COORD") || before?.form === ",") return true;
  const opening = own && units[own.from - 1];
  return opening?.kind === "word" && ((is(opening, "PREP", "OF") && !is(opening, "ABSOLUTE")) || isThing(own));
}

/** A text, not its author. */
function isThing(phrase: Phrase | null): boolean {
  return phrase?.units.slice(phrase.from, phrase.to).some((unit) => is(unit, "DOCUMENT")) ?? false;
}

function sharedSubject(
  units: readonly Unit[],
  group: VerbGroup,
  lexicon: Lexicon,
  earlier: readonly Candidate[],
): Phrase | null {
  const start = units[group.from]?.start ?? 0;
  const before = earlier.findLast(
    (other) => (other.cue?.end ?? 0) <= start && (!isAttribution(other) || (other.speaker?.to ?? 0) >= group.from - 2),
  );
  return before?.speaker ?? mainSubject(units, group.from, lexicon.grammar) ?? laterSubject(units, group, lexicon);
}

/** "En affirmant que C, S V": the subject of the main clause after a gerund that opens the sentence. */
function laterSubject(units: readonly Unit[], { form, from, to }: VerbGroup, { grammar }: Lexicon): Phrase | null {
  if (form !== "gerund" || from > 3) return null;
  for (let at = to; at < Math.min(units.length, to + 80); at++) {
    if (!isComma(units[at])) continue;
    const phrase = phraseRight(units, at + 1, grammar);
    if (phrase && isAgent(phrase, grammar) && hasFinite(units, phrase.to, phrase.to + 4, grammar)) return phrase;
  }
  return null;
}

/** "Et d'ajouter : « C »": the last speaker goes on. */
function byNarration(saying: Saying): Candidate | null {
  const { units, after } = saying;
  const quotation = isColon(units[after.to]) ? units[after.to + 1]?.quotation : undefined;
  return quotation ? candidateOf(saying, { content: [quotation.inner], speaker: null }, "floating-verb") : null;
}

function candidateOf(
  { units, group, after, sentence }: Omit<Saying, "subject" | "ownSubject" | "lexicon">,
  finding: Finding,
  rule: string,
): Candidate {
  const { cue } = group;
  const adjuncts = finding.adjuncts ?? after;
  return {
    rule,
    cue: spanOf(units, group.from, group.to),
    verb: cue.lemma,
    act: cue.act,
    stance: cue.stance,
    object: finding.object ?? null,
    speaker: finding.speaker,
    content: finding.content,
    adjuncts: adjuncts.list,
    times: adjuncts.times,
    relays: [],
    sentence,
  };
}

function byAttribution(sentence: Sentence, at: number, lexicon: Lexicon): Candidate | null {
  const unit = sentence.units[at] as Unit;
  const finding = attributionAt(sentence.units, at, lexicon);
  const rule = is(unit, "ATTRIBAGENT") ? "attribution-agent" : "attribution";
  return finding && withoutVerb(sentence, finding, { rule, cue: unit, verb: unit.form });
}

function byIncise(sentence: Sentence, quotation: Unit, lexicon: Lexicon): Candidate | null {
  const finding = inciseIn(quotation, { sentence, lexicon });
  if (finding === null) return null;
  const units = quotation.quotation?.units ?? [];
  const after = { to: 0, list: [], times: [] };
  return candidateOf({ units, group: finding.group, after, sentence }, finding, "incise-in-quotation");
}
