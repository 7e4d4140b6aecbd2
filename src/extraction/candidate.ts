import type { Span } from "../model/span.js";
import type { SpeechAct, Stance } from "../model/vocabulary.js";
import type { Adjunct, Adjuncts } from "./adjuncts.js";
import type { Lexicon } from "./lexicon.js";
import type { Phrase } from "./noun-phrase.js";
import type { Sentence } from "./sentences.js";
import type { Unit } from "./units.js";
import type { VerbGroup } from "./verb-group.js";

/** A statement that a pattern proposes, before the best consistent ones are chosen. */
export interface Candidate {
  /** Name of the pattern, a row of `priors.tsv`. */
  rule: string;
  cue: Span | null;
  verb: string | null;
  act: SpeechAct;
  /** Toward whom or what the verb takes a stance, and which. */
  stance: Stance | null;
  /** The object that the stance is about, where the verb has one. */
  object: Phrase | null;
  speaker: Phrase | null;
  content: readonly Span[];
  adjuncts: readonly Adjunct[];
  times: readonly Unit[];
  /** Who carries the words, besides the adjuncts. */
  relays: readonly Phrase[];
  sentence: Sentence;
}

/** What a pattern looks at: one verb of saying in its sentence. */
export interface Saying {
  units: readonly Unit[];
  group: VerbGroup;
  after: Adjuncts;
  /** The subject before the verb, or the one it shares with an earlier verb. */
  subject: Phrase | null;
  /** The subject stands in the sentence right before the verb. */
  ownSubject: Phrase | null;
  sentence: Sentence;
  lexicon: Lexicon;
}

/** What a pattern finds; the rest of the candidate follows from the verb. */
export interface Finding {
  content: readonly Span[];
  speaker: Phrase | null;
  object?: Phrase | null;
  /** Adjuncts found elsewhere than right after the verb. */
  adjuncts?: Adjuncts;
}

/** One way in which news text reports speech. */
export interface Pattern {
  /** A row of `priors.tsv`. */
  name: string;
  find(saying: Saying): Finding | null;
}

/** What shows that something is said, where no verb of the lexicon does. */
export interface Sign {
  rule: string;
  cue: Span | null;
  verb: string | null;
  act?: SpeechAct;
  stance?: Stance | null;
}

/** The candidate of a finding without a verb of saying. */
export function withoutVerb(sentence: Sentence, finding: Finding, { cue, act, stance, ...sign }: Sign): Candidate {
  return {
    ...sign,
    cue: cue && { start: cue.start, end: cue.end },
    act: act ?? "ASSERTION",
    stance: stance ?? null,
    object: finding.object ?? null,
    speaker: finding.speaker,
    content: finding.content,
    adjuncts: finding.adjuncts?.list ?? [],
    times: finding.adjuncts?.times ?? [],
    relays: [],
    sentence,
  };
}

/** "According to S, C", with no verb of saying. */
export function isAttribution({ rule }: Candidate): boolean {
  return rule === "attribution" || rule === "attribution-agent";
}
