import fc from "fast-check";
import {
  ACTOR_KINDS,
  type ActorKind,
  ORIGINS,
  type Origin,
  SPEECH_ACTS,
  SPEECH_MODES,
  type SpeechAct,
  type SpeechMode,
  STANCES,
  type Stance,
} from "../../../src/model/vocabulary.js";
import type { SmallActor, SmallGraph, SmallSpeaker, SmallStatement, SmallTarget } from "./small-graph.js";

export const KINDS = Object.keys(ACTOR_KINDS) as ActorKind[];
export const MODES = Object.keys(SPEECH_MODES) as SpeechMode[];
export const STANCE_NAMES = Object.keys(STANCES) as Stance[];
export const DATES = [
  "2022",
  "2023",
  "2023-08",
  "2023-09",
  "2023-09-18",
  "2023-09-19",
  "2023-09-20",
  "2023-09-20T10:00Z",
  "2024-02-29",
];
export const LANGUAGES = ["fr", "en", "hy"];
export const VERBS = ["dire", "affirmer", "nier"];
export const ACTOR_KEYS = ["a0", "a1", "a2", "a3", "a4", "a5"];
export const EVENT_KEYS = ["e0", "e1"];
export const TOPIC_KEYS = ["t0", "t1", "a0"];
export const DOCUMENT_KEYS = ["d0", "d1", "d2", "d3"];
/** An actor that was merged into a1, and is asked for by its former key and name. */
export const MERGED = "a6";
export const NAMES = ["Élise", "Bakou", "zoé", "Erevan", "personne", "Autrefois"];
export const ACTS = Object.keys(SPEECH_ACTS) as SpeechAct[];
export const ORIGIN_NAMES = Object.keys(ORIGINS) as Origin[];
export const ROLES = ["hôte", "Invité"];
const TEXTS = ["Oui", "Non, jamais", "oui et non", "L’été", "ÉTÉ", ""];

const some = <T>(values: readonly T[]) => fc.constantFrom(...values);
const perhaps = <T>(values: readonly T[]) => fc.option(some(values), { nil: undefined });
const subset = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 3 });

const collections = fc.constantFrom<string[][]>(["public"], ["public"], ["desk"], ["desk", "public"]);

const target: fc.Arbitrary<SmallTarget> = fc.oneof(
  fc.record({
    label: fc.constant("Actor" as const),
    key: some(ACTOR_KEYS),
    stance: perhaps(STANCE_NAMES),
    asWritten: perhaps(NAMES),
    collections,
  }),
  fc.record({
    label: fc.constant("Event" as const),
    key: some(EVENT_KEYS),
    stance: perhaps(STANCE_NAMES),
    asWritten: perhaps(NAMES),
    collections,
  }),
  fc.record({
    label: fc.constant("Topic" as const),
    key: some(TOPIC_KEYS),
    stance: perhaps(STANCE_NAMES),
    asWritten: perhaps(NAMES),
    collections,
  }),
);

const speaker: fc.Arbitrary<SmallSpeaker> = fc.record({
  actor: some(ACTOR_KEYS),
  verb: perhaps(VERBS),
  channel: perhaps(["post", "interview"]),
  role: perhaps(ROLES),
  asWritten: perhaps(NAMES),
  collections,
});

const report = fc.record({
  document: some(DOCUMENT_KEYS),
  at: fc.nat(3),
  verb: perhaps(VERBS),
  speaker: perhaps(NAMES),
  extractor: perhaps(["dixit 1", "hand"]),
  confidence: fc.constantFrom(0.25, 0.5, 1),
});

const statement: fc.Arbitrary<Omit<SmallStatement, "key">> = fc.record({
  text: some(TEXTS),
  mode: some(MODES),
  act: some(ACTS),
  origin: some(ORIGIN_NAMES),
  status: fc.constantFrom("ACTIVE", "ACTIVE", "ACTIVE", "RETRACTED"),
  saidAt: perhaps(DATES),
  language: perhaps(LANGUAGES),
  confidence: fc.constantFrom(0.25, 0.5, 1),
  collections,
  speakers: fc.uniqueArray(speaker, { selector: ({ actor }) => actor, maxLength: 2 }),
  about: fc.uniqueArray(target, { selector: ({ label, key }) => `${label} ${key}`, maxLength: 3 }),
  addressees: subset(ACTOR_KEYS),
  onBehalfOf: subset(ACTOR_KEYS),
  relayedBy: subset(ACTOR_KEYS),
  reports: fc.uniqueArray(report, {
    selector: ({ document, at }) => `${document} ${at}`,
    maxLength: 3,
  }),
});

/** A graph of some size in which every combination of what filters ask is likely. */
export const randomGraph: fc.Arbitrary<SmallGraph> = fc
  .record({
    kinds: fc.array(some(KINDS), { minLength: 6, maxLength: 6 }),
    members: fc.array(subset(ACTOR_KEYS), { minLength: 6, maxLength: 6 }),
    participants: fc.array(subset(ACTOR_KEYS), { minLength: 2, maxLength: 2 }),
    statements: fc.array(statement, { minLength: 120, maxLength: 120 }),
  })
  .map(({ kinds, members, participants, statements }) => ({
    actors: [...ACTOR_KEYS.map((key, index) => actor(key, index, kinds, members)), merged],
    events: EVENT_KEYS.map((key, index) => ({
      key,
      name: `Événement ${index}`,
      kind: "war",
      start: DATES[index + 3] ?? "2023",
      ...(index === 0 ? { place: "Bakou" } : { end: "2023-09-20", partOf: "e0" }),
      participants: (participants[index] ?? []).map((each, at) => ({ actor: each, role: ROLES[at % 2] ?? "" })),
    })),
    topics: TOPIC_KEYS.map((key, index) => ({
      key,
      name: index === 0 ? "Bakou" : `Thème ${index}`,
      ...(index > 0 && { broader: "t0" }),
    })),
    documents: DOCUMENT_KEYS.map((key, index) => ({
      key,
      title: `Titre ${index}`,
      language: LANGUAGES[index % 2] ?? "fr",
      ...(index < 3 && { outlet: ACTOR_KEYS[index] ?? "a0", publishedAt: DATES[index + 4] ?? "2023" }),
      ...(index > 0 && { url: `https://news.example/${index}` }),
      collection: index === 2 ? "desk" : "public",
    })),
    statements: statements.map((each, index) => ({ key: `s${index}`, ...each })),
  }));

const merged: SmallActor = { key: MERGED, name: "Autrefois", mergedInto: "a1" };

function actor(key: string, index: number, kinds: ActorKind[], members: string[][]): SmallActor {
  return {
    key,
    name: NAMES[index % 4] ?? key,
    aliases: index === 5 ? ["Erevan", "Bakou"] : [],
    kind: kinds[index] ?? "UNKNOWN",
    resolved: index !== 4,
    ...(index < 2 && { wikidataId: `Q${index}`, description: "Un pays" }),
    memberOf: (members[index] ?? []).map((organisation) => ({ organisation, role: ROLES[index % 2] ?? "" })),
  };
}
