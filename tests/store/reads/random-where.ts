import fc from "fast-check";
import {
  ACTOR_KEYS,
  DATES,
  DOCUMENT_KEYS,
  EVENT_KEYS,
  KINDS,
  LANGUAGES,
  MODES,
  NAMES,
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
);
const names = fc.oneof(
  fc.record({ eq: some(NAMES) }),
  fc.record({ in: fc.subarray([...NAMES]) }),
  fc.record({ contains: some(["e", "ou", "É"]) }),
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

function someOf(of: fc.Arbitrary<Conditions>): fc.Arbitrary<Conditions> {
  return of.map((where) => ({ some: where }));
}

/** The fields, and at lower levels AND, OR and NOT of the same. */
function junctions(of: Record<string, fc.Arbitrary<unknown>>, depth: number): fc.Arbitrary<Conditions> {
  if (depth === 0) return fields(of);
  const below = junctions(of, depth - 1);
  const lists = fc.array(below, { maxLength: 2 });
  return fields({ ...of, AND: lists, OR: lists, NOT: below });
}

const actor = junctions(
  { key: words(ACTOR_KEYS), named: names, kind: words(KINDS), resolved: fc.record({ eq: fc.boolean() }) },
  1,
);
const event = fields({ key: words(EVENT_KEYS), named: fc.constant({ eq: "evenement 1" }), start: dates });
const topic = fields({
  key: words(TOPIC_KEYS),
  named: names,
  broader: fields({ key: words(TOPIC_KEYS), named: names }),
});
const document = junctions(
  {
    key: words(DOCUMENT_KEYS),
    outlet: actor,
    publishedAt: dates,
    language: words(LANGUAGES),
    title: fc.constant({ contains: "titre" }),
  },
  1,
);

const statement = {
  key: words(["s0", "s1", "s2", "s3", "s4"]),
  text: texts,
  mode: words(MODES),
  status: words(["ACTIVE", "RETRACTED"]),
  saidAt: dates,
  language: orNone(words(LANGUAGES)),
  confidence: numbers,
  speakers: someOf(fields({ actor, verb: orNone(words(VERBS)) })),
  about: someOf(fields({ actor, event, topic, stance: orNone(words(STANCE_NAMES)) })),
  addressees: someOf(actor),
  reports: someOf(fields({ document, verb: words(VERBS) })),
};

/** One thing asked of a name or key, which is matched from an index. */
const fromIndex = fc.oneof(
  fc.record({ speakers: someOf(fc.record({ actor: fc.record({ named: names }) })) }),
  fc.record({ addressees: someOf(fc.record({ named: names })) }),
  fc.record({ about: someOf(fc.record({ topic: fc.record({ named: names }) })) }),
  fc.record({ reports: someOf(fc.record({ document: fc.record({ outlet: fc.record({ named: names }) }) })) }),
  fc.record({
    speakers: someOf(fc.record({ actor: fc.record({ key: words(ACTOR_KEYS) }) })),
    about: someOf(fc.record({ actor: fc.record({ named: names }) })),
  }),
);

/** What statements may be asked for. */
export const randomStatementWhere = fc.oneof(
  junctions(statement, 2),
  fc.record({ saidAt: dates }),
  fromIndex,
  fc.record({ AND: fc.array(fromIndex, { minLength: 1, maxLength: 2 }), saidAt: dates }),
);

/** What actors may be asked for. */
export const randomActorWhere = actor;
