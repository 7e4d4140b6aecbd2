import { type Cue, isPronominal, type VerbForm } from "./cue.js";
import type { Lexicon } from "./lexicon.js";
import { hasFinite, phraseLeft } from "./noun-phrase.js";
import { is, isComma, isQuotation, type Unit } from "./units.js";

/** A cue with its auxiliaries and clitics: the units `[from, to)` of `units`. */
export interface VerbGroup {
  units: readonly Unit[];
  from: number;
  to: number;
  /** Place of the cue itself. */
  at: number;
  cue: Cue;
  /** `narrative` for "et le maire de conclure". */
  form: VerbForm | "narrative";
  /** A participle that leans on the auxiliary of an earlier verb: "a condamné … et estimé que". */
  leaning: boolean;
  /** The pronoun joined to the verb: "a-t-il dit". */
  inverted: Unit | null;
}

/** The verb group of the cue at this place, or null where the word is no verb of saying here: negated, planned, passive, a noun. */
export function verbGroupAt(units: readonly Unit[], at: number, lexicon: Lexicon): VerbGroup | null {
  const unit = units[at] as Unit;
  if (unit.cue === null || is(unit, "BAN") || (unit.capital && at > 0 && !isQuotation(units[at - 1]))) return null;
  const left = scanLeft(units, at);
  const cue = verbMeant(unit.cue, isReflexive(units, left.from, at), left);
  const form = cue && formOf(units, at, cue, left, lexicon);
  if (!cue || !form || isNegated(units, left.from) !== needsNegation(cue, left)) return null;
  const after = units[at + 1];
  const inverted = is(after, "POSTPRON") ? (after as Unit) : left.inverted;
  const leaning = form === "participle" && !left.auxiliary;
  return {
    units,
    from: form === "narrative" ? left.from - 1 : left.from,
    to: after === inverted && inverted ? at + 2 : at + 1,
    at,
    cue,
    form,
    leaning,
    inverted,
  };
}

interface Left {
  from: number;
  auxiliary: Unit | null;
  inverted: Unit | null;
  /** What an infinitive hangs on: "a tenu à préciser". */
  governor: Unit | null;
}

/** Auxiliaries, clitics and adverbs before the cue. */
function scanLeft(units: readonly Unit[], at: number): Left {
  if (units[at]?.cue?.forms.has("gerund") && is(units[at - 1], "PREP"))
    return { from: at, auxiliary: null, inverted: null, governor: null };
  const governing = units[at]?.cue?.forms.has("infinitive") ? governorBefore(units, at) : -1;
  let from = governing >= 0 ? governing : at;
  let auxiliary: Unit | null = null;
  let inverted: Unit | null = null;
  for (let before = from - 1; before >= Math.max(0, from - 9); before--) {
    const unit = units[before] as Unit;
    if (is(unit, "AVOIR", "ETRE", "SEMI", "MODAL")) {
      auxiliary = auxiliary ?? unit;
      from = before;
    } else if (is(unit, "POSTPRON")) inverted = unit;
    else if (auxiliary && is(unit, "NEG", "REFLEXIVE", "CLITIC") && isClitic(units, before)) from = before;
    else if (!auxiliary && is(unit, "REFLEXIVE", "CLITIC", "NEG") && isClitic(units, before)) from = before;
    else if (auxiliary || !(is(unit, "ADV", "TIME", "EACH", "NOT") || isComma(unit) || isAside(units, before))) break;
  }
  return { from, auxiliary, inverted: auxiliary ? inverted : null, governor: units[governing] ?? null };
}

/** "ont, elles, assuré": a pronoun that only says again who speaks. */
export function isAside(units: readonly Unit[], at: number): boolean {
  return is(units[at], "PRON", "CLITIC") && isComma(units[at - 1]) && isComma(units[at + 1]);
}

/** Place of the verb that an infinitive hangs on, with or without "à", "de" or "par" between, or -1. */
function governorBefore(units: readonly Unit[], at: number): number {
  let before = at - 1;
  while (is(units[before], "CLITIC", "REFLEXIVE")) before--;
  if (is(units[before], "INFMARK", "PURPOSE", "PREP")) before--;
  while (is(units[before], "ADV", "TIME", "NOT")) before--;
  return is(units[before], "GOVERN") ? before : -1;
}

/** "le", "la", "l'" and "les" are objects only after a subject pronoun, "comme", or right before an auxiliary. */
function isClitic(units: readonly Unit[], at: number): boolean {
  const unit = units[at] as Unit;
  if (!is(unit, "DET")) return true;
  const next = units[at + 1];
  if (next?.cue?.class === "accuse" && !is(units[at - 1], "DET", "OF", "PREP")) return at > 0;
  return is(units[at - 1], "PRON", "LIKE", "REL", "NEG", "REFLEXIVE") || is(next, "AVOIR");
}

/** "n'hésite pas à dire", "n'exclut pas que": said all the same. */
function needsNegation(cue: Cue, { governor }: Left): boolean {
  return cue.takes.has("negated") || is(governor ?? undefined, "UNDOUBTED");
}

function isNegated(units: readonly Unit[], from: number): boolean {
  for (let at = from; at < Math.min(units.length, from + 5); at++) {
    if (is(units[at], "NEG")) return true;
    if (units[at]?.cue) return is(units[at + 1], "NEG") && !is(units[at + 1], "PROCLITIC");
  }
  return is(units[from - 1], "NEG");
}

/** A pronominal verb ("se féliciter") needs its pronoun; the others must not have one, except "se dire" and those that accuse each other. */
function verbMeant(cue: Cue, reflexive: boolean, { governor }: Left): Cue | null {
  if (isPronominal(cue)) return reflexive ? cue : null;
  if (!reflexive || governor !== null || cue.takes.has("self") || cue.lemma === "demander" || cue.class === "accuse")
    return cue;
  return cue.pronominal;
}

/** Whether the subject is its own object in `[from, at)`: "s'est dit". */
export function isReflexive(units: readonly Unit[], from: number, at: number): boolean {
  return units.slice(from, at).some((unit) => is(unit, "REFLEXIVE"));
}

function formOf(units: readonly Unit[], at: number, cue: Cue, left: Left, lexicon: Lexicon): VerbGroup["form"] | null {
  const { auxiliary, governor } = left;
  if (governor) return is(auxiliary ?? undefined, "MODAL") ? null : "finite";
  const reflexive = isReflexive(units, left.from, at);
  if (cue.forms.has("infinitive") && !auxiliary) {
    if (is(units[left.from - 1], "BEFORE")) return "gerund";
    if (isNarrative(units, left.from, lexicon)) return "narrative";
  }
  if (auxiliary) {
    if (is(auxiliary, "SEMI")) return "finite";
    if (is(auxiliary, "INFINITIVE") && is(units[left.from - 1], "PREP")) return "gerund";
    if (is(auxiliary, "MODAL"))
      return auxiliary.form.startsWith("d") || auxiliary.form.startsWith("w") ? modalForm(cue, auxiliary) : null;
    if (is(auxiliary, "ETRE") && !is(auxiliary, "AVOIR") && !reflexive)
      return cue.forms.has("gerund") ? "finite" : null;
    return cue.forms.has("participle") ? "finite" : null;
  }
  if (cue.forms.has("finite") && isVerbHere(units, left.from, lexicon, units[at] as Unit)) return "finite";
  if (cue.forms.has("gerund")) return isNounBefore(units[at - 1]) || isPredicate(units, at) ? null : "gerund";
  if (cue.forms.has("participle") && !cue.forms.has("finite"))
    return leansOnEarlier(units, left.from) ? "participle" : null;
  return null;
}

/** "Et le maire de conclure": an infinitive after "de" in a sentence that opens with "and" and has no verb before. */
function isNarrative(units: readonly Unit[], from: number, { grammar }: Lexicon): boolean {
  return (
    is(units[0], "COORD") &&
    is(units[from - 1], "INFMARK", "OF") &&
    from < 16 &&
    !hasFinite(units, 0, from - 1, grammar)
  );
}

function modalForm(cue: Cue, auxiliary: Unit): VerbForm | null {
  return cue.forms.has("infinitive") && auxiliary.form !== "will" ? "finite" : null;
}

/** "s'est voulu rassurant", "reste prévenant": an adjective. */
function isPredicate(units: readonly Unit[], at: number): boolean {
  const before = is(units[at - 1], "ADV") ? units[at - 2] : units[at - 1];
  return is(before, "GOVERN", "FINITE") && !isQuotation(before);
}

function isNounBefore(before: Unit | undefined): boolean {
  return is(before, "DET", "OF") && !is(before, "CLITIC");
}

/** A spelling that is also a noun counts as a verb only where a noun cannot stand. */
function isVerbHere(units: readonly Unit[], from: number, lexicon: Lexicon, unit: Unit): boolean {
  const before = units[from - 1];
  const after = units[from + 1];
  if (is(before, "DET", "OF", "POSSESSIVE") && !is(before, "PRON", "EACH")) return false;
  if (is(before, "PREP") && !is(before, "ADV")) return false;
  if (!lexicon.grammar.bareComplement) return true;
  if (is(after, "AVOIR", "ETRE", "MODAL", "OF") && !unit.cue?.takes.has("ing")) return false;
  if (unit.cue?.forms.has("infinitive")) return isPluralSubject(before) || isPluralHead(units, from, lexicon);
  return true;
}

/** English "report", "claim", "note": a verb only after a plural subject. */
function isPluralSubject(before: Unit | undefined): boolean {
  if (before === undefined || isQuotation(before) || isComma(before)) return false;
  return (
    is(before, "PRON", "HUMANS", "ADV") ||
    (before.kind === "word" && (before.capital || /[^s]s$/.test(before.form)) && !is(before, "PREP", "COORD", "MODAL"))
  );
}

/** "Opponents of the bill argue": the first noun of the phrase is plural. */
function isPluralHead(units: readonly Unit[], to: number, { grammar }: Lexicon): boolean {
  const phrase = phraseLeft(units, to, grammar);
  const head = phrase && units.slice(phrase.from, to).find((unit) => !is(unit, "DET"));
  const owned = phrase !== null && units.slice(phrase.from, to).some((unit) => is(unit, "OF"));
  return owned && (is(head ?? undefined, "HUMANS") || /[^s]s$/.test(head?.form ?? ""));
}

function leansOnEarlier(units: readonly Unit[], from: number): boolean {
  let before = from - 1;
  while (is(units[before], "ADV", "TIME")) before--;
  if (!is(units[before], "COORD") && !isComma(units[before])) return false;
  for (let at = before - 1; at >= Math.max(0, before - 80); at--)
    if (
      units[at]?.cue?.forms.has("participle") &&
      units.slice(Math.max(0, at - 5), at).some((unit) => is(unit, "AVOIR"))
    )
      return true;
  return false;
}
