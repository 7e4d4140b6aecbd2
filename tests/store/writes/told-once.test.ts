import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Properties } from "../../../src/store/contribution.js";
import type { HeldRelation } from "../../../src/store/writes/entry.js";
import { statementNode } from "../../../src/store/writes/statement-node.js";
import { fullRelations, storedRelations } from "../../../src/store/writes/told-once.js";

const STATEMENT = { label: "Statement", key: "s" } as const;
const ACTOR = { label: "Actor", key: "a" } as const;

const words = fc.constantFrom("La paix", "la paix", "La paix, enfin");
const collections = fc.constantFrom(["public"], ["desk"], ["desk", "public"]);
const documents = fc.subarray(["d1", "d2", "d3"], { minLength: 1 });

const context = fc.record({ before: fc.constantFrom("", "Il dit : « "), after: fc.constant("") });
const excerpt = fc.tuple(words, fc.option(context)).map(([quote, around]) => ({ quote, ...around }));
const facts = fc.record(
  {
    text: words,
    mode: fc.constantFrom("DIRECT", "INDIRECT"),
    act: fc.constant("ASSERTION"),
    origin: fc.constantFrom("EXTRACTED", "CODED"),
    saidAt: fc.constantFrom("2023", "2023-09"),
    language: fc.constantFrom("fr", "en"),
    confidence: fc.constantFrom(0.5, 1),
    collections,
  },
  { requiredKeys: ["text", "mode", "act", "origin", "confidence", "collections"] },
);
const report = fc
  .tuple(fc.nat(9), facts, fc.option(excerpt), fc.boolean())
  .map(([at, said, cut, whole]): Properties => {
    if (cut === null)
      return { at: -1 - at, spans: [], speaker: "Bakou", speakerSpan: [at, at + 4 + (at % 2)], ...said };
    const end = at + cut.quote.length;
    return { at, spans: whole ? [at, end] : [at, at + 2, at + 3, end], ...said, ...cut };
  });
const reports = fc
  .uniqueArray(fc.tuple(fc.constantFrom("d1", "d2", "d3"), report), {
    minLength: 1,
    selector: ([document, { at }]) => `${document} ${at}`,
  })
  .map((list) => list.map(([key, properties]) => relation("REPORTED_IN", properties, key)));
const others = fc.array(
  fc
    .tuple(fc.record({ documents, collections }), fc.option(fc.constant(["{}", '{"stance":"OPPOSE"}'])))
    .map(([said, given]) => relation("ABOUT", given ? { ...said, given } : said)),
  { maxLength: 3 },
);

function relation(type: "REPORTED_IN" | "ABOUT", properties: Properties, document?: string): HeldRelation {
  const to = document === undefined ? ACTOR : ({ label: "Document", key: document } as const);
  return { type, from: STATEMENT, to, properties };
}

test("what is stored says all that was said", () => {
  fc.assert(
    fc.property(reports, others, (said, about) => {
      const statement = statementNode(
        "s",
        said.map(({ properties }) => properties),
        false,
      );
      const relations = [...said, ...about];
      const stored = storedRelations(statement, relations);
      expect(fullRelations(statement, stored)).toEqual(relations);
      expect(storedRelations(statement, fullRelations(statement, stored))).toEqual(stored);
    }),
  );
});

test("of a statement with one report, what it says and where it stands is stored once", () => {
  const said = {
    text: "La paix",
    mode: "DIRECT",
    act: "ASSERTION",
    origin: "EXTRACTED",
    confidence: 1,
    collections: ["public"],
  };
  const place = { at: 4, spans: [4, 11], quote: "La paix", verb: "dire" };
  const relations = [
    relation("REPORTED_IN", { ...said, ...place }, "d1"),
    relation("ABOUT", { stance: "OPPOSE", collections: ["public"], documents: ["d1"] }),
    relation("ABOUT", { collections: ["public"], documents: ["d0"] }),
  ];
  const stored = storedRelations(statementNode("s", [{ ...said, ...place }], false), relations);
  expect(stored.map(({ properties }) => properties)).toEqual([
    { at: 4, verb: "dire", confidence: 1 },
    { stance: "OPPOSE" },
    { documents: ["d0"] },
  ]);
});
