import fc from "fast-check";
import {
  ACTOR_KINDS,
  type ActorKind,
  SPEECH_MODES,
  type SpeechMode,
  STANCES,
  type Stance,
} from "../../../src/model/vocabulary.js";
import type { SmallGraph, SmallStatement, SmallTarget } from "./small-graph.js";

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
export const NAMES = ["Élise", "Bakou", "zoé", "Erevan", "personne"];
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
    collections,
  }),
  fc.record({
    label: fc.constant("Event" as const),
    key: some(EVENT_KEYS),
    stance: perhaps(STANCE_NAMES),
    collections,
  }),
  fc.record({
    label: fc.constant("Topic" as const),
    key: some(TOPIC_KEYS),
    stance: perhaps(STANCE_NAMES),
    collections,
  }),
);

const statement: fc.Arbitrary<Omit<SmallStatement, "key">> = fc.record({
  text: some(TEXTS),
  mode: some(MODES),
  status: fc.constantFrom("ACTIVE", "ACTIVE", "ACTIVE", "RETRACTED"),
  saidAt: perhaps(DATES),
  language: perhaps(LANGUAGES),
  confidence: fc.constantFrom(0.25, 0.5, 1),
  collections,
  speakers: fc.uniqueArray(fc.record({ actor: some(ACTOR_KEYS), verb: perhaps(VERBS), collections }), {
    selector: ({ actor }) => actor,
    maxLength: 2,
  }),
  about: fc.uniqueArray(target, { selector: ({ label, key }) => `${label} ${key}`, maxLength: 3 }),
  addressees: subset(ACTOR_KEYS),
  reports: fc.uniqueArray(fc.record({ document: some(DOCUMENT_KEYS), at: fc.nat(3), verb: perhaps(VERBS) }), {
    selector: ({ document, at }) => `${document} ${at}`,
    maxLength: 3,
  }),
});

/** A graph of some size in which every combination of what filters ask is likely. */
export const randomGraph: fc.Arbitrary<SmallGraph> = fc
  .record({
    kinds: fc.array(some(KINDS), { minLength: 6, maxLength: 6 }),
    statements: fc.array(statement, { minLength: 120, maxLength: 120 }),
  })
  .map(({ kinds, statements }) => ({
    actors: ACTOR_KEYS.map((key, index) => ({
      key,
      name: NAMES[index % 4] ?? key,
      aliases: index === 5 ? ["Erevan", "Bakou"] : [],
      kind: kinds[index] ?? "UNKNOWN",
      resolved: index !== 4,
    })),
    events: EVENT_KEYS.map((key, index) => ({ key, name: `Événement ${index}`, start: DATES[index + 3] ?? "2023" })),
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
      collection: index === 2 ? "desk" : "public",
    })),
    statements: statements.map((each, index) => ({ key: `s${index}`, ...each })),
  }));
