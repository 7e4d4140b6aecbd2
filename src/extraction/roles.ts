import type { Mention } from "../model/utterance.js";
import type { Adjunct } from "./adjuncts.js";
import type { Candidate } from "./candidate.js";
import type { Lexicon } from "./lexicon.js";
import { headNoun, type MentionReader } from "./mentions.js";
import { is, type Unit } from "./units.js";

/** To whom, through whom and where something was said. */
export interface Carriage {
  addressees: Mention[];
  relayedBy: Mention[];
  channel: string | null;
}

/** Reads the roles out of what stands around the verb. */
export function carriageOf(candidate: Candidate, reader: MentionReader, lexicon: Lexicon): Carriage {
  const carriage: Carriage = {
    addressees: [],
    relayedBy: candidate.relays.map((phrase) => reader.read(phrase).mention),
    channel: null,
  };
  for (const adjunct of candidate.adjuncts) readAdjunct(adjunct, carriage, reader, lexicon);
  if (candidate.object && candidate.act === "DEMAND") carriage.addressees.push(reader.read(candidate.object).mention);
  return carriage;
}

function readAdjunct(
  { preposition, phrase }: Adjunct,
  carriage: Carriage,
  reader: MentionReader,
  lexicon: Lexicon,
): void {
  const words = phrase.units.slice(phrase.from, phrase.to);
  const head = headNoun(phrase.units, phrase.from, phrase.to);
  const channel =
    words.find((unit) => is(unit, "CHANNEL")) ?? words.find((unit) => unit.capital && is(unit, "CHANNELSITE"));
  const media = words.some((unit) => is(unit, "MEDIA"));
  const addressing = preposition === "" || lexicon.grammar.addresseePrepositions.includes(preposition);
  if (addressing && (media || isHuman(head, words))) {
    const { mention } = reader.read(phrase);
    carriage.addressees.push(media ? { ...mention, kind: "MEDIA" } : mention);
    if (media && words.some((unit) => unit.capital)) carriage.relayedBy.push({ ...mention, kind: "MEDIA" });
  } else if (channel && !addressing) carriage.channel ??= channel.text;
  else if (media && words.some((unit) => unit.capital))
    carriage.relayedBy.push({ ...reader.read(phrase).mention, kind: "MEDIA" });
}

function isHuman(head: Unit | undefined, words: readonly Unit[]): boolean {
  return (
    is(head, "ROLE", "HUMANS", "ORG", "TITLE", "PRON") ||
    (words.length === 1 && is(head, "CLITIC", "PRON")) ||
    words.some((unit) => /^\p{Lu}{2,}$/u.test(unit.text))
  );
}
