import type { Pattern } from "../candidate.js";
import { clauseEnd, spanOf } from "../clause.js";
import type { Complement } from "../cue.js";
import { hostOf, isVerdict } from "../host.js";
import { type Phrase, phraseRight } from "../noun-phrase.js";
import { isAgent } from "../subject.js";
import { is, isComma, isQuotation, isStop, type Unit } from "../units.js";
import { isReflexive, type VerbGroup } from "../verb-group.js";

/** `X accuse Y de C`: the content is the whole accusation, its object who is accused. */
export const ACCUSATION: Pattern = {
  name: "accusation",
  find({ units, group, subject, lexicon }) {
    if (subject === null || group.cue.class !== "accuse") return null;
    const from = afterManner(units, group.to);
    const dative = group.cue.takes.has("a") && is(units[from], "PREP") && !is(units[from], "CONTRACTED");
    const before = is(units[from], "OF") ? (eachOther(units, group, subject) ?? objectBefore(units, group)) : null;
    const object = before ?? phraseRight(units, dative ? from + 1 : from, lexicon.grammar);
    const host = hostOf(units, group, subject, lexicon);
    const content = spanOf(units, from, clauseEnd(units, from, lexicon, host));
    return object && content && { content: [content], speaker: subject, object };
  },
};

/** "S'accusent mutuellement": those who accuse are those who are accused. */
function eachOther(units: readonly Unit[], { from, at }: VerbGroup, subject: Phrase): Phrase | null {
  return isReflexive(units, from, at) ? subject : null;
}

/** "L'accuse", "les accusent": the pronoun before the verb. */
function objectBefore(units: readonly Unit[], { from, at }: VerbGroup): Phrase | null {
  for (let place = at - 1; place >= from - 1; place--)
    if (is(units[place], "CLITIC") && !is(units[place], "REFLEXIVE", "NEG"))
      return { units, from: place, to: place + 1 };
  return null;
}

/** `X appelle Y à C`, `X urged Y to C`, `X menace de C`: a demand, a promise or a threat. */
export const DEMAND: Pattern = {
  name: "demand",
  find({ units, group, subject, lexicon }) {
    const { cue } = group;
    if (subject === null || !(cue.class === "demand" || cue.class === "promise" || cue.takes.has("de"))) return null;
    if (!isAgent(subject, lexicon.grammar)) return null;
    const mark = infinitiveMark(units, group.to, cue.takes);
    if (mark < 0) return null;
    const content = spanOf(units, mark + 1, clauseEnd(units, mark + 1, lexicon));
    const object = mark > group.to ? phraseRight(units, group.to, lexicon.grammar) : null;
    return content && { content: [content], speaker: subject, object };
  },
};

function infinitiveMark(units: readonly Unit[], from: number, takes: ReadonlySet<Complement>): number {
  for (let at = from; at < Math.min(units.length, from + 24); at++) {
    const unit = units[at] as Unit;
    if (isStop(unit) || is(unit, "COMP", "REL") || (isQuotation(unit) && at === from)) return -1;
    if (
      marks(unit, takes) &&
      (isQuotation(units[at + 1]) || isBareVerb(units[at + 1]) || (unit.form === "à" && at === from))
    )
      return at;
  }
  return -1;
}

function marks({ form }: Unit, takes: ReadonlySet<Complement>): boolean {
  if (takes.has("a") && (form === "à" || form === "au")) return true;
  if (takes.has("de") && (form === "de" || form === "d'")) return true;
  return takes.has("to") && form === "to";
}

function isBareVerb(unit: Unit | undefined): boolean {
  return (
    unit?.kind === "word" &&
    !unit.capital &&
    !is(unit, "DET", "PREP", "OF", "COORD", "TITLE") &&
    (/(?:er|ir|re)$/.test(unit.form) || (/^[a-z]+$/.test(unit.form) && !is(unit, "HUMANS", "ORG")))
  );
}

/** After "mardi", "publiquement", "en juillet". */
function afterManner(units: readonly Unit[], from: number): number {
  let at = from;
  while (is(units[at], "ADV", "TIME") || (is(units[at], "PREP") && is(units[at + 1], "TIME"))) at++;
  return at;
}

/** `X nie Y`, `X denied Y`: the denial of what a noun phrase names, where it names more than "the claim". */
export const DENIAL: Pattern = {
  name: "denial",
  find({ units, group, subject, lexicon }) {
    if (subject === null || !group.cue.takes.has("denial")) return null;
    const from = afterManner(units, group.to);
    const object = phraseRight(units, from, lexicon.grammar);
    if (!object || isVerdict(units, from) || !isDeniable(units, object)) return null;
    const content = spanOf(units, from, clauseEnd(units, from, lexicon, hostOf(units, group, subject, lexicon)));
    return content && { content: [content], speaker: subject, object };
  },
};

/** "any wrongdoing", "toute implication": what can be denied by saying so; "denied bail" is a decision. */
function isDeniable(units: readonly Unit[], { from, to }: Phrase): boolean {
  return units.slice(from, to).some((unit, at) => is(unit, "DENIABLE") || (at === 0 && is(unit, "ANY")));
}

/** `X condamne Y`: an evaluation of what a noun phrase names. */
export const EVALUATION: Pattern = {
  name: "evaluation",
  find({ units, group, subject, lexicon }) {
    if (
      subject === null ||
      !group.cue.takes.has("np") ||
      group.cue.class !== "judge" ||
      !isAgent(subject, lexicon.grammar)
    )
      return null;
    const from = afterManner(units, group.to);
    const object = phraseRight(units, from, lexicon.grammar);
    if (!object || isComma(units[from])) return null;
    if (group.form === "gerund" && !units.slice(object.from, object.to + 1).some(isQuotation)) return null;
    const end = clauseEnd(units, from, lexicon);
    const content = spanOf(units, from, end);
    return content && end - from >= 2 ? { content: [content], speaker: subject, object } : null;
  },
};

/** `X qualifie Y de Z`, `X described Y as Z`, where Z stands in marks: a label; `called “Z”` alone only names. */
export const LABEL: Pattern = {
  name: "label",
  find({ units, group, subject, lexicon }) {
    if (subject === null || group.cue.class !== "label") return null;
    const object = phraseRight(units, group.to, lexicon.grammar);
    for (let at = group.to; at < Math.min(units.length, group.to + 24); at++) {
      const unit = units[at] as Unit;
      if (isStop(unit) || is(unit, "REL", "COMP")) return null;
      const label = unit.quotation;
      if (label && at === group.to) return null;
      if (label) return { content: [label.inner], speaker: subject, object };
    }
    return null;
  },
};
