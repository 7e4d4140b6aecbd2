import type { Mention } from "../model/utterance.js";
import type { ActorKind } from "../model/vocabulary.js";
import { type Agreement, agreementOf, joinsTwo } from "./agreement.js";
import { type Description, descriptionOf } from "./description.js";
import { headNoun } from "./head-noun.js";
import type { Lexicon } from "./lexicon.js";
import { type NameRun, nameRuns } from "./name-runs.js";
import type { NameTable } from "./names.js";
import { notesOn, placeOf } from "./notes.js";
import type { Phrase } from "./noun-phrase.js";
import { unarticled, withoutApposition } from "./phrase-core.js";
import { principalRun } from "./principal.js";
import { type Held, RoleReader } from "./role-reader.js";
import { is, isComma, type Unit } from "./units.js";
import type { Rival, Way } from "./ways.js";

/** What a noun phrase shows of whom it names. */
export interface Described extends Agreement, Held {
  mention: Mention;
  way: Way;
  /** What a phrase without a name says of whom it means. */
  description: Description | null;
}

/** Whom a phrase means. */
interface Meant {
  name: string;
  kind: ActorKind;
  resolved: boolean;
  gender: string;
  way: Way;
  rivals?: readonly Rival[];
}

/** Reads noun phrases of one document: who is named, in which role, for whom. */
export class MentionReader {
  private readonly roles: RoleReader;

  constructor(
    private readonly text: string,
    private readonly names: NameTable,
    private readonly lexicon: Lexicon,
  ) {
    this.roles = new RoleReader(text, this, names, lexicon);
  }

  /** The mention that a phrase makes; pronouns are for the caller. A name means the same however often it is read. */
  read(phrase: Phrase): Described {
    const { named } = notesOn(phrase.units);
    const place = placeOf(phrase);
    const known = named.get(place);
    if (known) return known;
    const { asked } = this.names.roles;
    const core = unarticled(phrase);
    const run = this.runIn(core);
    const described = this.described(phrase, core, run);
    if (run && this.names.roles.asked === asked) named.set(place, described);
    return described;
  }

  private described(phrase: Phrase, core: Phrase, run: NameRun | undefined): Described {
    const description = run ? null : descriptionOf(withoutApposition(phrase), this.lexicon);
    const meant = run ? this.named(run, core) : this.unnamed(phrase, description);
    const head = headNoun(core.units, core.from, core.to, this.lexicon.grammar.headLast);
    const agreement = agreementOf(phrase, head, this.lexicon.grammar);
    const one = run !== undefined && meant.kind !== "GROUP" && agreement.number === "p" && !joinsTwo(phrase);
    return {
      mention: this.mention(phrase, meant.name, meant.kind, meant.resolved, meant.rivals),
      gender: meant.gender || (one ? "" : agreement.gender),
      number: one ? "s" : agreement.number,
      way: meant.way,
      description,
      ...this.roles.read(phrase, run),
    };
  }

  /** Whether the phrase names or describes somebody beyond doubt: no lone capital where a sentence starts. */
  isSure(phrase: Phrase): boolean {
    const run = this.runIn(unarticled(phrase));
    return run === undefined || this.names.isName(run);
  }

  /** The sure names of a stretch of units. */
  namesIn(units: readonly Unit[]): NameRun[] {
    return nameRuns(units, this.lexicon, this.names).filter((run) => this.names.isName(run));
  }

  /** Notes that a description was used of somebody: who "said in a statement" is whose statement it is. */
  call(description: Description, { name, kind, resolved, span }: Mention): void {
    this.names.roles.describe(description, { name, kind, resolved, gender: "" }, span.start);
  }

  /** The countries, in lower case, that the text connects somebody with. */
  countriesOf(name: string): ReadonlySet<string> | undefined {
    return this.names.roles.countriesOf(name);
  }

  /** Notes that the text is on somebody: who is called by a function alone is who came up last in it. */
  recall({ name, span }: Mention): void {
    this.names.roles.recall(name, span.start);
  }

  /** A mention of this span under a name. */
  mention(phrase: Phrase, name: string, kind: ActorKind, resolved: boolean, rivals: readonly Rival[] = []): Mention {
    const span = { start: phrase.units[phrase.from]?.start ?? 0, end: phrase.units[phrase.to - 1]?.end ?? 0 };
    const mention = { span, text: this.text.slice(span.start, span.end), name, kind, resolved };
    return rivals.length > 0 ? { ...mention, candidates: rivals } : mention;
  }

  /** The words of a phrase as written. */
  textOf({ units, from, to }: Phrase): string {
    return this.text.slice(units[from]?.start ?? 0, units[to - 1]?.end ?? 0);
  }

  /** The name that a phrase without its article is about, found once however often it is asked for. */
  private runIn(core: Phrase): NameRun | undefined {
    const { principal } = notesOn(core.units);
    const place = placeOf(core);
    const known = principal.get(place);
    if (known !== undefined || principal.has(place)) return known;
    const run = this.findRun(core);
    principal.set(place, run);
    return run;
  }

  private findRun(core: Phrase): NameRun | undefined {
    const runs = nameRuns(core.units, this.lexicon, this.names, core);
    const isPerson = (name: string) => this.names.find(name).kind === "PERSON";
    return principalRun(runs, core, isPerson, this.lexicon.grammar.headLast);
  }

  private named(run: NameRun, core: Phrase): Meant {
    const { units, from } = run;
    const at = units[from]?.start ?? 0;
    const found = this.names.find(run.name, at, this.titleGender(units[from - 1]));
    const body = found.kind !== "PERSON" && found.way === "name" ? this.bodyFrom(run, core) : null;
    if (body) return body;
    const kind = found.kind === "UNKNOWN" ? this.kindBeside(run) : found.kind;
    return { name: found.name, kind, resolved: true, gender: found.gender, way: found.way, rivals: found.rivals };
  }

  /** "l'Association des parents d'élèves", "le Rassemblement national": a name that goes on in small letters. */
  private bodyFrom({ units, from, to, name }: NameRun, core: Phrase): Meant | null {
    if (this.lexicon.grammar.headLast) return null;
    const whole = withoutApposition(core);
    if (from !== core.from) return this.calledBody({ units, from, to: whole.to }, to);
    const body =
      is(units[from], "ORG") || (to - from === 1 && (is(units[from - 1], "DET") || this.isPurpose(units[to])));
    const next = units[to];
    if (!body || to >= whole.to || !this.goesOn(next)) return null;
    const definite = is(units[from - 1], "DET") ? { units, from: from - 1, to: whole.to } : null;
    const alone = definite && descriptionOf(definite, this.lexicon);
    const called = alone && this.names.roles.find(alone, units[from]?.start ?? 0);
    if (called?.bearer.resolved && called.bearer.name !== name)
      return { ...called.bearer, way: "role", rivals: called.rivals };
    return { name: this.textOf(whole), kind: "ORGANIZATION", resolved: true, gender: "", way: "body" };
  }

  /** After the noun of a body: "l'association Terre d'accueil", "le parti Contrat civil". */
  private calledBody({ units, from, to }: Phrase, end: number): Meant | null {
    const next = units[end];
    const noun = is(units[from - 1], "ORG") || (is(units[from - 2], "ORG") && units[from - 1]?.kind === "word");
    if (!noun || is(units[from - 1], "OF", "DET") || end >= to || next?.capital) return null;
    const quality = next?.kind === "word" && next.tags.size === 0 && end + 1 === to;
    const complement = is(next, "OF") && !is(next, "DET") && !units[end + 1]?.capital;
    if (!quality && !complement && !this.isPurpose(next)) return null;
    return {
      name: this.textOf({ units, from, to }),
      kind: "ORGANIZATION",
      resolved: true,
      gender: "",
      way: "body",
    };
  }

  private goesOn(next: Unit | undefined): boolean {
    return next?.kind === "word" && (!is(next, "PREP", "COORD") || is(next, "OF") || this.isPurpose(next));
  }

  /** "pour la paix", "contre la faim", "sans frontières": what a body is for. */
  private isPurpose(unit: Unit | undefined): boolean {
    return this.lexicon.grammar.purposes.includes(unit?.form ?? "");
  }

  private titleGender(before: Unit | undefined): string {
    if (!is(before, "TITLE")) return "";
    const { feminine, masculine } = this.lexicon.grammar;
    return feminine.includes(before?.form ?? "") ? "f" : masculine.includes(before?.form ?? "") ? "m" : "";
  }

  private kindBeside({ units, from, to }: NameRun): ActorKind {
    const comma = isComma(units[from - 1]) ? 0 : isComma(units[from - 2]) ? 1 : 2;
    const words = units.slice(Math.max(0, from - comma), to);
    if (words.some((unit) => is(unit, "MEDIA"))) return "MEDIA";
    return words.some((unit) => is(unit, "ORG", "DOCUMENT")) ? "ORGANIZATION" : "UNKNOWN";
  }

  /** A description: who was called so before, the maker of a document, else the description itself. */
  private unnamed(phrase: Phrase, description: Description | null): Meant {
    const core = withoutApposition(phrase);
    const at = phrase.units[phrase.from]?.start ?? 0;
    const called = description?.definite ? this.names.roles.find(description, at) : null;
    if (called) return { ...called.bearer, way: called.hypernym ? "hypernym" : "role", rivals: called.rivals };
    const maker = description?.kind === "document" || isVoice(core) ? this.makerIn(core) : null;
    const meant = maker ? { ...maker, way: "maker" as const } : this.itself(core, description);
    if (description && (maker || isIntroduced(core, description) || this.isTold(description)))
      this.names.roles.describe(description, meant, at);
    return meant;
  }

  /** More is said than the noun: "les autorités de Norvie", "l'opposition norvienne"; "le parti écologiste" may have a name. */
  private isTold({ words, qualities, country, kind, number, lemma }: Description): boolean {
    if (words.size > 0 || country !== "") return true;
    if (qualities.size === 0) return false;
    return kind === "person" ? number === "p" : kind === "body" && !this.lexicon.hypernyms.has(lemma);
  }

  private itself(core: Phrase, description: Description | null): Meant {
    const kind = kindOf(description, core);
    const head = core.units[unarticled(core).from];
    const definite = description?.definite === true || head?.capital === true;
    const full = (description?.words.size ?? 0) > 0 || Boolean(description?.country);
    const resolved = kind === "ORGANIZATION" && definite && full;
    const name = this.textOf(kind === "ORGANIZATION" && definite ? unarticled(core) : core);
    return { name, kind, resolved, gender: "", way: resolved ? "body" : "unnamed" };
  }

  /** Who made a document: "the report of the ministry", "un rapport établi par l'Institut", "the ministry's report". */
  private makerIn({ units, from, to }: Phrase): Meant | null {
    let at = from + 1;
    while (at < to && !is(units[at], "POSSESSIVE") && !(is(units[at], "MAKER") && !is(units[at - 1], "SEEN"))) at++;
    if (at >= to) return null;
    if (is(units[at], "POSSESSIVE")) return this.maker({ units, from, to: at });
    return this.maker({ units, from: is(units[at], "CONTRACTED", "DET") ? at : at + 1, to });
  }

  private maker(phrase: Phrase): Meant | null {
    const core = unarticled(phrase);
    if (core.from >= core.to) return null;
    const { mention, description, gender, way } = this.read(phrase);
    if (!this.runIn(core) && (description === null || description.kind === "document") && way === "unnamed")
      return null;
    if (mention.kind === "UNKNOWN" && !core.units[core.from]?.capital) return null;
    const body = description?.kind === "person" && description.number !== "p";
    if (body && !mention.resolved) return null;
    return {
      name: mention.resolved ? mention.name : this.textOf(core),
      kind: mention.kind,
      resolved: mention.resolved || mention.kind === "ORGANIZATION",
      gender,
      way,
    };
  }
}

/** "The press service of", "le bureau de presse du": what only speaks for a body. */
function isVoice({ units, from, to }: Phrase): boolean {
  for (let at = from; at < to && at < from + 4; at++) if (is(units[at], "VOICE")) return true;
  return false;
}

/** "Un responsable", "one official": somebody new. */
function isIntroduced({ units, from }: Phrase, { definite }: Description): boolean {
  return !definite && is(units[from], "DET");
}

function kindOf(description: Description | null, { units, from, to }: Phrase): ActorKind {
  if (description === null) return units.slice(from, to).some((unit) => is(unit, "DEMONYM")) ? "GROUP" : "UNKNOWN";
  if (description.kind === "person") return description.number === "p" ? "GROUP" : "PERSON";
  return description.kind === "media" ? "MEDIA" : "ORGANIZATION";
}
