import type { Span } from "../model/span.js";
import { finished, type Steps } from "../model/steps.js";
import type { Extraction, Mention, Utterance } from "../model/utterance.js";
import type { SpeechMode } from "../model/vocabulary.js";
import { actOf } from "./act.js";
import { Affiliations } from "./affiliations.js";
import type { Candidate } from "./candidate.js";
import { candidatesOf } from "./candidates.js";
import { readable } from "./characters.js";
import { circumstancesOf } from "./circumstances.js";
import { trimmedContent } from "./content.js";
import { dayMeant } from "./dates.js";
import { Floating } from "./floating.js";
import { Focus } from "./focus.js";
import { betweenParted } from "./go-between.js";
import { languageOf } from "./language.js";
import { type Lexicon, lexiconOf } from "./lexicon.js";
import { stretchesOf } from "./mentioned.js";
import { type Described, MentionReader } from "./mentions.js";
import { NameTable } from "./names.js";
import { patternPrior, speakerPrior } from "./priors.js";
import { Referents } from "./referents.js";
import { CarriageReader } from "./roles.js";
import { selectConsistent } from "./select.js";
import { type Sentence, sentencesOf } from "./sentences.js";
import { TargetReader } from "./targets.js";
import { UtteranceList } from "./utterance-list.js";

/** What extraction may be told about a text. */
export interface ExtractOptions {
  /** ISO 639-1 code; found out from the text when left out. */
  language?: string;
  /** ISO 8601, of the precision that is known. */
  publishedAt?: string;
  /** Parts of the text that are no article: nothing is read there. */
  boilerplate?: readonly Span[];
}

/** The attributed statements of a news text, in its order; none of a text in a language without rules. Offsets are UTF-16 code units of the text given. */
export function extract(text: string, options: ExtractOptions = {}): Extraction {
  return finished(extractInSteps(text, options));
}

/** The same in steps of one sentence: a text of millions of characters takes seconds. */
export function* extractInSteps(text: string, options: ExtractOptions = {}): Steps<Extraction> {
  const language = options.language ?? languageOf(text);
  const lexicon = lexiconOf(language);
  return { language, utterances: lexicon ? yield* new Extractor(text, lexicon, options).run() : [] };
}

/** Length of a text whose sentences are kept from the first time they are read to the second: those of a longer one take too much memory. */
const KEPT = 500_000;

type Carried = Pick<Utterance, "addressees" | "relayedBy" | "channel" | "saidAt">;

/** One reading of one text. */
class Extractor {
  private readonly even: string;
  private readonly names: NameTable;
  private readonly reader: MentionReader;
  private readonly referents: Referents;
  private readonly focus: Focus;
  private readonly affiliations: Affiliations;
  private readonly carriages: CarriageReader;
  private readonly targets: TargetReader;
  private readonly floating = new Floating();
  private readonly utterances = new UtteranceList();
  /** That of the way in which the last speaker was found. */
  private sureness = 1;

  constructor(
    readonly text: string,
    private readonly lexicon: Lexicon,
    private readonly options: ExtractOptions,
  ) {
    this.even = readable(text, options.boilerplate);
    this.names = new NameTable(this.lexicon, yearOf(options.publishedAt));
    this.reader = new MentionReader(text, this.names, this.lexicon);
    this.focus = new Focus(this.names, this.reader, this.lexicon);
    this.carriages = new CarriageReader(this.reader, this.focus, this.lexicon);
    this.affiliations = new Affiliations(this.names, this.reader, this.lexicon);
    this.referents = new Referents(this.reader, this.lexicon);
    this.targets = new TargetReader(this.names, this.reader, this.focus, this.referents, this.lexicon);
  }

  /** Goes through the text twice: for its names, then for what is said. */
  *run(): Steps<Utterance[]> {
    const kept: Sentence[] | null = this.even.length <= KEPT ? [] : null;
    for (const sentence of sentencesOf(this.even, this.lexicon)) {
      this.names.read(sentence);
      kept?.push(sentence);
      yield;
    }
    this.names.settle();
    for (const sentence of kept ?? sentencesOf(this.even, this.lexicon)) {
      this.readSentence(sentence);
      yield;
    }
    return this.utterances.all;
  }

  private readSentence(sentence: Sentence): void {
    this.referents.enter(sentence);
    this.focus.enter(sentence);
    this.affiliations.enter(sentence);
    this.targets.enter(sentence);
    const chosen = selectConsistent(candidatesOf(sentence, this.lexicon)).map((candidate) =>
      betweenParted(candidate, this.lexicon),
    );
    const floating = this.floating.take(sentence, chosen, this.utterances.all);
    for (const candidate of [...chosen, ...floating].sort(
      (a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0),
    )) {
      const utterance = this.utteranceOf(candidate);
      if (utterance && candidate.rule === "floating-continued") this.utterances.goOn(utterance);
      else if (utterance) this.utterances.push(utterance);
    }
  }

  /** The speaker together with the body that the document says they belong to. */
  private inFull(speaker: Described | null): Described | null {
    return speaker && { ...speaker, body: this.affiliations.bodyOf(speaker.mention) ?? speaker.body };
  }

  /** To whom, through whom, where and when. */
  private carried(candidate: Candidate, speaker: Mention | null): Carried {
    const { times, ...roles } = this.carriages.read(candidate);
    const saidAt = dayMeant(times, this.options.publishedAt, this.lexicon.grammar);
    const before = this.utterances.last;
    const goesOn =
      this.lexicon.grammar.continuing.includes(candidate.verb ?? "") || leansOn(candidate, before?.cue ?? null);
    if (!goesOn || !speaker || before?.speaker?.name !== speaker.name) return { ...roles, saidAt };
    return {
      addressees: roles.addressees.length > 0 ? roles.addressees : before.addressees,
      relayedBy: roles.relayedBy.length > 0 ? roles.relayedBy : before.relayedBy,
      channel: roles.channel ?? before.channel,
      saidAt: saidAt ?? before.saidAt,
    };
  }

  private utteranceOf(candidate: Candidate): Utterance | null {
    const content = trimmedContent(this.even, candidate.content, this.lexicon.grammar.complementizers);
    if (content.length === 0) return null;
    const previous = this.utterances.last;
    const floating = candidate.rule.startsWith("floating") ? previous : undefined;
    const turned = candidate.rule === "floating" ? this.referents.turnedTo() : null;
    const described = candidate.speaker ? this.referents.resolve(candidate.speaker) : turned;
    const speaker: Mention | null = described?.mention ?? floating?.speaker ?? null;
    const way = turned ? "turned" : floating ? "floating" : (described?.way ?? "lost");
    const sureness = speakerPrior(way, speaker?.kind ?? "UNKNOWN");
    this.sureness = way === "floating" ? Math.min(this.sureness, sureness) : sureness;
    if (described) this.referents.author(circumstancesOf(candidate, this.lexicon.grammar).list, described);
    const about = this.targets.read(
      candidate,
      this.inFull(described ?? (speaker && describedAgain(speaker, previous))),
    );
    return {
      mode: modeOf(candidate, this.even),
      act: actOf(candidate, stretchesOf(candidate.sentence.units, candidate.content), about, speaker, this.lexicon),
      content,
      cue: candidate.cue,
      verb: candidate.verb,
      speaker,
      role: described?.role ?? null,
      onBehalfOf: described?.body ? [described.body] : [],
      about,
      ...(floating ? carriedLike(floating) : this.carried(candidate, speaker)),
      confidence: patternPrior(candidate.rule) * this.sureness,
      way: speaker && way,
      rule: candidate.rule,
    };
  }
}

/** A floating quotation was said where, when and to whom the one before it was. */
function carriedLike({ addressees, relayedBy, channel, saidAt }: Utterance): Carried {
  return { addressees, relayedBy, channel, saidAt };
}

/** "Said in a statement that C, noting that C": a gerund in the sentence of another verb of saying. */
function leansOn({ sentence: { units }, cue }: Candidate, before: Span | null): boolean {
  if (cue === null || before === null || before.start < (units[0]?.start ?? 0)) return false;
  return units.find(({ end }) => end >= cue.end)?.cue?.forms.has("gerund") === true;
}

function yearOf(publishedAt: string | undefined): number | null {
  const year = /^\d{4}/.exec(publishedAt ?? "")?.[0];
  return year === undefined ? null : Number(year);
}

/** The speaker of a floating quotation, as the statement before it shows them. */
function describedAgain(mention: Mention, previous: Utterance | undefined): Described {
  const body = previous?.onBehalfOf[0] ?? null;
  return { mention, gender: "", number: "", role: previous?.role ?? null, body, way: "floating", description: null };
}

/** Patterns that take only whole quotations, so that a small first letter is the writer's cut. */
const WHOLE_QUOTATIONS = ["quotation-inverted", "incise-in-quotation", "floating"];

/** Direct when every span stands right inside marks and opens like a sentence; indirect without marks. */
function modeOf({ content, sentence, rule }: Candidate, text: string): SpeechMode {
  const { quotations } = sentence;
  const inMarks = (span: Span) => quotations.some(({ inner }) => inner.start <= span.start && span.end <= inner.end);
  const touchesMarks = (span: Span) => quotations.some(({ outer }) => outer.start < span.end && span.start < outer.end);
  if (content.every(inMarks))
    return WHOLE_QUOTATIONS.includes(rule) || opensLikeSentence(text, content) ? "DIRECT" : "MIXED";
  return content.some(touchesMarks) ? "MIXED" : "INDIRECT";
}

function opensLikeSentence(text: string, content: readonly Span[]): boolean {
  const first = /[\p{L}\p{N}]/u.exec(text.slice(content[0]?.start, (content[0]?.start ?? 0) + 12))?.[0] ?? "";
  return first !== first.toLowerCase();
}
