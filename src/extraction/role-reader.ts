import type { Mention } from "../model/utterance.js";
import { headNoun } from "./head-noun.js";
import type { Lexicon } from "./lexicon.js";
import type { MentionReader } from "./mentions.js";
import type { NameRun } from "./name-runs.js";
import type { NameTable } from "./names.js";
import type { Phrase } from "./noun-phrase.js";
import { unarticled } from "./phrase-core.js";
import { is, isComma, type Unit } from "./units.js";

/** The function that a phrase gives somebody, and the body it is held in. */
export interface Held {
  role: string | null;
  body: Mention | null;
}

/** Reads the roles that noun phrases of one document tell. */
export class RoleReader {
  constructor(
    private readonly text: string,
    private readonly mentions: Pick<MentionReader, "mention" | "textOf">,
    private readonly names: NameTable,
    private readonly lexicon: Lexicon,
  ) {}

  /** The role as written: the apposition after a name, or what stands before it without its article. */
  read(phrase: Phrase, run: NameRun | undefined): Held {
    const role = roleIn(phrase, run);
    if (role === null) return { role: null, body: null };
    return { role: this.text.slice(role.start, role.end), body: this.bodyIn(phrase, role.start, role.end) };
  }

  private bodyIn(phrase: Phrase, start: number, end: number): Mention | null {
    const { units } = phrase;
    let at = phrase.from + 1;
    while (at < phrase.to && !((units[at]?.start ?? 0) >= start && is(units[at], "OF"))) at++;
    let to = phrase.to;
    while (to > at && (units[to - 1]?.end ?? 0) > end) to--;
    if (at >= to) return null;
    const body = { units, from: is(units[at], "CONTRACTED") ? at : at + 1, to };
    const bare = unarticled(body);
    const head = headNoun(bare.units, bare.from, bare.to, this.lexicon.grammar.headLast);
    if (bare.from + 1 === bare.to && is(bare.units[bare.from], "PORTFOLIO")) return null;
    if (
      bare.from >= bare.to ||
      (is(bare.units[bare.from], "PORTFOLIO") && !is(head, "ORG", "MEDIA")) ||
      !(is(head, "ORG", "MEDIA") || bare.units[bare.from]?.capital)
    )
      return null;
    return this.mentions.mention(
      bare,
      this.names.find(this.mentions.textOf(bare)).name,
      is(head, "MEDIA") ? "MEDIA" : is(head, "ORG") ? "ORGANIZATION" : "UNKNOWN",
      true,
    );
  }
}

function roleIn({ units, from, to }: Phrase, run: NameRun | undefined): { start: number; end: number } | null {
  let roleAt = from;
  while (roleAt < to && !is(units[roleAt], "ROLE")) roleAt++;
  if (roleAt >= to) return null;
  const nameStart = run?.units[run.from]?.start ?? Number.POSITIVE_INFINITY;
  const role = units[roleAt] as Unit;
  let end = roleAt + 1;
  while (end < to && (units[end]?.start ?? 0) < nameStart && !isComma(units[end])) end++;
  const last = (end >= to || nameStart < role.start ? roleEnd(units, roleAt, to) : end) - 1;
  const titled = is(units[last], "TITLE") ? units[last - 1] : undefined;
  return { start: role.start, end: (titled ?? units[last] ?? role).end };
}

function roleEnd(units: readonly Unit[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (isComma(units[at])) return at;
  return to;
}
