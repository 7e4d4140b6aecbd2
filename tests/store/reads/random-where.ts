import fc from "fast-check";
import {
  ACTOR_KEYS,
  ACTS,
  DATES,
  DOCUMENT_KEYS,
  EVENT_KEYS,
  KINDS,
  LANGUAGES,
  MERGED,
  MODES,
  NAMES,
  ORIGIN_NAMES,
  ROLES,
  STANCE_NAMES,
  TOPIC_KEYS,
  VERBS,
} from "./random-graph.js";

/** Conditions as a caller writes them. */
export type Conditions = { [field: string]: unknown };

const some = <T>(values: readonly T[]) => fc.constantFrom(...values);

function words(values: readonly string[]): fc.Arbitrary<Conditions> {
  return fc.oneof(fc.record({ eq: some(values) }), fc.record({ in: fc.subarray([...values]) }));
}

function orNone(filter: fc.Arbitrary<Conditions>): fc.Arbitrary<Conditions> {
  return fc.oneof({ arbitrary: filter, weight: 5 }, { arbitrary: fc.constant({ eq: null }), weight: 1 });
}

const date = some(DATES);
const dates = orNone(
  fc.oneof(
    fc.record({ eq: date }),
    fc.record({ gte: date }),
    fc.record({ lte: date }),
    fc.record({ gt: date }),
    fc.record({ lt: date }),
    fc.record({ gte: date, lte: date }),
  ),
);
const texts = fc.oneof(
  fc.record({ contains: fc.constantFrom("OUI", "é", "n", "") }),
  fc.record({ startsWith: fc.constantFrom("oui", "N", "L’") }),
  fc.record({ eq: fc.constantFrom("Oui", "oui") }),
  fc.record({ in: fc.subarray(["Oui", "Bakou", "hôte", "post"]) }),
  fc.record({ contains: fc.constantFrom("ô", "O"), startsWith: fc.constantFrom("o", "h") }),
);
const names = fc.oneof(
  fc.record({ eq: some(NAMES) }),
  fc.record({ in: fc.subarray([...NAMES]) }),
  fc.record({ contains: some(["e", "ou", "É"]) }),
  fc.record({ startsWith: some(["e", "Z", "é"]) }),
);
const numbers = fc.oneof(
  fc.record({ gt: fc.constant(0.5) }),
  fc.record({ lte: fc.constant(0.5) }),
  fc.record({ eq: fc.constant(1) }),
  fc.record({ gte: fc.constant(0.3), lt: fc.constant(1) }),
);

/** One or two of the fields, sometimes none. */
function fields(of: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Conditions> {
  return fc
    .subarray(Object.keys(of), { maxLength: 2 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, of[name] as fc.Arbitrary<unknown>]))));
}

/** A quantifier, or two of them. */
function listOf(of: fc.Arbitrary<Conditions>): fc.Arbitrary<Conditions> {
  return fc.oneof(
    { arbitrary: fc.record({ some: of }), weight: 4 },
    { arbitrary: fc.record({ none: of }), weight: 2 },
    { arbitrary: fc.record({ every: of }), weight: 2 },
    { arbitrary: fc.record({ some: of, none: of }), weight: 1 },
    { arbitrary: fc.record({ some: of, every: of }), weight: 1 },
  );
}

/** The fields, and besides them AND, OR and NOT of the same. */
function junctions(of: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Conditions> {
  const plain = fields(of);
  const lists = fc.array(plain, { maxLength: 2 });
  return fields({ ...of, AND: lists, OR: lists, NOT: plain });
}

/** What nodes of each type may be asked for, over as many relations in a row as `depth` says. */
function wheres(
  depth: number,
): Record<"actor" | "event" | "topic" | "document" | "statement", fc.Arbitrary<Conditions>> {
  const below = depth === 0 ? undefined : wheres(depth - 1);
  const related = (of: (to: NonNullable<typeof below>) => Record<string, fc.Arbitrary<unknown>>) =>
    below === undefined ? {} : of(below);
  return {
    actor: junctions({
      key: words([...ACTOR_KEYS, MERGED]),
      named: names,
      kind: words(KINDS),
      resolved: fc.record({ eq: fc.boolean() }),
      wikidataId: orNone(words(["Q0", "Q1"])),
      description: texts,
      ...related(({ statement, actor, event }) => ({
        statements: listOf(statement),
        statementsAbout: listOf(statement),
        memberOf: listOf(fields({ organisation: actor, role: texts })),
        involvedIn: listOf(fields({ event, role: words(ROLES) })),
      })),
    }),
    event: junctions({
      key: words(EVENT_KEYS),
      named: fc.constant({ eq: "evenement 1" }),
      kind: words(["war", "peace"]),
      place: texts,
      start: dates,
      end: dates,
      ...related(({ statement, actor, event }) => ({
        statementsAbout: listOf(statement),
        participants: listOf(fields({ actor, role: words(ROLES) })),
        partOf: event,
      })),
    }),
    topic: junctions({
      key: words(TOPIC_KEYS),
      named: names,
      ...related(({ statement, topic }) => ({
        broader: topic,
        narrower: listOf(topic),
        statementsAbout: listOf(statement),
      })),
    }),
    document: junctions({
      key: words(DOCUMENT_KEYS),
      title: fc.constant({ contains: "titre" }),
      url: texts,
      publishedAt: dates,
      language: words(LANGUAGES),
      collection: words(["public", "desk"]),
      contentHash: words(DOCUMENT_KEYS),
      ...related(({ statement, actor }) => ({ outlet: actor, statements: listOf(statement) })),
    }),
    statement: junctions({
      key: words(["s0", "s1", "s2", "s3", "s4"]),
      text: texts,
      mode: words(MODES),
      act: words(ACTS),
      origin: words(ORIGIN_NAMES),
      status: words(["ACTIVE", "RETRACTED"]),
      saidAt: dates,
      language: orNone(words(LANGUAGES)),
      confidence: numbers,
      ...related(({ actor, event, topic, document }) => ({
        speakers: listOf(fields({ actor, verb: orNone(words(VERBS)), channel: texts, role: texts, asWritten: texts })),
        onBehalfOf: listOf(actor),
        about: listOf(fields({ actor, event, topic, stance: orNone(words(STANCE_NAMES)), asWritten: texts })),
        addressees: listOf(actor),
        relayedBy: listOf(actor),
        reports: listOf(
          fields({ document, verb: words(VERBS), speaker: texts, extractor: texts, confidence: numbers }),
        ),
      })),
    }),
  };
}

const { actor, event, topic, document, statement } = wheres(3);
const someOf = (of: fc.Arbitrary<Conditions>) => of.map((where) => ({ some: where }));
const named = fc.record({ named: names });
const keyed = fc.record({ key: words([...ACTOR_KEYS, MERGED]) });

/** One thing asked of a name or key, which is matched from an index, perhaps over several relations. */
const fromIndex = fc.oneof(
  fc.record({ speakers: someOf(fc.record({ actor: named })) }),
  fc.record({ addressees: someOf(named) }),
  fc.record({ about: someOf(fc.record({ topic: named })) }),
  fc.record({ reports: someOf(fc.record({ document: fc.record({ outlet: named }) })) }),
  fc.record({
    speakers: someOf(
      fc.record({ actor: fc.record({ memberOf: someOf(fc.record({ organisation: fc.oneof(named, keyed) })) }) }),
    ),
  }),
  fc.record({
    about: someOf(
      fc.record({
        actor: fc.record({ involvedIn: someOf(fc.record({ event: fc.record({ key: words(EVENT_KEYS) }) })) }),
        stance: words(STANCE_NAMES),
      }),
    ),
  }),
  fc.record({
    speakers: someOf(
      fc.record({ actor: fc.record({ statementsAbout: someOf(fc.record({ addressees: someOf(keyed) })) }) }),
    ),
  }),
  fc.record({
    speakers: someOf(fc.record({ actor: keyed })),
    about: someOf(fc.record({ actor: named })),
  }),
);

/** What statements may be asked for. */
export const randomStatementWhere = fc.oneof(
  statement,
  fc.record({ saidAt: dates }),
  fromIndex,
  fc.record({ AND: fc.array(fromIndex, { minLength: 1, maxLength: 3 }), saidAt: dates }),
  fc.record({ OR: fc.array(fromIndex, { minLength: 1, maxLength: 3 }) }),
  fc.record({ OR: fc.array(fc.oneof(fromIndex, statement), { minLength: 1, maxLength: 2 }), NOT: fromIndex }),
);

/** What nodes of the other types may be asked for, by the root field that lists them. */
export const RANDOM_WHERES = { actors: actor, events: event, topics: topic, documents: document };
