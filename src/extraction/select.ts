import type { Span } from "../model/span.js";
import { type Candidate, isAttribution } from "./candidate.js";
import { orderOf } from "./priors.js";
import { is } from "./units.js";

/** The best of a sentence's candidates that do not contradict one another, in the order of the text. */
export function selectConsistent(candidates: readonly Candidate[]): Candidate[] {
  if (candidates.length < 2) return [...candidates];
  const relayed = withRelays(candidates);
  const depth = new Map(
    relayed.map((candidate) => [candidate, relayed.filter((other) => contains(other, candidate)).length]),
  );
  const rank = (candidate: Candidate) => (depth.get(candidate) ?? 0) - orderOf(candidate.rule);
  const ordered = [...relayed].sort((a, b) => rank(a) - rank(b) || firstOffset(a) - firstOffset(b));
  const chosen: Candidate[] = [];
  for (const candidate of ordered) if (chosen.every((other) => agree(candidate, other))) chosen.push(candidate);
  return chosen.sort((a, b) => firstOffset(a) - firstOffset(b));
}

export function firstOffset({ content }: Candidate): number {
  return content[0]?.start ?? 0;
}

/** "Selon l'AFP, S a dit que C": the agency carries S's words. */
function withRelays(candidates: readonly Candidate[]): Candidate[] {
  const dropped = new Set<Candidate>();
  const relays = new Map<Candidate, Candidate>();
  for (const outer of candidates) {
    if (!canRelay(outer)) continue;
    const inner = candidates.find(
      (other) => other !== outer && ((contains(outer, other) && opensWith(outer, other)) || follows(outer, other)),
    );
    if (!inner) continue;
    dropped.add(outer);
    relays.set(inner, outer);
  }
  return candidates
    .filter((candidate) => !dropped.has(candidate))
    .map((candidate) => carriedBy(candidate, relays.get(candidate)));
}

function carriedBy(candidate: Candidate, carrier: Candidate | undefined): Candidate {
  if (!carrier?.speaker) return candidate;
  return {
    ...candidate,
    relays: [...candidate.relays, carrier.speaker],
    adjuncts: [...candidate.adjuncts, ...carrier.adjuncts],
  };
}

function canRelay(candidate: Candidate): boolean {
  const { rule, speaker } = candidate;
  if (!speaker || is(speaker.units[speaker.from], "POSTPRON")) return false;
  if (isAttribution(candidate) || rule === "clause-inverted" || rule === "clause-subject-verb") return true;
  return isOfMedia(candidate);
}

/** "« C », a dit S, rapporte X": a medium named after the speaker of the same words. */
function follows(outer: Candidate, inner: Candidate): boolean {
  if (!outer.cue || !inner.cue || !(isOfMedia(outer) || isAttribution(outer)) || isOfMedia(inner)) return false;
  if (outer.cue.start < inner.cue.end || speakerEnd(inner) > outer.cue.start) return false;
  return (isOfMedia(outer) && firstOffset(outer) === firstOffset(inner)) || inside(inner.cue, outer.content);
}

function isOfMedia({ speaker }: Candidate): boolean {
  return speaker?.units.slice(speaker.from, speaker.to).some((unit) => is(unit, "MEDIA")) ?? false;
}

function speakerEnd({ speaker }: Candidate): number {
  return speaker?.units[speaker.to - 1]?.end ?? Number.POSITIVE_INFINITY;
}

/** The inner statement is what the outer one reports, not an aside further on. */
function opensWith(outer: Candidate, inner: Candidate): boolean {
  const start = firstOffset(outer);
  const begin = Math.min(inner.cue?.start ?? firstOffset(inner), firstOffset(inner), speakerStart(inner));
  return begin - start < 60;
}

function speakerStart({ speaker }: Candidate): number {
  return speaker?.units[speaker.from]?.start ?? Number.POSITIVE_INFINITY;
}

/** Whether the inner one's cue and content stand in the outer one's content. */
function contains(outer: Candidate, inner: Candidate): boolean {
  return (
    outer !== inner &&
    inner.cue !== null &&
    inside(inner.cue, outer.content) &&
    inner.content.every((span) => inside(span, outer.content))
  );
}

function inside(span: Span, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => start <= span.start && span.end <= end);
}

function agree(a: Candidate, b: Candidate): boolean {
  if (a.cue && b.cue && a.cue.start < b.cue.end && b.cue.start < a.cue.end) return false;
  if (a.cue && b.content.some((span) => overlaps(span, a.cue as Span))) return false;
  if (b.cue && a.content.some((span) => overlaps(span, b.cue as Span))) return false;
  return !a.content.some((span) => b.content.some((other) => overlaps(span, other)));
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
