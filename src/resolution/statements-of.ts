import type {
  ActorReference,
  ArticleRecord,
  SpeakerReference,
  StatementRecord,
  TargetReference,
} from "../model/record.js";
import type { Span } from "../model/span.js";
import type { Extraction, Mention, Utterance } from "../model/utterance.js";
import type { Codebook } from "./codebook.js";
import { isOneOfMany, resolveActor } from "./resolve-actor.js";
import { withoutSeat } from "./seats.js";

/** Name and version of the rules, before the name of the pattern. */
const EXTRACTOR = "rules/1";

/** The statements of an article as records, one by one: names, spans and references; with a codebook, also events and topics. */
export function* statementsOf(
  article: ArticleRecord,
  { language, utterances }: Extraction,
  codebook?: Codebook,
): Generator<StatementRecord> {
  for (const utterance of utterances) yield statementOf(article, language, utterance, codebook);
}

function statementOf(
  article: ArticleRecord,
  language: string,
  utterance: Utterance,
  codebook?: Codebook,
): StatementRecord {
  const text = utterance.content.map(({ start, end }) => article.text.slice(start, end)).join(" ");
  const { speaker, cue, saidAt } = utterance;
  return {
    type: "statement",
    readAt: article.readAt,
    text,
    mode: utterance.mode,
    act: utterance.act,
    language,
    confidence: utterance.confidence,
    origin: "EXTRACTED",
    speakers: speaker ? [speakerReference(speaker, utterance, language, codebook)] : [],
    onBehalfOf: references(utterance.onBehalfOf, language, codebook),
    about: [...targets(utterance, language, codebook), ...terms(article.text, language, utterance.content, codebook)],
    addressees: references(utterance.addressees, language, codebook),
    relayedBy: references(utterance.relayedBy, language, codebook),
    spans: utterance.content,
    extractor: `${EXTRACTOR} ${utterance.rule}`,
    ...(saidAt === null ? {} : { saidAt }),
    ...(cue === null ? {} : { cueSpan: cue }),
    ...(speaker === null || utterance.cue === null ? {} : { speakerSpan: speaker.span }),
    ...(article.collection === undefined ? {} : { collection: article.collection }),
  };
}

function speakerReference(
  speaker: Mention,
  { verb, role, channel }: Utterance,
  language: string,
  codebook?: Codebook,
): SpeakerReference {
  return {
    ...reference(withoutSeat(speaker, language), language, codebook),
    ...(speaker.candidates?.length ? { candidates: speaker.candidates } : {}),
    ...(verb === null ? {} : { verb }),
    ...(role === null ? {} : { role }),
    ...(channel === null ? {} : { channel }),
  };
}

/** A mention by its name, which may name nobody outside its document; by key where the user declared whom the name means, and the name alone would not lead there. */
function reference({ name, kind, resolved, text }: Mention, language: string, codebook?: Codebook): ActorReference {
  const named = resolved && !isOneOfMany(name, kind, language);
  const found: ActorReference = { name, language, kind, resolved: named, asWritten: text };
  const key = codebook?.findActor(name);
  if (key === undefined || resolveActor(found, "").key === key) return found;
  return { key, name, language, kind, resolved: true, asWritten: text };
}

/** Each actor once, also when two names mean one ("Bakou", "l'Azerbaïdjan"). */
function references(mentions: readonly Mention[], language: string, codebook?: Codebook): ActorReference[] {
  return oncePerActor(mentions, language, codebook).map(({ actor }) => actor);
}

function targets({ about }: Utterance, language: string, codebook?: Codebook): TargetReference[] {
  return oncePerActor(about, language, codebook).map(({ mention, actor }) => ({
    actor,
    asWritten: mention.text,
    span: mention.span,
    ...(mention.stance === null ? {} : { stance: mention.stance }),
  }));
}

function oncePerActor<T extends Mention & { stance?: unknown }>(
  mentions: readonly T[],
  language: string,
  codebook?: Codebook,
): { mention: T; actor: ActorReference }[] {
  const kept = new Map<string, { mention: T; actor: ActorReference }>();
  for (const mention of mentions) {
    const actor = reference(mention, language, codebook);
    const { key } = resolveActor(actor, "");
    const earlier = kept.get(key);
    if (!earlier || (!earlier.mention.stance && mention.stance)) kept.set(key, { mention, actor });
  }
  return [...kept.values()];
}

function terms(text: string, language: string, content: readonly Span[], codebook?: Codebook): TargetReference[] {
  return (codebook?.find(text, language, content) ?? []).map(({ type, key, asWritten, span }) => ({
    [type]: key,
    asWritten,
    span,
  }));
}
