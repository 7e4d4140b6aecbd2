import type { Mention, Utterance } from "../model/utterance.js";
import type { Adjunct } from "./adjuncts.js";
import type { Candidate } from "./candidate.js";
import { circumstancesOf } from "./circumstances.js";
import type { Focus } from "./focus.js";
import { headNoun } from "./head-noun.js";
import type { Lexicon } from "./lexicon.js";
import type { MentionReader } from "./mentions.js";
import { nameRuns } from "./name-runs.js";
import type { Phrase } from "./noun-phrase.js";
import { unarticled } from "./phrase-core.js";
import { timeEnd } from "./times.js";
import { is, type Unit } from "./units.js";
import { isAside } from "./verb-group.js";

/** To whom, through whom, where and when something was said. */
export interface Carriage extends Pick<Utterance, "channel"> {
  addressees: Mention[];
  relayedBy: Mention[];
  /** The words that tell when. */
  times: readonly Unit[];
}

/** Reads the roles out of what stands around the verb. */
export class CarriageReader {
  constructor(
    private readonly mentions: MentionReader,
    private readonly focus: Focus,
    private readonly lexicon: Lexicon,
  ) {}

  read(candidate: Candidate): Carriage {
    const { list, times } = circumstancesOf(candidate, this.lexicon.grammar);
    const carriage: Carriage = { addressees: [], relayedBy: [], channel: null, times };
    for (const relay of candidate.relays) carriage.relayedBy.push(...this.relaysIn(relay, candidate.speaker));
    for (const adjunct of list) this.readAdjunct(adjunct, carriage);
    if (candidate.object && candidate.act === "DEMAND") carriage.addressees.push(this.addressee(candidate.object));
    const spokenTo = this.clitic(candidate);
    if (spokenTo) carriage.addressees.push(spokenTo);
    carriage.channel ??= this.channelOf(candidate) ?? this.channelBefore(candidate);
    return { ...carriage, addressees: once(carriage.addressees), relayedBy: once(carriage.relayedBy) };
  }

  private readAdjunct({ preposition, phrase, carrier }: Adjunct, carriage: Carriage): void {
    const addressing = preposition === "" || this.lexicon.grammar.addresseePrepositions.includes(preposition);
    const channel = this.channelIn(phrase);
    const media = this.media(phrase) ?? (carrier ? this.newspaper(phrase) : null);
    if (channel !== null) carriage.channel ??= channel;
    if (media) {
      carriage.relayedBy.push(media);
      if (addressing || channel !== null) carriage.addressees.push(media);
      else if (this.lexicon.grammar.airPrepositions.includes(preposition)) carriage.channel ??= media.text;
    } else if (addressing && channel === null && this.isHuman(phrase, preposition))
      carriage.addressees.push(this.addressee(phrase));
  }

  /** The named medium of a phrase, without what stands around its name. */
  private media(phrase: Phrase): Mention | null {
    const units = phrase.units.slice(phrase.from, phrase.to);
    const isMedia = (list: readonly Unit[]) => list.some((unit, at) => is(unit, "MEDIA") || isNewspaperName(list, at));
    if (!isMedia(units)) return null;
    const runs = nameRuns(units, this.lexicon).filter((run) => !this.isOfCountry(run));
    const run =
      runs.find(({ from, to }) => isMedia(units.slice(from, to))) ??
      runs.find(({ from }) => isMedia(units.slice(0, from)));
    return run ? { ...this.mentions.read(run).mention, kind: "MEDIA" } : null;
  }

  /** "cité par Le Courrier du Lac": who has an article with a capital and carries words is a newspaper, whatever its name. */
  private newspaper({ units, from, to }: Phrase): Mention | null {
    if (!units[from]?.capital || !is(units[from], "DET")) return null;
    const { mention } = this.mentions.read({ units, from: from + 1, to });
    return mention.resolved && mention.kind !== "PERSON" ? { ...mention, kind: "MEDIA" } : null;
  }

  private isOfCountry({ name }: { name: string }): boolean {
    const form = name.toLowerCase();
    return this.lexicon.countries.has(form) || this.lexicon.nations.has(form);
  }

  /** The medium, or whoever else carries the words of somebody other. */
  private relaysIn(phrase: Phrase, speaker: Phrase | null): Mention[] {
    if (is(phrase.units[phrase.from], "PRON", "POSTPRON")) return [];
    const relay = this.media(phrase) ?? this.mentions.read(phrase).mention;
    if (!relay.resolved && is(headNoun(phrase.units, phrase.from, phrase.to), "DOCUMENT")) return [];
    return speaker && this.mentions.read(speaker).mention.name === relay.name ? [] : [relay];
  }

  /** "reporters late Monday in Jasper" are reporters: the phrase up to its first words of place or time. */
  private addressee({ units, from, to: last }: Phrase): Mention {
    const { grammar } = this.lexicon;
    let to = from + 1;
    const ends = (at: number) =>
      timeEnd(units, at, grammar) > at ||
      grammar.parts.place.includes(units[at]?.form ?? "") ||
      (is(units[at], "PREP") && !is(units[at], "OF"));
    while (to < last && !ends(to)) to++;
    const phrase = { units, from, to };
    const { mention } = this.mentions.read(phrase);
    const bare = unarticled(phrase);
    const press = bare.from + 1 === bare.to && is(units[bare.from], "PRESS") && !units[bare.from]?.capital;
    if (mention.resolved && !press) return mention;
    return { ...mention, name: this.mentions.mention(bare, "", mention.kind, false).text };
  }

  private isHuman(phrase: Phrase, preposition: string): boolean {
    const { units, from, to } = phrase;
    const head = headNoun(units, from, to, this.lexicon.grammar.headLast);
    if (is(head, "ROLE", "HUMANS", "ORG", "TITLE", "PRON", "TROOPS", "MEDIA")) return true;
    if (to - from === 1 && is(head, "CLITIC", "PRON")) return true;
    if (units.slice(from, to).some((unit) => /^\p{Lu}{2,}$/u.test(unit.text))) return true;
    const { kind, resolved } = this.mentions.read(phrase).mention;
    return kind === "PERSON" || (resolved && kind === "COUNTRY") || (preposition === "" && resolved);
  }

  /** "lui a répondu": the last person named before. */
  private clitic({ cue, speaker }: Candidate): Mention | null {
    if (cue === null || speaker === null) return null;
    const { units } = speaker;
    const at = units.findIndex(
      ({ start, end, form }, place) =>
        start >= cue.start &&
        end <= cue.end &&
        this.lexicon.grammar.addresseeClitics.includes(form) &&
        !isAside(units, place),
    );
    if (at < 0) return null;
    const spoken = this.mentions.read(speaker).mention.name;
    const known = this.focus.latest(
      units[at]?.start ?? 0,
      ({ kind, name }) => (kind === "PERSON" || (kind === "UNKNOWN" && name.includes(" "))) && name !== spoken,
    );
    const mention = this.mentions.mention({ units, from: at, to: at + 1 }, units[at]?.text ?? "", "PERSON", false);
    return known ? { ...mention, name: known.name, resolved: true } : mention;
  }

  /** The channel that the verb implies, or that speaks itself: "tweeted", "the statement said". */
  private channelOf({ verb, speaker }: Candidate): string | null {
    const byVerb = this.lexicon.channels.verbs.get(verb ?? "");
    if (byVerb || speaker === null) return byVerb ?? null;
    const head = headNoun(speaker.units, speaker.from, speaker.to, this.lexicon.grammar.headLast);
    return head && !head.capital ? (this.lexicon.channels.words.get(head.form) ?? null) : null;
  }

  /** "Issued a statement warning that": what stands right before a gerund. */
  private channelBefore({ cue, sentence: { units } }: Candidate): string | null {
    const at = cue === null ? -1 : units.findIndex(({ start }) => start >= cue.start);
    const before = units[at - 1];
    if (before === undefined || before.capital || !units[at]?.cue?.forms.has("gerund")) return null;
    return this.lexicon.channels.words.get(before.form) ?? null;
  }

  private channelIn({ units, from, to }: Phrase): string | null {
    const { words, sites } = this.lexicon.channels;
    for (const unit of units.slice(from, to)) {
      const form = unit.form.replace(/\.$/, "");
      const channel = words.get(form);
      if (channel !== undefined && (sites.has(channel) ? unit.capital || form.length > 1 : !unit.capital))
        return channel;
    }
    return null;
  }
}

/** "Le Monde", "au Monde", "à Libération", "The Guardian": a common noun or place otherwise. */
function isNewspaperName(units: readonly Unit[], at: number): boolean {
  if (!is(units[at], "MEDIANAME") || !units[at]?.capital) return false;
  const before = units[at - 1];
  return before === undefined || before.capital || is(before, "CONTRACTED");
}

function once(mentions: readonly Mention[]): Mention[] {
  return [...new Map(mentions.map((mention) => [mention.name, mention])).values()];
}
