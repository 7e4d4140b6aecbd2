import type { Mention } from "../model/utterance.js";
import { isImpersonal } from "./anaphora.js";
import type { Candidate } from "./candidate.js";
import type { Grammar } from "./lexicon.js";
import type { Described } from "./mentions.js";
import { is, isQuotation, isStop, type Unit } from "./units.js";

/** A stretch of units that a content covers. */
export interface Stretch {
  units: readonly Unit[];
  from: number;
  to: number;
}

/** The speaker, or the body spoken for, when the content tells what they did, do or will do; with the words that mean them. */
export function ownConduct(
  candidate: Candidate,
  stretches: readonly Stretch[],
  speaker: Described | null,
  grammar: Grammar,
): Mention | null {
  if (!speaker || !isNamed(speaker.mention) || JUDGING.has(candidate.rule)) return null;
  if (tellsInfinitive(candidate, stretches[0])) return speaker.mention;
  for (const { units, from, to } of stretches)
    for (let at = from; at < to; at++) {
      const person = personAt(units, at, from, speaker, grammar, units !== candidate.sentence.units);
      if (person === null || !isConduct(units, at + 1, to, person, grammar)) continue;
      const { start, end, text } = units[at] as Unit;
      const who = meant(speaker, person, grammar);
      if (who) return { ...who, span: { start, end }, text };
    }
  return null;
}

/** Patterns whose content is about somebody else. */
const JUDGING: ReadonlySet<string> = new Set(["accusation", "evaluation", "label"]);

/** Has a name, or is a body or force that the text describes by one ("les autorités arméniennes"). */
function isNamed({ resolved, kind, name }: Mention): boolean {
  return resolved || kind === "ORGANIZATION" || (kind === "GROUP" && /\s/.test(name));
}

/** The speaker, or the body spoken for, when the content tells what others do to them: "he took my seat away from me", "on m'oblige". */
export function ownFate(stretches: readonly Stretch[], speaker: Described | null, grammar: Grammar): Mention | null {
  const { firstPerson, firstPersonObjects } = grammar;
  if (!speaker || !isNamed(speaker.mention)) return null;
  for (const { units, from, to } of stretches)
    for (let at = from; at < to; at++) {
      const { form, start, end, text } = units[at] as Unit;
      const person = firstPersonObjects.singular.includes(form)
        ? "s"
        : firstPersonObjects.plural.includes(form)
          ? "p"
          : null;
      if (person === null || isReflexive(units, at, firstPerson) || isSaying(units, at)) continue;
      const who = meant(speaker, person, grammar);
      if (who) return { ...who, span: { start, end }, text };
    }
  return null;
}

/** "je me souviens": the subject is the same. */
function isReflexive(units: readonly Unit[], at: number, { singular, plural }: Grammar["firstPerson"]): boolean {
  return units.slice(Math.max(0, at - 3), at).some(({ form }) => singular.includes(form) || plural.includes(form));
}

/** "ils m'ont dit", "they told me": what was said counts, not to whom. */
function isSaying(units: readonly Unit[], at: number): boolean {
  return units.slice(Math.max(0, at - 1), at + 4).some((unit) => unit.cue !== null);
}

/** "nie avoir tiré", "a promis de reconstruire": the one who speaks is the one who acts. */
function tellsInfinitive({ rule, act }: Candidate, stretch: Stretch | undefined): boolean {
  if (rule === "demand") return act === "COMMITMENT";
  if (rule === "denial" || rule === "subject-verb-self") return true;
  return rule === "subject-verb-infinitive" && !is(stretch?.units[stretch.from], "STATE");
}

/** "s" or "p" when the unit is a subject pronoun that means the speaker: in marks the first person, outside the third at the start. */
function personAt(
  units: readonly Unit[],
  at: number,
  from: number,
  speaker: Described,
  { firstPerson, pronouns, possessives, headLast }: Grammar,
  inMarks: boolean,
): "s" | "p" | null {
  const { form, tags } = units[at] as Unit;
  if (tags.size === 0) return null;
  if (firstPerson.singular.includes(form)) return opens(units, at) ? "s" : null;
  if (firstPerson.plural.includes(form)) return opens(units, at) ? "p" : null;
  const agreement = inMarks || possessives[form] ? undefined : pronouns[form];
  if (!agreement || isImpersonal(units, at)) return null;
  if (!startsAt(units, at, from) || !agrees(speaker, agreement, headLast)) return null;
  return agreement.number === "p" || agreement.gender === "n" ? "p" : "s";
}

/** A subject opens its sentence or a clause joined to it, no clause that hangs on another. */
function opens(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  return before === undefined || before.kind !== "word" || is(before, "COORD", "ADV", "TIME", "MODAL");
}

function startsAt(units: readonly Unit[], at: number, from: number): boolean {
  return units.slice(from, at).every((unit) => is(unit, "COMP", "ADV", "TIME", "SUB", "COORD") || unit.form === ",");
}

function agrees(
  { mention, gender, number, body }: Described,
  wanted: { gender: string; number: string },
  neuter: boolean,
): boolean {
  const one = mention.kind === "PERSON";
  if (wanted.number === "p") return !one || body !== null || wanted.gender === "";
  if (wanted.gender === "n") return !one;
  if ((!one && neuter) || number === "p" || mention.kind === "GROUP") return false;
  return !gender || !wanted.gender || gender === wanted.gender;
}

/** "we" and "they" of a person mean the body that person speaks for; scholars say it of everybody. */
function meant({ mention, body }: Described, person: "s" | "p", { academies }: Grammar): Mention | null {
  if (person === "s" || mention.kind !== "PERSON") return mention;
  const words = body?.name.toLowerCase().split(/[^\p{L}]+/u) ?? [];
  return words.some((word) => academies.includes(word)) ? null : body;
}

/** Whether the verb after a subject pronoun tells a deed: no state of mind, no saying, no "to be" alone. */
function isConduct(units: readonly Unit[], from: number, to: number, person: "s" | "p", grammar: Grammar): boolean {
  let copula = false;
  for (let at = from; at < Math.min(to, from + 8); at++) {
    const unit = units[at] as Unit;
    if (unit.form === "]") continue;
    if (isStop(unit) || isQuotation(unit) || is(unit, "STATE") || unit.cue?.class === "judge") return false;
    if (is(unit, "ETRE")) copula = true;
    else if (is(units[at + 1], "NEG")) at++;
    else if (unit.form.endsWith(grammar.adverbEnding) && unit.form.length > 5) continue;
    else if (!is(unit, "AVOIR", "MODAL", "NEG", "CLITIC", "REFLEXIVE", "ADV", "TIME", "INFMARK") && unit.form !== "pas")
      return copula ? person === "s" || (isVerb(unit) && isDeed(unit, grammar)) : isVerb(unit);
  }
  return false;
}

function isVerb(unit: Unit): boolean {
  return unit.kind === "word" && !is(unit, "DET", "PREP", "OF", "PRON", "COORD", "COMP", "SUB", "REL");
}

/** After "to be": a participle or gerund, no adjective or noun. */
function isDeed({ form }: Unit, { deedEndings }: Grammar): boolean {
  return deedEndings.some((ending) => form.endsWith(ending));
}
