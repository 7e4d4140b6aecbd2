import type { Mention } from "../model/utterance.js";
import type { ActorKind } from "../model/vocabulary.js";
import type { Lexicon } from "./lexicon.js";
import { type NameRun, type NameTable, nameRuns } from "./names.js";
import type { Phrase } from "./noun-phrase.js";
import { is, isComma, type Unit } from "./units.js";

/** What a noun phrase shows of whom it names. */
export interface Described {
  mention: Mention;
  /** `m`, `f`, `n` or empty. */
  gender: string;
  /** `s`, `p` or empty. */
  number: string;
  role: string | null;
  /** The body that a role is held in. */
  body: Mention | null;
}

/** Reads noun phrases of one document: who is named, in which role, for whom. */
export class MentionReader {
  constructor(
    private readonly text: string,
    private readonly names: NameTable,
    private readonly lexicon: Lexicon,
  ) {}

  /** The mention that a phrase makes; pronouns are for the caller. */
  read(phrase: Phrase): Described {
    const { units, from, to } = unarticled(phrase);
    const runs = nameRuns(units.slice(from, to), this.lexicon);
    const run = principal(runs, units.slice(from, to), (name) => this.names.find(name).person);
    const head = headNoun(units, from, to);
    const described = run ? this.named(run) : this.unnamed(phrase, head);
    const role = this.roleOf(phrase, run);
    return {
      mention: this.mention(phrase, described.name, described.kind, described.resolved),
      gender: described.gender || this.genderOf(phrase),
      number: numberOf(phrase, run !== undefined),
      role: role && this.text.slice(role.start, role.end),
      body: role && this.bodyIn(phrase, role.start, role.end),
    };
  }

  /** A mention of this span under a name. */
  mention(phrase: Phrase, name: string, kind: ActorKind, resolved: boolean): Mention {
    const span = { start: phrase.units[phrase.from]?.start ?? 0, end: phrase.units[phrase.to - 1]?.end ?? 0 };
    return { span, text: this.text.slice(span.start, span.end), name, kind, resolved };
  }

  private named(run: NameRun): { name: string; kind: ActorKind; resolved: boolean; gender: string } {
    const entity = this.names.find(run.name);
    const name = entity.name;
    return { name, kind: this.kindOf(run, entity.person), resolved: true, gender: entity.gender };
  }

  private kindOf({ units, from, to, name }: NameRun, person: boolean): ActorKind {
    if (this.lexicon.countries.has(name.toLowerCase())) return "COUNTRY";
    if (person) return "PERSON";
    const words = units.slice(Math.max(0, from - 2), to);
    if (words.some((unit) => is(unit, "MEDIA"))) return "MEDIA";
    if (words.some((unit) => is(unit, "ORG", "DOCUMENT")) || /^\p{Lu}{2,}$/u.test(name)) return "ORGANIZATION";
    return "UNKNOWN";
  }

  /** A description: who was called so before, else the description itself. */
  private unnamed(
    phrase: Phrase,
    head: Unit | undefined,
  ): { name: string; kind: ActorKind; resolved: boolean; gender: string } {
    const { units, from } = phrase;
    const core = withoutApposition(phrase);
    const definite = this.lexicon.grammar.definite.includes(units[from]?.form ?? "");
    const short = !units.slice(core.from, core.to).some((unit) => is(unit, "OF") && !is(units[core.from], "OF"));
    const called = definite && short && head ? this.names.calledBy(head.form, units[from]?.start ?? 0) : undefined;
    const kind = kindOfHead(head, phrase);
    if (called) return { name: called, kind, resolved: true, gender: "" };
    const maker = is(head, "DOCUMENT") ? this.makerIn(core, head) : undefined;
    if (maker) return maker;
    const bare = unarticled(core);
    const name = this.textOf(kind === "ORGANIZATION" && definite ? bare : core);
    if (definite && !short && head) this.names.call(head.form, units[from]?.start ?? 0, name);
    return { name, kind, resolved: kind === "ORGANIZATION" && definite, gender: "" };
  }

  /** Who made a document: "the report of the ministry", "un rapport établi par l'Institut". */
  private makerIn({ units, from, to }: Phrase, head: Unit | undefined): ReturnType<MentionReader["named"]> | undefined {
    const at = units.findIndex(
      (unit, place) => place > from && place < to && unit !== head && is(unit, "OF", "CONTRACTED", "PREP"),
    );
    if (at < 0) return undefined;
    const rest = { units, from: is(units[at], "CONTRACTED") ? at : at + 1, to };
    const runs = nameRuns(units.slice(rest.from, to), this.lexicon);
    const org = headNoun(units, rest.from, to);
    if (is(org, "ORG", "HUMANS", "MEDIA") && org)
      return { name: this.textOf(unarticled(rest)), kind: "ORGANIZATION", resolved: true, gender: "" };
    return runs[0] && this.named(runs[0]);
  }

  private textOf({ units, from, to }: Phrase): string {
    return this.text.slice(units[from]?.start ?? 0, units[to - 1]?.end ?? 0);
  }

  private genderOf({ units, from }: Phrase): string {
    const first = units[from]?.form ?? "";
    if (this.lexicon.grammar.feminine.includes(first)) return "f";
    return this.lexicon.grammar.masculine.includes(first) ? "m" : "";
  }

  /** The role as written: the apposition after a name, or what stands before it without its article. */
  private roleOf({ units, from, to }: Phrase, run: NameRun | undefined): { start: number; end: number } | null {
    const roleAt = units.findIndex((unit, at) => at >= from && at < to && is(unit, "ROLE"));
    if (roleAt < 0) return null;
    const nameStart = run?.units[run.from]?.start ?? Number.POSITIVE_INFINITY;
    const role = units[roleAt] as Unit;
    const end = units.findIndex(
      (unit, at) => at > roleAt && at < to && (unit.start >= nameStart || isComma(unit)) && unit.start > role.start,
    );
    const last = units[(end < 0 || nameStart < role.start ? this.roleEnd(units, roleAt, to) : end) - 1] as Unit;
    return { start: role.start, end: is(last, "TITLE") ? (units[units.indexOf(last) - 1]?.end ?? last.end) : last.end };
  }

  private roleEnd(units: readonly Unit[], from: number, to: number): number {
    for (let at = from; at < to; at++) if (isComma(units[at])) return at;
    return to;
  }

  private bodyIn(phrase: Phrase, start: number, end: number): Mention | null {
    const inside = (unit: Unit) => unit.start >= start && unit.end <= end;
    const at = phrase.units.findIndex((unit, place) => place > phrase.from && inside(unit) && is(unit, "OF"));
    if (at < 0) return null;
    const to = phrase.units.findLastIndex(inside) + 1;
    const body = { units: phrase.units, from: is(phrase.units[at], "CONTRACTED") ? at : at + 1, to };
    const bare = unarticled(body);
    const head = headNoun(bare.units, bare.from, bare.to);
    if (bare.from >= bare.to || !(is(head, "ORG", "MEDIA") || bare.units[bare.from]?.capital)) return null;
    return this.mention(
      bare,
      this.names.find(this.textOf(bare)).name,
      is(head, "MEDIA") ? "MEDIA" : is(head, "ORG") ? "ORGANIZATION" : "UNKNOWN",
      true,
    );
  }
}

/** The first noun of a phrase. */
export function headNoun(units: readonly Unit[], from: number, to: number): Unit | undefined {
  for (let at = from; at < to; at++) {
    const unit = units[at] as Unit;
    if (is(unit, "ROLE", "ORG", "HUMANS", "MEDIA", "DOCUMENT") && !is(unit, "DET")) return unit;
    if (is(unit, "OF") && !is(unit, "DET") && at > from + 1) break;
  }
  return units.slice(from, to).find((unit) => unit.kind === "word" && !is(unit, "DET", "OF"));
}

/** The phrase without its article, for use as a name. */
export function unarticled({ units, from, to }: Phrase): Phrase {
  let start = from;
  while (start < to - 1 && is(units[start], "DET", "OF")) start++;
  return { units, from: start, to };
}

function withoutApposition({ units, from, to }: Phrase): Phrase {
  const comma = units.findIndex((unit, at) => at > from && at < to && (isComma(unit) || unit.form === "("));
  return { units, from, to: comma < 0 ? to : comma };
}

/** The run that names the speaker: after a role or title, else first in the phrase, else in an apposition, else a person's, else after the noun of a body. */
function principal(
  runs: readonly NameRun[],
  units: readonly Unit[],
  isPerson: (name: string) => boolean,
): NameRun | undefined {
  const role = runs.find(({ from }) => followsRole(units, from));
  if (role) return role;
  const first = runs[0];
  if (first?.from === 0 && !describes(units, first.to)) return first;
  const apposition = runs.find(({ from }) => isComma(units[from - 1]) || (is(units[from - 1], "TITLE") && from > 1));
  if (apposition) return apposition;
  if (first?.from === 0 && is(units[first.to], "POSSESSIVE") && isDocumentAhead(units, first.to + 1)) return first;
  const person = runs.findLast(({ name, from }) => isPerson(name) && !is(units[from - 1], "OF", "PREP", "COORD"));
  if (person && (person.from > 0 || person.to === units.length)) return person;
  const body = runs.find(({ from }) => from > 0 && !is(units[from - 1], "OF", "PREP", "DET", "COORD", "POSSESSIVE"));
  return body && afterBody(units, body.from) ? body : undefined;
}

function followsRole(units: readonly Unit[], from: number): boolean {
  if (is(units[from - 1], "ROLE", "TITLE")) return true;
  return is(units[from - 2], "ROLE") && isAdjective(units[from - 1]);
}

/** After a name at the start: a noun that the name only describes ("Scientology officials"), or what belongs to it. */
function describes(units: readonly Unit[], at: number): boolean {
  const next = units[at];
  if (is(next, "POSSESSIVE")) return true;
  if (next?.kind !== "word" || is(next, "PREP", "OF", "COORD", "REL", "DET", "ADV", "TIME")) return false;
  return !next.capital || is(next, "ROLE");
}

function isAdjective(unit: Unit | undefined): boolean {
  return unit?.kind === "word" && !is(unit, "DET", "OF", "PREP", "COORD");
}

function isDocumentAhead(units: readonly Unit[], from: number): boolean {
  return units.slice(from, from + 4).some((unit) => is(unit, "DOCUMENT", "CHANNEL"));
}

function afterBody(units: readonly Unit[], from: number): boolean {
  return (
    units.slice(Math.max(0, from - 4), from).some((unit) => is(unit, "ORG", "MEDIA", "ROLE", "HUMANS")) || from <= 2
  );
}

function kindOfHead(head: Unit | undefined, { units, from, to }: Phrase): ActorKind {
  if (is(head, "MEDIA")) return "MEDIA";
  if (is(head, "HUMANS")) return "GROUP";
  if (is(head, "ROLE")) return isPlural(units[from]) ? "GROUP" : "PERSON";
  if (is(head, "ORG", "DOCUMENT")) return "ORGANIZATION";
  return units.slice(from, to).some((unit) => is(unit, "DEMONYM")) ? "GROUP" : "UNKNOWN";
}

function isPlural(unit: Unit | undefined): boolean {
  return (
    unit !== undefined &&
    (/^(?:les|des|ces|ses|leurs|plusieurs|certains|quelques|de nombreux|de nombreuses|these|those|some|many|several)$/.test(
      unit.form,
    ) ||
      unit.kind === "number")
  );
}

function numberOf({ units, from, to }: Phrase, named: boolean): string {
  if (isPlural(units[from])) return "p";
  if (named) return "s";
  const head = headNoun(units, from, to);
  return is(head, "HUMANS")
    ? "p"
    : is(units[from], "DET")
      ? head?.form.endsWith("s") && is(units[from], "POSSESSIVE")
        ? "p"
        : "s"
      : "";
}
