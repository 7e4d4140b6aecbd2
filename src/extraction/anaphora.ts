import type { Mention } from "../model/utterance.js";
import type { EventFinder } from "./events.js";
import type { Focus, Known } from "./focus.js";
import type { Grammar, Lexicon } from "./lexicon.js";
import type { Mentioned } from "./mentioned.js";
import type { Described, MentionReader } from "./mentions.js";
import { type Phrase, phraseRight } from "./noun-phrase.js";
import { partOf } from "./parts.js";
import { unarticled } from "./phrase-core.js";
import type { Referents } from "./referents.js";
import { is, type Unit } from "./units.js";

/** Finds whom the pronouns and short descriptions of a content mean: "he", "the boy", "cette ville", "her client". */
export class AnaphoraFinder {
  constructor(
    private readonly referents: Referents,
    private readonly mentions: MentionReader,
    private readonly focus: Focus,
    private readonly events: EventFinder,
    private readonly lexicon: Lexicon,
  ) {}

  /** Those of `[from, to)` who are named elsewhere, in order. */
  find(units: readonly Unit[], from: number, to: number, speaker: Described | null, direct: boolean): Mentioned[] {
    const found: Mentioned[] = [];
    for (let at = from; at < to; at++) {
      if (units[at]?.tags.size === 0) continue;
      const owner = at === from && is(units[at], "DET");
      const known = (owner ? null : this.byPronoun(units, at, speaker, direct)) ?? this.byNoun(units, at, speaker);
      if (known && known.to <= to) found.push(this.mentioned(units, at, known));
    }
    return found;
  }

  /** "accused them of lying", "a accusé celui-ci": whom the pronoun means that is the verb's object. */
  object({ units, from }: Phrase, speaker: Described | null): Mention | null {
    const unit = units[from] as Unit;
    const wanted = this.lexicon.grammar.pronouns[unit.form];
    if (!wanted) return null;
    const person = wanted.number !== "p" && wanted.gender !== "n";
    const fits = ({ kind, gender, name }: Known) =>
      name !== speaker?.mention.name &&
      (person
        ? (kind === "PERSON" || !this.lexicon.grammar.headLast) &&
          (!gender || !wanted.gender || gender === wanted.gender)
        : kind !== "PERSON" && kind !== "UNKNOWN");
    const known = this.focus.latest(unit.start, fits);
    return known ? { ...this.mentions.mention({ units, from, to: from + 1 }, known.name, known.kind, true) } : null;
  }

  private mentioned(units: readonly Unit[], at: number, { name, kind, to }: Meant): Mentioned {
    const from = isMerged(units[at]) ? at + 1 : at;
    const phrase = { units, from, to };
    const part = partOf(units, from, to, this.lexicon.grammar, undefined);
    return { mention: { ...this.mentions.mention(phrase, "", kind, true), name }, part, phrase };
  }

  /** A person's pronoun: outside marks the speaker where that agrees, else the last person named. */
  private byPronoun(units: readonly Unit[], at: number, speaker: Described | null, direct: boolean): Meant | null {
    const { form, start } = units[at] as Unit;
    const { grammar } = this.lexicon;
    const gender = grammar.personPronouns[form];
    if (gender === undefined || isImpersonal(units, at) || isDative(units, at, grammar)) return null;
    const agrees = (other: string) => !other || !gender || other === gender;
    const isOther = (known: Known) =>
      known.kind === "PERSON" && agrees(known.gender) && known.name !== speaker?.mention.name;
    if (!direct && speaker?.mention.resolved && speaker.mention.kind === "PERSON" && agrees(speaker.gender)) {
      const first = units[0]?.start ?? 0;
      const nearer = this.focus.latest(start, (known) => isOther(known) && known.start > first && known.gender !== "");
      if (nearer) return { ...nearer, to: at + 1 };
      return isPatient(units, at, grammar) ? { ...speaker.mention, to: at + 1 } : null;
    }
    const known = this.focus.latest(start, isOther);
    return known ? { ...known, to: at + 1 } : null;
  }

  /** "l'accord", "the deal": an agreement called more fully before. */
  private event(units: readonly Unit[], at: number): Meant | null {
    const name =
      is(units[at], "PACT") && !goesOn(units[at + 1]) ? this.events.called(units[at]?.form ?? "") : undefined;
    return name === undefined ? null : { name, kind: "UNKNOWN", to: at + 1 };
  }

  /** A definite description: whom the document called so, the last body of its kind, or the foremost of its kind. */
  private byNoun(units: readonly Unit[], at: number, speaker: Described | null): Meant | null {
    const { grammar } = this.lexicon;
    const merged = isMerged(units[at]);
    if (!(merged || grammar.pointing.includes(units[at]?.form ?? ""))) return null;
    const noun = units[at + 1] as Unit | undefined;
    if (noun?.kind !== "word" || noun.capital) return null;
    const known = goesOn(units[at + 2])
      ? undefined
      : (ownBody(units, at, speaker, grammar) ?? this.foremost(noun, units[at] as Unit, speaker));
    if (known) return { ...known, to: at + 2 };
    const event = this.event(units, at + 1) ?? (noun.tags.size === 0 ? this.event(units, at + 2) : null);
    if (event) return event;
    const owned = is(units[at + 2], "POSSESSIVE");
    const phrase = owned ? { units, from: at, to: at + 2 } : phraseRight(units, at, grammar);
    if (phrase === null && merged && is(noun, "ORG") && noun.form.includes(" "))
      return { name: noun.text, kind: "ORGANIZATION", to: at + 2 };
    if (phrase === null || units.slice(at + 1, phrase.to).some(({ capital }) => capital)) return null;
    const { mention, way } = this.referents.means(phrase);
    if (
      way === "unnamed" &&
      !grammar.owning.includes(units[at]?.form ?? "") &&
      !(merged && !noun.form.includes(" ")) &&
      isBody(units, phrase)
    )
      return { name: this.mentions.textOf(unarticled(phrase)), kind: "ORGANIZATION", to: phrase.to };
    if (
      way !== "unnamed" &&
      !merged &&
      !grammar.headLast &&
      is(noun, "ORG") &&
      isOwnDescription(mention) &&
      isSubject(units, phrase, grammar)
    )
      return { ...mention, to: phrase.to };
    const isKnown =
      mention.resolved && /\p{Lu}/u.test(mention.name) && KNOWN_WAYS.has(way) && mention.name !== speaker?.mention.name;
    return isKnown ? { name: mention.name, kind: mention.kind, to: phrase.to } : null;
  }

  /** "the city" of a mayor, "the province" of a premier. */
  private governed(noun: Unit, speaker: Described | null): Pick<Known, "name" | "kind"> | undefined {
    if (!speaker?.body || !is(noun, "TOWN", "REGION") || speaker.body.kind === "COUNTRY") return undefined;
    const words = `${speaker.role ?? ""} ${speaker.mention.text}`.toLowerCase().split(/[^\p{L}]+/u);
    return words.some((word) => this.lexicon.grammar.governors.includes(word)) ? speaker.body : undefined;
  }

  /** The country that the speaker is, speaks for, or is said to be from. */
  private homeOf(speaker: Described | null): Pick<Known, "name" | "kind"> | undefined {
    if (!speaker) return undefined;
    const own = [speaker.mention, speaker.body].find((one) => one?.kind === "COUNTRY");
    if (own) return own;
    for (const word of speaker.mention.text.toLowerCase().split(/[^\p{L}\p{M}-]+/u)) {
      const name = this.lexicon.nations.get(word);
      if (name) return { name, kind: "COUNTRY" };
    }
    return undefined;
  }

  private foremost(noun: Unit, { form }: Unit, speaker: Described | null): Pick<Known, "name" | "kind"> | undefined {
    const isOther = ({ name }: Known) => name !== speaker?.mention.name;
    if (is(noun, "LAND")) {
      const home = this.homeOf(speaker);
      if (home || this.lexicon.grammar.owning.includes(form)) return home;
      return this.focus.foremost(noun.start, ({ kind }) => kind === "COUNTRY");
    }
    const governed = this.governed(noun, speaker);
    if (governed) return governed;
    if (is(noun, "FIRM"))
      return ownFirm(speaker) ?? this.focus.foremost(noun.start, (known) => canBeFirm(known) && isOther(known));
    if (is(noun, "REGION"))
      return this.focus.foremost(noun.start, ({ kind, wide }) => wide && (kind === "UNKNOWN" || kind === "PLACE"));
    if (is(noun, "TOWN"))
      return this.focus.latest(
        noun.start,
        ({ kind, placed, wide }) => placed && !wide && (kind === "UNKNOWN" || kind === "PLACE"),
      );
    if (!is(noun, "SOMEBODY")) return undefined;
    return this.focus.foremost(noun.start, (known) => canBePerson(known) && isOther(known));
  }
}

/** "his company", "notre parti": the body that the speaker belongs to. */
function ownBody(units: readonly Unit[], at: number, speaker: Described | null, grammar: Grammar): Mention | undefined {
  const own = grammar.owning.includes(units[at]?.form ?? "") && is(units[at + 1], "ORG", "TROOPS");
  if (!own || !speaker) return undefined;
  const { kind, resolved } = speaker.mention;
  if (kind === "PERSON") return speaker.body ?? undefined;
  return resolved && kind !== "UNKNOWN" ? speaker.mention : undefined;
}

/** "the council", "le gouvernement": a body that acts, whatever its name. */
function isBody(units: readonly Unit[], { from, to }: Phrase): boolean {
  if (is(units[from + 1], "DOCUMENT") || is(units[from - 1], "PREP") || !is(units[from + 1], "ORG")) return false;
  return to - from === 2 || (to - from === 3 && isPlain(units[to - 1]));
}

/** "la direction du travail": a body that the document only describes. */
function isOwnDescription({ kind, resolved, name, text }: Mention): boolean {
  return kind === "ORGANIZATION" && resolved && !/\p{Lu}/u.test(name) && text.endsWith(name);
}

/** The body that a person speaks for, unless it is a country. */
function ownFirm(speaker: Described | null): Mention | undefined {
  const body = speaker?.mention.kind === "PERSON" ? speaker.body : null;
  return body && body.kind !== "COUNTRY" ? body : undefined;
}

function canBeFirm({ kind, placed }: Known): boolean {
  return kind === "ORGANIZATION" || (kind === "UNKNOWN" && !placed);
}

/** Known to be a person, or called by two names or more that no preposition of place has stood before. */
function canBePerson({ kind, name, placed }: Known): boolean {
  return kind === "PERSON" || (kind === "UNKNOWN" && !placed && /^\p{Lu}\S+(?: \p{Lu}\S+){1,3}$/u.test(name));
}

function isSubject(units: readonly Unit[], { from, to }: Phrase, grammar: Grammar): boolean {
  return partOf(units, from, to, grammar, undefined) === "subject";
}

function isPlain(unit: Unit | undefined): boolean {
  return unit?.kind === "word" && (is(unit, "VAGUE") || (unit.tags.size === 0 && !unit.cue));
}

/** How a description leads to somebody whom the document names. */
const KNOWN_WAYS: ReadonlySet<string> = new Set(["role", "hypernym", "kind", "maker"]);

type Meant = Pick<Known, "name" | "kind"> & { to: number };

/** French "du", "de l'", "au": a preposition and an article in one. */
function isMerged(unit: Unit | undefined): boolean {
  return is(unit, "DET") && is(unit, "PREP", "OF") ? true : /^(?:de la|de l'|à la|à l')$/.test(unit?.form ?? "");
}

/** What follows makes the description longer: a complement, a name, an adjective. */
function goesOn(next: Unit | undefined): boolean {
  if (next === undefined || next.kind !== "word") return next?.kind === "quotation" || next?.kind === "number";
  return next.capital || is(next, "OF", "DEMONYM", "ORG", "ROLE", "HUMANS", "POSSESSIVE", "REL");
}

/** "Y sent him away": the pronoun is the object of a verb, or of a preposition. */
function isPatient(units: readonly Unit[], at: number, grammar: Grammar): boolean {
  const part = partOf(units, at, at + 1, grammar, undefined);
  return part === "object" || part === "partner" || part === "agent";
}

/** French "qui lui ont dit": to whom something is said, who is mostly the speaker. */
function isDative(units: readonly Unit[], at: number, { addresseeClitics }: Grammar): boolean {
  return addresseeClitics.includes(units[at]?.form ?? "") && !is(units[at - 1], "PREP", "OF");
}

/** "il faut", "il n'y a pas", "il est important que": the pronoun means nobody. */
export function isImpersonal(units: readonly Unit[], at: number): boolean {
  if (units.slice(at + 1, at + 4).some((unit) => is(unit, "IMPERSONAL"))) return true;
  if (!is(units[at + 1], "ETRE", "MODAL")) return false;
  return (
    units.slice(at + 3, at + 6).some((unit) => is(unit, "COMP")) &&
    !units.slice(at + 2, at + 5).some((unit) => is(unit, "STATE"))
  );
}
