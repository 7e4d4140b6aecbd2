import type { ArticleRecord } from "../model/record.js";
import type { Extraction, Mention, Utterance } from "../model/utterance.js";
import type { ActorKind } from "../model/vocabulary.js";
import { folded } from "./folded.js";
import { resolveActor } from "./resolve-actor.js";
import { withoutSeat } from "./seats.js";

type Pair = readonly [start: number, end: number];

/** One statement as scorers of attribution read it: spans as pairs of UTF-16 offsets, names in the document's language. */
export interface PredictedQuote {
  content_spans: readonly Pair[];
  cue_span: Pair | null;
  /** Null also for a floating quotation, whose speaker stands elsewhere. */
  speaker_span: Pair | null;
  speaker_resolved: string | null;
  type: "direct" | "indirect" | "mixed";
  about: readonly string[];
  addressees: readonly string[];
  relayed_by: readonly string[];
  stance: "POSITIVE" | "NEGATIVE" | null;
  content: string;
  cue: string | null;
  speaker: string | null;
  rule: string;
  confidence: number;
  way: string | null;
  speaker_kind: string | null;
  act: string;
  channel: string | null;
  said_at: string | null;
}

/** What extraction predicts for one document of an annotated corpus. */
export interface Prediction {
  id: string;
  quotes: readonly PredictedQuote[];
}

const STANCES = { SUPPORT: "POSITIVE", OPPOSE: "NEGATIVE", NEUTRAL: null } as const;

/** The prediction for a document, from what extraction found in it. */
export function predictionOf({ id = "", text }: ArticleRecord, { language, utterances }: Extraction): Prediction {
  return { id, quotes: utterances.map((utterance) => quoteOf(text, utterance, language)) };
}

function quoteOf(text: string, utterance: Utterance, language: string): PredictedQuote {
  const { content, cue, speaker, about, addressees, relayedBy, mode } = utterance;
  const names = (mentions: readonly Mention[]) => [...new Set(mentions.map((mention) => nameOf(mention, language)))];
  const stance = about.map((target) => target.stance).find(Boolean);
  return {
    content_spans: content.map(({ start, end }) => [start, end]),
    cue_span: cue && [cue.start, cue.end],
    speaker_span: cue && speaker && [speaker.span.start, speaker.span.end],
    speaker_resolved: speaker && speakerName(speaker, language),
    type: mode.toLowerCase() as PredictedQuote["type"],
    about: names(about),
    addressees: names(addressees),
    relayed_by: names(relayedBy),
    stance: stance ? STANCES[stance] : null,
    content: content.map(({ start, end }) => text.slice(start, end)).join(" … "),
    cue: cue && text.slice(cue.start, cue.end),
    speaker: speaker?.text ?? null,
    rule: utterance.rule,
    confidence: utterance.confidence,
    way: utterance.way,
    speaker_kind: speaker?.kind ?? null,
    act: utterance.act,
    channel: utterance.channel,
    said_at: utterance.saidAt,
  };
}

/** As a speaker a seat is the body that sits there, and a capital after "of" the state: "le gouvernement de Bakou". */
function speakerName(speaker: Mention, language: string): string {
  const { name, kind } = speaker;
  const body = withoutSeat(speaker, language);
  if (body !== speaker) return knownName(body, language)?.name ?? body.name;
  const known = kind === "PERSON" || !isOfCapital(name, language) ? undefined : knownName(speaker, language);
  return known?.name ?? nameOf(speaker, language);
}

/** Whether a description ends in the capital of a state. */
function isOfCapital(name: string, language: string): boolean {
  const last = OF_PLACE.exec(name)?.[1];
  if (last === undefined) return false;
  const state = knownName({ name: last, kind: "UNKNOWN", resolved: true }, language);
  return state?.kind === "COUNTRY" && folded(state.name) !== folded(last);
}

/** The name that is known of a mention's actor in a language. */
function knownName(
  { name, kind, resolved }: Pick<Mention, "name" | "kind" | "resolved">,
  language: string,
): { name: string; kind: ActorKind } | undefined {
  const actor = resolveActor({ name, kind, resolved, language }, "");
  const known = actor.names.find((one) => one.language === language) ?? actor.names[0];
  return actor.known && known ? { name: known.name, kind: actor.kind } : undefined;
}

/** The document's own name where it is one, as of every medium; for initials, capitals, ministries and figures of speech ("Bakou", "OMS", "la diplomatie arménienne") the known one. */
function nameOf(mention: Mention, language: string): string {
  if (mention.kind === "MEDIA") return mention.name;
  const known = knownName(mention, language);
  const own = !known || (known.kind !== "COUNTRY" && isOwnName(mention.name));
  return own ? mention.name : known.name;
}

/** "régime de Damas", "the government in Kabul". */
const OF_PLACE = / (?:de |d['’]|in |of )(\p{Lu}[\p{L}-]+)$/u;

const ARTICLE = /^(?:(?:le|la|les|the)\s+|l['’])/iu;
/** Heads of descriptions that guidelines want as the name of a ministry or presidency in full. */
const OF_MINISTRY = /^(?:minist|diplom|défense |département d|présidence )/iu;

/** A proper name that is more than initials, or a description that says itself what body it means ("l'armée ukrainienne"). */
function isOwnName(name: string): boolean {
  const bare = name.replace(ARTICLE, "");
  if (/ \(\p{Lu}[^)]*\)$/u.test(bare)) return false;
  return !/^[\p{Lu}.]+$/u.test(bare) && !(OF_MINISTRY.test(bare) && !/^\p{Lu}/u.test(bare));
}
