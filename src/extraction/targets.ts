import type { Mention, Utterance } from "../model/utterance.js";
import type { Candidate } from "./candidate.js";
import type { Lexicon } from "./lexicon.js";
import type { MentionReader } from "./mentions.js";
import { type NameRun, type NameTable, nameRuns } from "./names.js";
import type { Phrase } from "./noun-phrase.js";
import { is, type Unit } from "./units.js";

const MOST = 8;

/** Finds who is named in the contents of one document. */
export class TargetReader {
  constructor(
    private readonly names: NameTable,
    private readonly mentions: MentionReader,
    private readonly lexicon: Lexicon,
  ) {}

  /** Who is named in the content, each once, with the stance that the verb states. */
  read(candidate: Candidate, speaker: Mention | null): Utterance["about"] {
    const found = unitsIn(candidate).flatMap((units) => this.mentioned(units));
    const targets = new Map<string, Mention>();
    for (const mention of found.sort((a, b) => a.span.start - b.span.start))
      if (mention.name !== speaker?.name && !targets.has(mention.name) && targets.size < MOST)
        targets.set(mention.name, mention);
    const list = [...targets.values()];
    const blamed = this.blamed(candidate, list);
    return list.map((mention) => ({ ...mention, stance: mention === blamed ? candidate.stance : null }));
  }

  /** Names and described bodies; a name inside such a body's name is no target of its own. */
  private mentioned(units: readonly Unit[]): Mention[] {
    const bodies = this.described(units);
    const inside = ({ span }: Mention) =>
      bodies.some((body) => body.span.start <= span.start && span.end <= body.span.end);
    return [...bodies, ...this.named(units).filter((mention) => !inside(mention))];
  }

  private named(units: readonly Unit[]): Mention[] {
    return nameRuns(units, this.lexicon)
      .filter((run) => this.names.isName(run) && !is(units[run.from], "CHANNELSITE") && !describes(run))
      .map((run) => this.mentions.read(run).mention);
  }

  /** "l'armée azerbaïdjanaise", "Armenian forces": a body or people of a country. */
  private described(units: readonly Unit[]): Mention[] {
    const found: Mention[] = [];
    for (let at = 0; at < units.length; at++) {
      const phrase = bodyAt(units, at);
      if (!phrase) continue;
      const people = !units.slice(phrase.from, phrase.to).some((unit) => is(unit, "ORG"));
      const mention = this.mentions.mention(phrase, "", people ? "GROUP" : "ORGANIZATION", !people);
      found.push({ ...mention, name: mention.text.replace(/\s+/gu, " ") });
      at = phrase.to - 1;
    }
    return found;
  }

  /** The target that the verb's stance is about: the author of what is judged ("by Russia"), else who the object names. */
  private blamed({ stance, object, verb, content }: Candidate, targets: readonly Mention[]): Mention | undefined {
    if (stance === null || object === null) return undefined;
    const units = object.units;
    const end = content.at(-1)?.end ?? 0;
    const by = units.findIndex((unit, at) => at >= object.from && unit.end <= end && isBy(unit));
    const author = by < 0 ? undefined : targets.find(({ span }) => isNear(units, by, span.start));
    const start = units[object.from]?.start ?? 0;
    const last = units[object.to - 1]?.end ?? 0;
    const head = targets.find(({ span }) => span.start >= start && span.end <= last);
    return author ?? (verb !== null && head && isHead(units, object, head) ? head : undefined);
  }
}

/** "Afghan women": one word that only describes the noun after it. */
function describes({ units, from, to }: NameRun): boolean {
  const next = units[to];
  if (to - from > 1 || next?.kind !== "word" || next.capital) return false;
  return next.tags.size === 0 || is(next, "ROLE", "HUMANS", "ORG", "DOCUMENT");
}

/** A noun for a body or people with an adjective of nationality: after it in French, before it in English. */
function bodyAt(units: readonly Unit[], at: number): Phrase | null {
  const isBody = (unit: Unit | undefined) => is(unit, "ORG", "HUMANS") && !is(unit, "DEMONYM");
  if (isBody(units[at]) && !units[at]?.capital) {
    const adjective = [1, 2].find((ahead) => is(units[at + ahead], "DEMONYM") && !units[at + ahead]?.capital);
    const between = adjective === 2 && units[at + 1]?.kind !== "word";
    return adjective && !between ? { units, from: at, to: withComplement(units, at + adjective + 1) } : null;
  }
  const body =
    is(units[at], "DEMONYM") && units[at]?.capital ? [1, 2].find((ahead) => isBody(units[at + ahead])) : undefined;
  return body ? { units, from: at, to: at + body + 1 } : null;
}

/** "ministère arménien de la Défense": the complement belongs to the name. */
function withComplement(units: readonly Unit[], to: number): number {
  if (!is(units[to], "OF")) return to;
  const noun = is(units[to + 1], "DET") ? to + 2 : to + 1;
  return units[noun]?.capital ? noun + (units[noun + 1]?.form === "étrangères" ? 2 : 1) : to;
}

/** The stretches of units that the content covers, inside marks and outside. */
function unitsIn({ content, sentence }: Candidate): Unit[][] {
  const covered = ({ start, end }: Unit) => content.some((span) => span.start <= start && end <= span.end);
  const stretches: Unit[][] = [[]];
  for (const unit of sentence.units) {
    if (unit.quotation) stretches.push(unit.quotation.units.filter(covered), []);
    else if (covered(unit)) stretches.at(-1)?.push(unit);
  }
  return stretches.filter((units) => units.length > 0);
}

function isBy(unit: Unit): boolean {
  return unit.form === "par" || unit.form === "by";
}

function isNear(units: readonly Unit[], at: number, start: number): boolean {
  return units[at + 1]?.start === start || (is(units[at + 1], "DET") && units[at + 2]?.start === start);
}

/** The object's head is the name itself, not something of it. */
function isHead(units: readonly Unit[], { from, to }: Phrase, { span }: Mention): boolean {
  const at = units.findIndex((unit, place) => place >= from && place < to && unit.start >= span.start);
  return !units.slice(from, at).some((unit) => is(unit, "OF") && !is(unit, "DET")) && at - from <= 3;
}
