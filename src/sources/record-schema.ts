import { z } from "zod";
import type { ActorKind, Origin, SpeechAct, SpeechMode, Stance } from "../model/vocabulary.js";
import { ACTOR_KINDS, ORIGINS, SPEECH_ACTS, SPEECH_MODES, STANCES } from "../model/vocabulary.js";
import { isIsoDate } from "./dates.js";
import type { Rule } from "./rules.js";

/** A zod refinement's parameters: the rule that is broken where it fails. */
function breaks(rule: Rule, error: string): { error: string; params: { rule: Rule } } {
  return { error, params: { rule } };
}

/** A text that says something. */
export const words = z.string().regex(/\S/, "give a text that is not empty");
/** A date of the precision that is known. */
export const date = z
  .string()
  .refine(isIsoDate, breaks("bad-date", "give 2023, 2023-09, 2023-09-19 or 2023-09-19T14:30:00Z"))
  .meta({
    description: "ISO 8601 of the precision that is known.",
    pattern: "^\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})?)?)?)?$",
  });
/** The code of a language. */
export const language = z
  .string()
  .regex(/^[a-z]{2,3}$/, "give an ISO 639 code in lower case, such as fr or en")
  .meta({ description: "ISO 639 code: fr, en." });
const url = words.meta({ description: "Address; without its tracking parameters it is the document's identity." });
const collection = words.meta({ description: "Who may see it; `public` when left out." });

const kind = z.enum(Object.keys(ACTOR_KINDS) as ActorKind[]);
const stance = z.enum(Object.keys(STANCES) as Stance[]);

const NAMES_WANTED = 'give a name, or one name per language such as {"fr": "…", "en": "…"}';
const namesByLanguage = z
  .record(z.string().regex(/^([a-z]{2,3})?$/), words)
  .refine((map) => Object.keys(map).length > 0, breaks("bad-value", NAMES_WANTED));
const names = z
  .union([words, namesByLanguage], { error: NAMES_WANTED })
  .meta({ description: 'A name, or one name per language (ISO 639 code; "" for a name in no particular language).' });

const terms = z
  .record(z.string().regex(/^([a-z]{2,3})?$/), z.array(words))
  .meta({ description: 'The words that mean it, in texts of each language (ISO 639 code; "" for any language).' });

const span = z
  .strictObject({ start: z.int().min(0), end: z.int().min(1) })
  .refine(({ start, end }) => start < end, breaks("bad-span", "give a start that is smaller than the end"))
  .meta({ id: "Span", description: "Half-open range of UTF-16 code units of the document's text." });

const readAt = z
  .strictObject({ file: z.string(), line: z.int().optional(), column: z.int().optional() })
  .optional()
  .meta({ description: "Where the record was first read; filled in by the import when left out." });

const reference = {
  key: words.optional(),
  name: words.optional(),
  language: language.optional(),
  kind: kind.optional(),
  resolved: z.boolean().optional().meta({ description: "false: a mention that names nobody outside its document." }),
  asWritten: z.string().optional(),
  candidates: z.array(z.strictObject({ name: words, score: z.number().min(0).max(1) })).optional(),
};

const named = (it: { key?: string; name?: string }): boolean => it.key !== undefined || it.name !== undefined;
const KEY_OR_NAME = breaks("missing-field", "give a key or a name");

const actor = z.strictObject(reference).refine(named, KEY_OR_NAME).meta({ id: "ActorReference" });
const speaker = z
  .strictObject({ ...reference, verb: words.optional(), channel: words.optional(), role: words.optional() })
  .refine(named, KEY_OR_NAME)
  .meta({ id: "SpeakerReference" });

const target = z
  .strictObject({
    actor: actor.optional(),
    event: words.optional(),
    topic: words.optional(),
    stance: stance.optional(),
    asWritten: z.string().optional(),
    span: span.optional().meta({ description: "Where it is mentioned in the text." }),
  })
  .refine(
    (it) => [it.actor, it.event, it.topic].filter((one) => one !== undefined).length === 1,
    breaks("bad-value", "give just one of actor, event and topic"),
  )
  .meta({ id: "TargetReference", description: "Just one of actor, event and topic." });

const article = z.strictObject({
  type: z.literal("article"),
  readAt,
  id: words.optional(),
  url: url.optional(),
  title: z.string().optional(),
  outlet: words.optional(),
  author: words.optional(),
  publishedAt: date.optional(),
  language: language.optional(),
  collection: collection.optional(),
  text: words,
  boilerplate: z
    .array(span)
    .optional()
    .meta({ description: "Parts that extraction leaves out; found by rules when left out." }),
});

const saying = {
  type: z.literal("statement"),
  readAt,
  id: words.optional(),
  text: words,
  mode: z.enum(Object.keys(SPEECH_MODES) as SpeechMode[]).optional(),
  act: z.enum(Object.keys(SPEECH_ACTS) as SpeechAct[]).optional(),
  saidAt: date.optional(),
  language: language.optional(),
  confidence: z.number().min(0).max(1).optional(),
  origin: z.enum(Object.keys(ORIGINS) as Origin[]).optional(),
  speakers: z.array(speaker),
  onBehalfOf: z.array(actor).optional(),
  about: z.array(target).optional(),
  addressees: z.array(actor).optional(),
  relayedBy: z.array(actor).optional(),
  collection: collection.optional(),
  spans: z.array(span).optional(),
  cueSpan: span.optional(),
  speakerSpan: span.optional(),
  extractor: words.optional(),
};

const statement = z.strictObject({
  ...saying,
  document: words.meta({ description: "Key, id or URL of the document that reports it." }),
});

const document = z.strictObject({
  type: z.literal("document"),
  readAt,
  key: words.optional(),
  id: words.optional(),
  url: url.optional(),
  title: z.string().optional(),
  outlet: words.optional(),
  publishedAt: date.optional(),
  language: language.optional(),
  collection: collection.optional(),
  text: z.string().optional(),
  statements: z
    .array(z.strictObject(saying).meta({ id: "StatementInDocument" }))
    .optional()
    .meta({ description: "With it the record replaces all that an earlier version of the document brought." }),
});

const actorRecord = z.strictObject({
  type: z.literal("actor"),
  readAt,
  key: words.optional(),
  name: names,
  kind: kind.optional(),
  aliases: z.array(words).optional(),
  description: words.optional(),
  wikidataId: words.optional(),
  memberOf: z
    .array(z.strictObject({ actor: words, role: words.optional(), from: date.optional(), to: date.optional() }))
    .optional(),
});

const event = z.strictObject({
  type: z.literal("event"),
  readAt,
  key: words.optional(),
  name: names,
  kind: words.optional(),
  start: date.optional(),
  end: date.optional(),
  place: words.optional(),
  participants: z.array(z.strictObject({ actor: words, role: words.optional() })).optional(),
  partOf: words.optional(),
  aliases: z.array(words).optional(),
  terms: terms.optional(),
});

const topic = z.strictObject({
  type: z.literal("topic"),
  readAt,
  key: words.optional(),
  name: names,
  broader: words.optional(),
  aliases: z.array(words).optional(),
  terms: terms.optional(),
});

const judged = z
  .union([words, z.strictObject({ document: words, at: z.int() })], {
    error: 'give a statement\'s key, or {"document": …, "at": …}',
  })
  .meta({ description: "A statement's key, or its document and the first offset of its content." });
const correctionType = { type: z.literal("correction").optional(), readAt };
const sameActors = z.tuple([words, words], words);

/** The five corrections, by the field that tells them apart. */
export const CORRECTIONS = {
  same: z.strictObject({ ...correctionType, same: sameActors }),
  distinct: z.strictObject({ ...correctionType, distinct: sameActors }),
  speaker: z.strictObject({ ...correctionType, statement: judged, speaker: words }),
  stance: z.strictObject({ ...correctionType, statement: judged, target: words, stance: stance.nullable() }),
  retract: z.strictObject({ ...correctionType, statement: judged, retract: z.literal(true) }),
} as const;

/** The records, by their `type`. */
export const RECORDS = { actor: actorRecord, event, topic, document, statement, article } as const;

/** Every record that a line of JSON may hold, without the place where it was read. */
const ANY_RECORD = z.union([...Object.values(RECORDS), ...Object.values(CORRECTIONS)]);
export type RecordInput = z.infer<typeof ANY_RECORD>;

/** The JSON schema (draft 2020-12) of one line of a JSON lines file. */
export function recordSchemaJson(): object {
  const schema = z.toJSONSchema(ANY_RECORD, { io: "input" });
  return { title: "Dixit record", description: "One line of a JSON lines file.", ...schema };
}
