import type { Span } from "./span.js";
import type { ActorKind, SpeechAct, SpeechMode, Stance } from "./vocabulary.js";

/** Somebody or something that a text names, and the fullest name the text gives it. */
export interface Mention {
  span: Span;
  /** The mention itself, `text.slice(span.start, span.end)`. */
  text: string;
  /** The fullest name in the document that this mention stands for, or the mention where there is none. */
  name: string;
  kind: ActorKind;
  /** False when the mention names nobody outside this document ("un responsable américain anonyme"). */
  resolved: boolean;
  /** Who else it may stand for when two fit nearly as well, best first, with scores from 0 to 1. */
  candidates?: readonly { name: string; score: number }[];
}

/** One utterance as the extraction rules find it in a text: nothing here depends on anything outside that text and its date. */
export interface Utterance {
  mode: SpeechMode;
  act: SpeechAct;
  /** At least one, in order, not overlapping; more where an incise or a paragraph break splits the content. */
  content: readonly Span[];
  cue: Span | null;
  /** Lemma of the cue: `déclarer`, `selon`, `say`. */
  verb: string | null;
  /** Null only when nobody can be named. A floating quotation has the speaker of the one before, with a null `cue`. */
  speaker: Mention | null;
  /** The speaker's function as written: `porte-parole du ministère de la Défense`. */
  role: string | null;
  onBehalfOf: readonly Mention[];
  about: readonly (Mention & { stance: Stance | null })[];
  addressees: readonly Mention[];
  relayedBy: readonly Mention[];
  channel: string | null;
  /** ISO 8601 of the precision that is known. */
  saidAt: string | null;
  /** From 0 to 1. */
  confidence: number;
  /** Name of the pattern that found it. */
  rule: string;
  /** In which way the speaker was found: `name`, `pronoun`, `role` …; null where there is none. */
  way: string | null;
}

/** What extraction makes of one text. */
export interface Extraction {
  /** ISO 639-1 code of the language the rules were chosen for. */
  language: string;
  /** In the order of their content. */
  utterances: readonly Utterance[];
}
