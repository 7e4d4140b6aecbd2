import type { Mention } from "../model/utterance.js";
import type { Lexicon } from "./lexicon.js";
import type { MentionReader } from "./mentions.js";
import { type NameRun, nameRunsOf } from "./name-runs.js";
import type { NameTable } from "./names.js";
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
      const body = this.nation(run) ?? this.before(runs[at - 1], run) ?? this.after(run, runs[at + 1]);
      if (body && body.name !== name) this.bodies.set(name, body);
    });
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
    if (isTitle(between)) return this.mentions.read(body).mention;
    const role = roleBefore(units, body.from);
    const joined = between.length === 0 || (between.length === 1 && isComma(between[0]));
    return role && joined ? this.mentions.read(body).mention : null;
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
      return this.mentions.read(body).mention;
    const belongs = between.some((unit) => this.lexicon.grammar.belonging.includes(unit.form));
    const told = between.some((unit) => is(unit, "ROLE")) || between.length <= 3;
    return belongs && told ? this.mentions.read(body).mention : null;
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

/** "porte-parole de", "head of the" right before a place. */
function roleBefore(units: readonly Unit[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 5); before--) {
    if (is(units[before], "ROLE")) return true;
    if (!is(units[before], "OF", "DET", "ORG", "PREP") && units[before]?.kind !== "word") return false;
  }
  return false;
}

/** "spokesman", "commercial director", "'s". */
function isTitle(units: readonly Unit[]): boolean {
  const plain = (unit: Unit) => is(unit, "ROLE", "POSSESSIVE") || (unit.kind === "word" && unit.tags.size === 0);
  return units.some((unit) => is(unit, "ROLE", "POSSESSIVE")) && units.every(plain);
}
