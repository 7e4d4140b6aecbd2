import { contextOf } from "../../model/excerpt.js";
import { encodeNodeId } from "../../model/node-id.js";
import type { Span } from "../../model/span.js";
import type { CypherValue, Row } from "../engine.js";

/** What a statement of a plan brings of one node: its properties, those of the edge that led to it, and what lies below. */
export type NodeRow = Row & { node: Row; edge?: Row; label?: string };

/** The rows of a level, by its position. */
export function rowsAt(row: Row, index: number): readonly NodeRow[] {
  return (row[`c${index}`] as readonly NodeRow[] | undefined) ?? [];
}

export function totalAt(row: Row, index: number): number {
  return Number(row[`t${index}`] ?? 0);
}

/** The spans of a flat list `[start, end, start, end …]`. */
export function spansOf(flat: CypherValue | undefined): Span[] {
  const offsets = Array.isArray(flat) ? flat.map(Number) : [];
  return offsets.flatMap((start, at) => (at % 2 === 0 ? [{ start, end: offsets[at + 1] ?? start }] : []));
}

const MENTION = /(\d+)-(\d+) (\w+):(\S+)/g;

/** Where a report names events and topics: "65-70 Topic:cessez-le-feu 80-89 Event:offensive". */
function mentionsOf(stored: CypherValue | undefined) {
  return [...((stored ?? "") as string).matchAll(MENTION)].map(([, start, end, type = "", key = ""]) => ({
    targetId: encodeNodeId({ type, key }),
    span: { start: Number(start), end: Number(end) },
  }));
}

/**
 * The properties of a REPORTED_IN edge in the shape of a Report. Spans that are as long as their words are not stored, nor,
 * of most documents, the words around the quotation: they are cut from the text.
 */
export function reportOf(edge: Row, text?: CypherValue) {
  const { at, spans, cueSpan, speakerSpan, speakerAt, speaker, quote } = edge;
  return {
    ...edge,
    spans: spansOf(spans ?? placeOf(quote, at)),
    cueSpan: spansOf(cueSpan)[0] ?? null,
    speakerSpan: spansOf(speakerSpan ?? placeOf(speaker, speakerAt))[0] ?? null,
    mentions: mentionsOf(edge.mentions),
    excerpt: typeof quote === "string" ? excerptOf(quote, edge, text) : null,
  };
}

function excerptOf(quote: string, { at, before, after }: Row, text: CypherValue | undefined) {
  if (typeof before === "string" && typeof after === "string") return { before, quote, after };
  return { quote, ...contextOf(quote, Number(at), typeof text === "string" ? text : undefined) };
}

/** Where words stand that begin at a place, if both are known. */
function placeOf(words: CypherValue | undefined, start: CypherValue | undefined): number[] {
  return typeof words === "string" && typeof start === "number" ? [start, start + words.length] : [];
}

/** The properties of a MADE edge in the shape of a Speaking. */
export function speakingOf(edge: Row) {
  const names = (edge.candidates as readonly string[] | null) ?? [];
  const scores = (edge.candidateScores as readonly number[] | null) ?? [];
  return { ...edge, candidates: names.map((name, index) => ({ name, score: scores[index] ?? 0 })) };
}

/** What the counts of an import hold, `{"documents": {"read": 5, …}, …}`, as a list in the same order. */
export function countsOf(json: CypherValue | undefined) {
  const counts: unknown = typeof json === "string" ? JSON.parse(json) : {};
  return Object.entries(counts as Record<string, unknown>)
    .filter(([, count]) => typeof count === "object" && count !== null && "read" in count)
    .map(([kind, count]) => ({ kind, read: 0, new: 0, changed: 0, unchanged: 0, ...(count as object) }));
}

/** The properties of a node in the shape of its GraphQL type. */
export function nodeOf(row: NodeRow) {
  const { node } = row;
  if ("counts" in node) return { ...node, counts: countsOf(node.counts) };
  return "aliases" in node ? { ...node, aliases: node.aliases ?? [] } : node;
}

/** The properties of an edge in the shape of the GraphQL type of its entries. */
export function entryOf(type: string, { edge = {}, node }: NodeRow) {
  if (type === "Report") return reportOf(edge, node.text);
  return type === "Speaking" ? speakingOf(edge) : edge;
}
