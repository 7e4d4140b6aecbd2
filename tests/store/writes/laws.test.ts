import { expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import type { DocumentRecord, SourceRecord, StatementRecord } from "../../../src/model/record.js";
import { ENGINES } from "../../engines.js";
import { Newsroom, openNewsroom, saying, statementBy } from "../../newsroom.js";

// Every run has an empty database of its own, and on a server has to wait until other test files are done with it.
jest.setTimeout(600_000);

const PLACE = { file: "newsroom.jsonl" };
const NAMES = ["Bakou", "Azerbaïdjan", "Erevan", "Alice Dupont", "A. Dupont", "Bob", "AFP"];
const WORDS = [
  "Les soldats russes",
  "la paix",
  "le couloir de Latchine",
  "reste ouvert",
  "n'a jamais été fermé",
  "nous le disons",
  "depuis hier",
  "😀 encore",
];

const name = fc.constantFrom(...NAMES);
const actor = fc.record(
  {
    name,
    language: fc.constantFrom("fr", "en"),
    kind: fc.constantFrom("PERSON", "ORGANIZATION", "UNKNOWN"),
    resolved: fc.constantFrom(true, true, false),
    asWritten: name,
  },
  { requiredKeys: ["name"] },
);
const speaker = fc
  .tuple(
    actor,
    fc.record({ verb: fc.constantFrom("dire", "affirmer"), role: fc.constantFrom("ministre") }, { requiredKeys: [] }),
  )
  .map(([who, how]) => ({ ...who, ...how }));
const stance = fc.constantFrom("SUPPORT", "OPPOSE", "NEUTRAL", undefined);
const span = fc.constantFrom({ start: 0, end: 4 }, { start: 12, end: 17 }, undefined);
const target = fc.oneof(
  fc.record({ actor, stance, span }),
  fc.record({ topic: fc.constantFrom("Cessez-le-feu", "cessez-le-feu", "couloir"), stance, span }),
  fc.record({ event: fc.constantFrom("offensive de 2023", "sommet"), stance, span }),
);
const statement = fc
  .record(
    {
      text: fc.subarray(WORDS, { minLength: 1 }).map((words) => words.join(" ")),
      speakers: fc.array(speaker, { maxLength: 2 }),
      about: fc.array(target, { maxLength: 3 }),
      addressees: fc.array(actor, { maxLength: 1 }),
      relayedBy: fc.array(actor, { maxLength: 1 }),
      onBehalfOf: fc.array(actor, { maxLength: 1 }),
      mode: fc.constantFrom("DIRECT", "INDIRECT", "MIXED"),
      act: fc.constantFrom("ASSERTION", "DEMAND"),
      saidAt: fc.constantFrom("2023", "2023-09", "2023-09-19", "2023-09-20"),
      confidence: fc.constantFrom(0.25, 0.5, 1),
    },
    { requiredKeys: ["text", "speakers"] },
  )
  .map((fields) => ({ ...fields, type: "statement", readAt: PLACE }) as const);
const document = fc
  .record(
    {
      id: fc.constantFrom("d1", "d2", "d3", "d4", "d5"),
      title: fc.constantFrom("Un titre", "Un autre"),
      outlet: fc.constantFrom("AFP", "Le Monde"),
      publishedAt: fc.constantFrom("2023-09", "2023-09-20"),
      collection: fc.constantFrom("public", "desk"),
      statements: fc.array(statement, { maxLength: 4 }),
    },
    { requiredKeys: ["id", "statements"] },
  )
  .chain((fields) => fc.tuple(fc.constant(fields), fc.constantFrom("", " — ", "« ")))
  .map(([fields, opening]): DocumentRecord => ({ ...withText(fields, opening), type: "document", readAt: PLACE }));

/** The text that a document's statements stand in, in their own words, a little more or a little less of them. */
function withText<Fields extends { statements: readonly StatementRecord[] }>(fields: Fields, opening: string) {
  if (opening === "") return fields;
  let text = "";
  const statements = fields.statements.map((said, i) => {
    const start = text.length + opening.length - (i % 2);
    text += `${opening}${said.text} — dit-on. `;
    const end = start + said.text.length;
    const spans =
      i % 3 === 2
        ? [
            { start, end: start + 3 },
            { start: start + 3, end },
          ]
        : [{ start, end }];
    return { ...said, spans, speakerSpan: { start: 0, end: 1 } };
  });
  return { ...fields, text, statements };
}

const documents = fc.uniqueArray(document, { maxLength: 4, selector: ({ id }) => id });

const described: SourceRecord[] = [
  {
    type: "topic",
    name: { fr: "Cessez-le-feu", en: "Ceasefire" },
    aliases: ["trêve"],
    broader: "Paix",
    readAt: { file: "a.jsonl" },
  },
  { type: "topic", name: "Paix", readAt: { file: "a.jsonl" } },
  {
    type: "event",
    key: "sommet",
    name: { fr: "Sommet de Grenade" },
    start: "2023-10",
    participants: [{ actor: "Bakou", role: "hôte" }, { actor: "Bob" }],
    partOf: "offensive de 2023",
    readAt: { file: "a.jsonl" },
  },
  {
    type: "actor",
    name: { fr: "Alice Dupont", en: "Alice of Dupont" },
    kind: "PERSON",
    aliases: ["A. Dupont"],
    memberOf: [{ actor: "AFP", role: "reporter" }],
    readAt: { file: "a.jsonl" },
  },
  { type: "actor", name: "Bob", kind: "GROUP", description: "somebody", readAt: { file: "b.jsonl" } },
  { type: "actor", name: "Bob", kind: "ORGANIZATION", description: "a band", readAt: { file: "a.jsonl" } },
];
const flat: SourceRecord[] = [
  { type: "document", id: "flat", title: "Une table", outlet: "AFP", readAt: PLACE },
  { ...statementBy("Bob", "Ce que dit la table, et rien de plus que cela", { about: "Bakou" }), document: "flat" },
  { ...statementBy("Bakou", "la paix", { topic: "couloir" }), document: "flat" },
  { ...statementBy("Alice Dupont", "Rien", { topic: "couloir" }), document: "elsewhere" },
];
const records = documents.chain((list) =>
  fc.shuffledSubarray<SourceRecord>([...list, ...described, ...flat], { minLength: list.length }),
);

/** Most runs are where they cost least; the other engines have to come to the same graphs. */
const runsOn = ({ name }: (typeof ENGINES)[number]) => ({ numRuns: name === "grafeo memory" ? 25 : 2 });

/** The digest of importing some lists of records one after the other into an empty store, which must be that of what stands there. */
async function digestOf(
  engine: (typeof ENGINES)[number],
  ...imports: readonly (readonly SourceRecord[])[]
): Promise<string> {
  await using newsroom = await openNewsroom(engine);
  for (const list of imports) await newsroom.import(list);
  return await soundDigest(newsroom);
}

async function soundDigest(newsroom: Newsroom): Promise<string> {
  const digest = await newsroom.digest();
  expect(await newsroom.recounted()).toBe(digest);
  return digest;
}

test.each(ENGINES)("$name: importing twice is importing once", async (engine) => {
  await fc.assert(
    fc.asyncProperty(records, async (list) => {
      await using newsroom = await openNewsroom(engine);
      await newsroom.import(list);
      const digest = await soundDigest(newsroom);
      const again = await newsroom.import(list);
      expect(again.written).toEqual({ nodes: 0, relations: 0 });
      expect(await newsroom.digest()).toBe(digest);
    }),
    runsOn(engine),
  );
});

test.each(ENGINES)("$name: the order of records and the size of batches do not matter", async (engine) => {
  const shuffled = records.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([list, other]) => {
      const digest = await digestOf(engine, list);
      expect(await digestOf(engine, other)).toBe(digest);
      expect(await digestOf(engine, ...other.map((record) => [record]))).toBe(digest);
    }),
    runsOn(engine),
  );
});

test.each(ENGINES)("$name: a new version of documents leaves nothing of the old one", async (engine) => {
  await fc.assert(
    fc.asyncProperty(documents, documents, async (first, second) => {
      const kept = first.filter(({ id }) => !second.some((other) => other.id === id));
      const both = await digestOf(engine, [...first, ...described], second);
      expect(both).toBe(await digestOf(engine, [...described, ...kept, ...second]));
    }),
    runsOn(engine),
  );
});

test.each(ENGINES)("$name: taking documents away leaves what was there before them", async (engine) => {
  await fc.assert(
    fc.asyncProperty(documents, documents, async (before, added) => {
      await using newsroom = await openNewsroom(engine);
      await newsroom.import([...described, ...before]);
      const digest = await newsroom.digest();
      const fresh = added.filter(({ id }) => !before.some((other) => other.id === id));
      await newsroom.import(fresh);
      for (const { id = "" } of fresh) await newsroom.remove(id);
      expect(await soundDigest(newsroom)).toBe(digest);
    }),
    runsOn(engine),
  );
});

test("every engine comes to the same graph", async () => {
  const list = [
    ...described,
    ...flat,
    saying("Erevan", "Le couloir reste fermé, dit-on", { about: "Bakou", stance: "OPPOSE", outlet: "AFP" }),
  ];
  const digests = [];
  for (const engine of ENGINES) digests.push(await digestOf(engine, list));
  expect(new Set(digests).size).toBe(1);
});
