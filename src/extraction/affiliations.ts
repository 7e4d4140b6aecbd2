import type { Mention } from "../model/utterance.js";
import type { Lexicon } from "./lexicon.js";
import type { MentionReader } from "./mentions.js";
import { type NameRun, nameRunsOf } from "./name-runs.js";
import type { NameTable } from "./names.js";
import { type Phrase, phraseRight } from "./noun-phrase.js";
import { officesOf } from "./offices.js";
import type { Sentence } from "./sentences.js";
import { is, isComma, isStop, type Unit } from "./units.js";

/** How many units a role may be long between a person and a body. */
const REACH = 12;

/** For which body each person of a document speaks: "Bell spokesman Marc Choma", "Ada Brook, head of the mission of X". Fed with the sentences in order; the first is kept. */
export class Affiliations {
  private readonly bodies = new Map<string, Mention>();

  constructor(
    private readonly names: NameTable,
    private readonly mentions: MentionReader,
    private readonly lexicon: Lexicon,
  ) {}

  enter({ units }: Sentence): void {
    const runs = nameRunsOf(units, this.lexicon);
    runs.forEach((run, at) => {
      const { name } = this.names.find(run.name);
      if (this.bodies.has(name) || !this.isPerson(run)) return;
      const ahead = runs.slice(at + 1).find((next) => units[next.from - 1]?.form !== "(");
      const host = runs[at - 1];
      const behind = host && this.isHost(host) ? runs[at - 2] : host;
      const body = this.nation(run) ?? this.before(behind, run) ?? this.after(run, ahead);
      if (body && body.name !== name) this.bodies.set(name, body);
    });
  }

  /** "l'ambassadeur d'Arménie en France", "envoy to Norland": where somebody is sent. */
  private isHost({ units, from }: NameRun): boolean {
    const before = units[from - 1];
    return is(before, "PREP") && !is(before, "OF") && this.lexicon.grammar.hosting.includes(before?.form ?? "");
  }

  /** The body, or the country in whose name a known holder of an office speaks. */
  bodyOf({ name, ...mention }: Mention): Mention | null {
    const body = this.bodies.get(name);
    if (body || mention.kind !== "PERSON") return body ?? null;
    const country = officesOf(name, null, this.lexicon).find((office) => office.country.length > 1)?.country;
    if (country === undefined) return null;
    for (const state of this.lexicon.nations.values())
      if (state.toLowerCase() === country) return { ...mention, name: state, kind: "COUNTRY", resolved: true };
    return null;
  }

  private isPerson({ name, units, from, to }: NameRun): boolean {
    return this.names.find(name).kind === "PERSON" || (to - from > 1 && is(units[from - 1], "ROLE", "TITLE"));
  }

  /** "Bell spokesman Marc Choma", "le porte-parole de Total, Jean Morel", "First's Brandon Jones". */
  private before(body: NameRun | undefined, { units, from }: NameRun): Mention | null {
    if (body === undefined || from - body.to > 5 || !this.canBeBody(body)) return null;
    const between = units.slice(body.to, from);
    if (isTitle(between)) return this.bodyIn(body, between);
    const role = roleBefore(units, body.from);
    const last = between.at(-1);
    const joined = between.length === 0 || (isComma(last) && (between.length === 1 || this.isHostGroup(between)));
    return role && joined ? this.bodyIn(body, role) : null;
  }

  /** "Ada Brook, head of Parks Canada", "Jean Morel, du collectif X", "Ada Brook of Parks Canada". */
  private after({ units, to }: NameRun, body: NameRun | undefined): Mention | null {
    if (body === undefined || body.from - to > REACH || !this.canBeBody(body)) return null;
    const between = units.slice(to, body.from);
    if (between.some((unit) => isStop(unit) || unit.cue || is(unit, "COORD", "REL", "AVOIR", "ETRE", "MODAL", "COMP")))
      return null;
    if (
      between.length === 1 &&
      isComma(between[0]) &&
      units.slice(body.to, body.to + 3).some((unit) => is(unit, "ROLE"))
    )
      return this.bodyIn(body, units.slice(body.to, body.to + 3));
    const belongs = between.some((unit) => this.lexicon.grammar.belonging.includes(unit.form));
    const told = between.some((unit) => is(unit, "ROLE")) || between.length <= 3;
    return belongs && told ? this.bodyIn(body, between) : null;
  }

  /** " en France," after the country that sends somebody there. */
  private isHostGroup([preposition]: readonly Unit[]): boolean {
    return this.lexicon.grammar.hosting.includes(preposition?.form ?? "");
  }

  /** The body that a name means beside a role; a minister's portfolio is none. */
  private bodyIn(body: NameRun, role: readonly Unit[]): Mention | null {
    const { mention } = this.mentions.read(this.inFull(body));
    return role.some((unit) => is(unit, "PORTFOLIOROLE")) && mention.kind !== "COUNTRY" ? null : mention;
  }

  /** "l'Organisation de libération de X": a common noun with a capital goes on. */
  private inFull(body: NameRun): Phrase {
    const { units, from, to } = body;
    if (to - from > 1 || !is(units[from], "ORG") || !is(units[to], "OF")) return body;
    return phraseRight(units, from - 1, this.lexicon.grammar) ?? body;
  }

  /** "le ministre arménien des Affaires étrangères Ararat M.", "US President Joe B.": who governs speaks for the country. */
  private nation({ units, from }: NameRun): Mention | null {
    for (let at = from - 1; at >= Math.max(0, from - 6); at--) {
      const unit = units[at] as Unit;
      if (isStop(unit) || unit.cue) return null;
      const country = this.lexicon.nations.get(unit.form);
      if (!country) continue;
      const near = units.slice(Math.max(0, at - 2), from);
      if (!near.some((word) => is(word, "STATEROLE"))) return null;
      return { ...this.mentions.mention({ units, from: at, to: at + 1 }, country, "COUNTRY", true) };
    }
    return null;
  }

  private canBeBody({ name }: NameRun): boolean {
    return this.names.find(name).kind !== "PERSON" && !this.lexicon.noTargets.has(name.toLowerCase());
  }
}

/** "porte-parole de", "head of the" right before a place: the units from the role on. */
function roleBefore(units: readonly Unit[], at: number): readonly Unit[] | null {
  for (let before = at - 1; before >= Math.max(0, at - 5); before--) {
    if (is(units[before], "ROLE")) return units.slice(before, at);
    if (!is(units[before], "OF", "DET", "ORG", "PREP") && units[before]?.kind !== "word") return null;
  }
  return null;
}

/** "spokesman", "commercial director", "'s". */
function isTitle(units: readonly Unit[]): boolean {
  const plain = (unit: Unit) => is(unit, "ROLE", "POSSESSIVE") || (unit.kind === "word" && unit.tags.size === 0);
  return units.some((unit) => is(unit, "ROLE", "POSSESSIVE")) && units.every(plain);
}
