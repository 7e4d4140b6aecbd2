import { keptExcerpt } from "../model/excerpt.js";
import type { SpeakerReference, StatementRecord, TargetReference } from "../model/record.js";
import type { Span } from "../model/span.js";
import { PUBLIC_COLLECTION } from "../model/vocabulary.js";
import type { NodeReference } from "../store/contribution.js";
import type { ContributionBuilder, Drafted } from "./contribution-builder.js";
import { daysOf } from "./dates.js";
import { codedStatementKey, statementKey, termKey } from "./keys.js";
import { BrokenRule } from "./rules.js";

/** The document that a statement is reported in, as far as the statement needs it. */
export interface ReportingDocument {
  node: NodeReference;
  text?: string;
  language?: string;
  collection?: string;
  /** First day of what is known of its date; "" when undated. */
  publishedDay: string;
}

/** How a statement reaches the graph. */
export interface Bringing {
  /** Offset of a report without spans: -1-n for the nth of the document. */
  spanless: number;
  /** True for a flat record, which outlives new versions of its document. */
  standing: boolean;
}

/** Adds one statement, its report and all its relations. */
export function addStatement(
  builder: ContributionBuilder,
  document: ReportingDocument,
  record: StatementRecord,
  { spanless, standing }: Bringing,
): void {
  checkWords(record);
  const spans = soundSpans(record, document.text);
  const day = daysOf(record.saidAt).first || document.publishedDay;
  const collections = [record.collection ?? document.collection ?? PUBLIC_COLLECTION];
  const actorOf = (reference: SpeakerReference) =>
    builder.actorIn(document.node, withLanguage(reference, record.language ?? document.language), standing);
  const speakers = record.speakers.map(actorOf);
  const key = keyOf(record, document, spans, speakers, day);
  const statement = builder.reference("Statement", key);
  const targets = (record.about ?? []).map((target) => ({
    target,
    node: target.actor ? actorOf(target.actor) : termOf(builder, document, target, standing),
  }));
  builder.relation("REPORTED_IN", statement, document.node, {
    at: spans[0] ?? spanless,
    ...reportOf(record, document, spans),
    mentions: mentionsOf(targets),
    collections,
  });
  record.speakers.forEach((reference, i) => {
    const { verb, channel, role } = reference;
    builder.relation("MADE", speakers[i] as NodeReference, statement, {
      verb,
      channel,
      role,
      ...mentionOf(reference),
      collections,
    });
  });
  for (const [type, references] of [
    ["ON_BEHALF_OF", record.onBehalfOf],
    ["ADDRESSED_TO", record.addressees],
    ["RELAYED_BY", record.relayedBy],
  ] as const) {
    for (const reference of references ?? []) {
      builder.relation(type, statement, actorOf(reference), { ...mentionOf(reference), collections });
    }
  }
  for (const { target, node } of targets) {
    const asWritten = target.asWritten ?? target.actor?.asWritten;
    builder.relation("ABOUT", statement, node, { stance: target.stance, asWritten, collections });
  }
}

/** Breaks `bad-name` or `bad-value` before anything of the statement is taken up. */
function checkWords({ text, about = [] }: StatementRecord): void {
  const terms = about.map((target) => target.event ?? target.topic ?? target.actor?.name ?? target.actor?.key);
  for (const words of [text, ...terms]) {
    if (words === undefined)
      throw new BrokenRule("bad-value", "a target is just one of actor, event and topic; give one");
    if (!WORD.test(words)) throw new BrokenRule("bad-name", `${JSON.stringify(words)} has neither letter nor digit`);
  }
}

const WORD = /[\p{L}\p{N}]/u;

function withLanguage(reference: SpeakerReference, language: string | undefined): SpeakerReference {
  return reference.language !== undefined || language === undefined ? reference : { ...reference, language };
}

function keyOf(
  { id, text }: StatementRecord,
  document: ReportingDocument,
  spans: readonly number[],
  speakers: readonly NodeReference[],
  day: string,
): string {
  if (id !== undefined) return codedStatementKey(text, document.node.key, spans, id);
  return statementKey({ text, speakers: speakers.map(({ key }) => key), day });
}

function reportOf(record: StatementRecord, document: ReportingDocument, spans: readonly number[]): Drafted {
  const [speaker] = record.speakers;
  const excerpt =
    document.text !== undefined && record.spans?.length ? keptExcerpt(document.text, record.spans) : undefined;
  return {
    spans: spans as number[],
    cueSpan: pairOf(record.cueSpan),
    speakerSpan: pairOf(record.speakerSpan),
    verb: speaker?.verb,
    speaker: speaker?.asWritten ?? speaker?.name,
    ...excerpt,
    extractor: record.extractor,
    confidence: record.confidence ?? 1,
    text: record.text,
    mode: record.mode ?? "INDIRECT",
    act: record.act ?? "ASSERTION",
    saidAt: record.saidAt,
    language: record.language ?? document.language,
    origin: record.origin ?? "IMPORTED",
  };
}

/** Where the document names the events and topics that the statement is about, in the order of the text. */
function mentionsOf(targets: readonly { target: TargetReference; node: NodeReference }[]): string | undefined {
  const placed = targets.flatMap(({ target: { span }, node }) =>
    span && node.label !== "Actor" ? [{ span, name: `${node.label}:${node.key}` }] : [],
  );
  placed.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.name < b.name ? -1 : 1));
  const mentions = placed.map(({ span, name }) => `${span.start}-${span.end} ${name}`);
  return mentions.length > 0 ? [...new Set(mentions)].join(" ") : undefined;
}

/** The spans as one list of offsets. Breaks `bad-span` when they are out of order or outside the text. */
function soundSpans({ spans = [], cueSpan, speakerSpan, about = [] }: StatementRecord, text?: string): number[] {
  const end = text?.length ?? Number.POSITIVE_INFINITY;
  for (const span of [cueSpan, speakerSpan, ...about.map((target) => target.span)]) if (span) checkSpan(span, 0, end);
  let from = 0;
  for (const span of spans) {
    checkSpan(span, from, end);
    from = span.end;
  }
  return spans.flatMap((span) => [span.start, span.end]);
}

function checkSpan({ start, end }: Span, from: number, to: number): void {
  if (Number.isInteger(start) && Number.isInteger(end) && start >= from && end > start && end <= to) return;
  const bounds = Number.isFinite(to) ? `${from} and ${to}` : `${from} and the end of the text`;
  throw new BrokenRule(
    "bad-span",
    `the span ${start}-${end} does not lie between ${bounds}; spans are UTF-16 offsets, in order`,
  );
}

function pairOf(span: Span | undefined): number[] | undefined {
  return span && [span.start, span.end];
}

function mentionOf({ asWritten, candidates }: SpeakerReference): Drafted {
  if (!candidates || candidates.length === 0) return { asWritten };
  const ranked = candidates.toSorted((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
  return { asWritten, candidates: ranked.map(({ name }) => name), candidateScores: ranked.map(({ score }) => score) };
}

/** An event or topic by key or name; a name that is not also its key is why the document lets it be known so. */
function termOf(
  builder: ContributionBuilder,
  document: ReportingDocument,
  target: TargetReference,
  standing: boolean,
): NodeReference {
  const term = (target.event ?? target.topic) as string;
  const node = builder.reference(target.event === undefined ? "Topic" : "Event", termKey(term));
  if (term !== node.key)
    builder.relation("NAMED_IN", node, document.node, { names: [`|${term}`], standing: standing || undefined });
  return node;
}
