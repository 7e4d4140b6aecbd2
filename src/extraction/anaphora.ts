import type { Mention } from "../model/utterance.js";
import type { Focus, Known } from "./focus.js";
import type { Lexicon } from "./lexicon.js";
import type { Mentioned } from "./mentioned.js";
import type { Described, MentionReader } from "./mentions.js";
import type { NameTable } from "./names.js";
import { partOf } from "./parts.js";
import { is, type Unit } from "./units.js";

/** Finds whom the pronouns and short descriptions of a content mean: "he", "the boy", "cette ville", "her client". */
export class AnaphoraFinder {
  constructor(
    private readonly names: NameTable,
    private readonly mentions: MentionReader,
    private readonly focus: Focus,
    private readonly lexicon: Lexicon,
  ) {}

  /** Those of `[from, to)` who are named elsewhere, in order. */
  find(units: readonly Unit[], from: number, to: number, speaker: Described | null, direct: boolean): Mentioned[] {
    const found: Mentioned[] = [];
    for (let at = from; at < to; at++) {
      const known = this.byPronoun(units, at, speaker, direct) ?? this.byNoun(units, at, speaker);
      if (known && known.to <= to) found.push(this.mentioned(units, at, known));
    }
    return found;
  }

  private mentioned(units: readonly Unit[], at: number, { name, kind, to }: Meant): Mentioned {
    const phrase = { units, from: at, to };
    const part = partOf(units, at, to, this.lexicon.grammar, undefined);
    return { mention: { ...this.mentions.mention(phrase, "", kind, true), name }, part, phrase };
  }

  /** A person's pronoun: outside marks the speaker where that agrees, else the last person named. */
  private byPronoun(units: readonly Unit[], at: number, speaker: Described | null, direct: boolean): Meant | null {
    const { form, start } = units[at] as Unit;
    const gender = this.lexicon.grammar.personPronouns[form];
    if (gender === undefined || isImpersonal(units, at)) return null;
    const agrees = (other: string) => !other || !gender || other === gender;
    const isOther = (known: Known) =>
      known.kind === "PERSON" && agrees(known.gender) && known.name !== speaker?.mention.name;
    if (!direct && speaker?.mention.resolved && speaker.mention.kind === "PERSON" && agrees(speaker.gender)) {
      const first = units[0]?.start ?? 0;
      const nearer = this.focus.latest(start, (known) => isOther(known) && known.start > first && known.gender !== "");
      return { ...(nearer ?? speaker.mention), to: at + 1 };
    }
    const known = this.focus.latest(start, isOther);
    return known ? { ...known, to: at + 1 } : null;
  }

  /** A definite noun alone: whom the document called so, or the one of its kind. */
  private byNoun(units: readonly Unit[], at: number, speaker: Described | null): Meant | null {
    if (!this.lexicon.grammar.pointing.includes(units[at]?.form ?? "")) return null;
    const noun = units[at + 1] as Unit | undefined;
    if (noun?.kind !== "word" || noun.capital || goesOn(units[at + 2])) return null;
    const known = this.named(noun, speaker?.mention);
    return known ? { ...known, to: at + 2 } : null;
  }

  private named(noun: Unit, speaker: Mention | undefined): Pick<Known, "name" | "kind"> | undefined {
    const isOther = ({ name }: Known) => name !== speaker?.name;
    if (is(noun, "LAND")) return this.focus.foremost(noun.start, ({ kind }) => kind === "COUNTRY");
    if (is(noun, "TOWN"))
      return this.focus.latest(noun.start, ({ kind, placed }) => placed && (kind === "UNKNOWN" || kind === "PLACE"));
    if (is(noun, "SOMEBODY"))
      return this.focus.foremost(noun.start, (known) => known.kind === "PERSON" && isOther(known));
    if (!is(noun, "ORG", "ROLE")) return undefined;
    const name = this.names.calledBy(noun.form, noun.start);
    return name === undefined || name === speaker?.name ? undefined : { name, kind: "UNKNOWN" };
  }
}

type Meant = Pick<Known, "name" | "kind"> & { to: number };

/** What follows makes the description longer: a complement, a name, an adjective. */
function goesOn(next: Unit | undefined): boolean {
  if (next === undefined || next.kind !== "word") return next?.kind === "quotation" || next?.kind === "number";
  return next.capital || is(next, "OF", "DEMONYM", "ORG", "ROLE", "HUMANS", "POSSESSIVE", "REL");
}

/** "il faut", "il n'y a pas": the pronoun means nobody. */
function isImpersonal(units: readonly Unit[], at: number): boolean {
  return units.slice(at + 1, at + 4).some((unit) => is(unit, "IMPERSONAL"));
}
