import type { Place } from "../errors.js";
import type { Span } from "./span.js";
import type { ActorKind, Origin, SpeechAct, SpeechMode, Stance } from "./vocabulary.js";

/** A name, or one name per language (ISO 639-1 code). */
export type Names = string | Readonly<Record<string, string>>;

/** The words in texts of a language (ISO 639-1 code; `""`: of any) that mean an event or topic. */
export type Terms = Readonly<Record<string, readonly string[]>>;

/** Somebody a record speaks of: by key, or by any name. `resolved: false` marks a mention that names nobody outside its document. */
export interface ActorReference {
  key?: string;
  name?: string;
  language?: string;
  kind?: ActorKind;
  resolved?: boolean;
  /** The mention as the text has it. */
  asWritten?: string;
  /** Other actors the mention may mean, best first, with a score from 0 to 1. */
  candidates?: readonly { name: string; score: number }[];
}

/** A speaker: whom, and how the saying was worded and carried. */
export interface SpeakerReference extends ActorReference {
  verb?: string;
  channel?: string;
  role?: string;
}

/** What a statement is about: just one of actor, event and topic; event and topic by key or name. */
export interface TargetReference {
  actor?: ActorReference;
  event?: string;
  topic?: string;
  stance?: Stance;
  asWritten?: string;
  /** Where it is mentioned in the document's text. */
  span?: Span;
}

interface Placed {
  /** Where the record was read. */
  readAt: Place;
}

/** An article to be read by extraction. Spans are offsets into `text`, which is stored as it is. */
export interface ArticleRecord extends Placed {
  type: "article";
  id?: string;
  url?: string;
  title?: string;
  outlet?: string;
  author?: string;
  /** ISO 8601 of the precision that is known. */
  publishedAt?: string;
  language?: string;
  collection?: string;
  text: string;
  /** Parts of the text that extraction leaves out: bylines, invitations to comment, newsletters. */
  boilerplate: readonly Span[];
}

/** A document whose statements are known; with `statements` it replaces all that an earlier version brought. */
export interface DocumentRecord extends Placed {
  type: "document";
  key?: string;
  id?: string;
  url?: string;
  title?: string;
  outlet?: string;
  publishedAt?: string;
  language?: string;
  collection?: string;
  text?: string;
  statements?: readonly StatementRecord[];
}

/** One utterance in one document. */
export interface StatementRecord extends Placed {
  type: "statement";
  /** The coding id; with it the statement's identity is document, span and id. */
  id?: string;
  /** Key, id or URL of the document; left out inside a document's `statements`. */
  document?: string;
  text: string;
  mode?: SpeechMode;
  act?: SpeechAct;
  saidAt?: string;
  language?: string;
  /** From 0 to 1; 1 when left out. */
  confidence?: number;
  origin?: Origin;
  speakers: readonly SpeakerReference[];
  onBehalfOf?: readonly ActorReference[];
  about?: readonly TargetReference[];
  addressees?: readonly ActorReference[];
  relayedBy?: readonly ActorReference[];
  collection?: string;
  /** Where the content stands in the document's text. */
  spans?: readonly Span[];
  cueSpan?: Span;
  speakerSpan?: Span;
  /** Name and version of what found the statement, and the rule. */
  extractor?: string;
}

export interface ActorRecord extends Placed {
  type: "actor";
  key?: string;
  name: Names;
  kind?: ActorKind;
  aliases?: readonly string[];
  description?: string;
  wikidataId?: string;
  memberOf?: readonly { actor: string; role?: string; from?: string; to?: string }[];
}

export interface EventRecord extends Placed {
  type: "event";
  key?: string;
  name: Names;
  kind?: string;
  start?: string;
  end?: string;
  place?: string;
  participants?: readonly { actor: string; role?: string }[];
  /** Key or name of the larger event. */
  partOf?: string;
  /** Other names, and the words in a text that mean this event. */
  aliases?: readonly string[];
  terms?: Terms;
}

export interface TopicRecord extends Placed {
  type: "topic";
  key?: string;
  name: Names;
  /** Key or name of the broader topic. */
  broader?: string;
  aliases?: readonly string[];
  terms?: Terms;
}

/** How a correction names a statement: by key, or by its document and the first offset of its content. */
export type StatementReference = string | { document: string; at: number };

/** A judgement of the user's that outlives every later import. */
export type CorrectionRecord = Placed & { type: "correction" } & (
    | { same: readonly [string, string, ...string[]] }
    | { distinct: readonly [string, string, ...string[]] }
    | { statement: StatementReference; speaker: string }
    | { statement: StatementReference; target: string; stance: Stance | null }
    | { statement: StatementReference; retract: true }
  );

/** What every source yields, in the order of the input. */
export type SourceRecord =
  | ArticleRecord
  | DocumentRecord
  | StatementRecord
  | ActorRecord
  | EventRecord
  | TopicRecord
  | CorrectionRecord;
