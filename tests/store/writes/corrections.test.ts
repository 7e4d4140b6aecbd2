import { expect, test } from "@jest/globals";
import type { CorrectionRecord, SourceRecord } from "../../../src/model/record.js";
import { ENGINES } from "../../engines.js";
import { type Newsroom, openNewsroom, saying } from "../../newsroom.js";

const readAt = { file: "corrections.jsonl" };
const LONG = "Le couloir de Latchine n'a jamais été fermé, contrairement à ce qui se dit";

const NEWS: SourceRecord[] = [
  saying("Alice Dupont", LONG, { about: "Bakou", stance: "SUPPORT", in: "d1", outlet: "AFP" }),
  saying("A. Dupont", LONG, { about: "Bakou", in: "d2", outlet: "Agence France-Presse" }),
  saying("Bob", "Alice Dupont se trompe, comme elle le fait depuis des années", {
    about: "A. Dupont",
    stance: "OPPOSE",
    in: "d3",
  }),
  { type: "actor", name: "A. Dupont", kind: "PERSON", memberOf: [{ actor: "AFP" }], readAt: { file: "people.jsonl" } },
];

type Correction = CorrectionRecord extends infer C ? (C extends unknown ? Omit<C, "type" | "readAt"> : never) : never;

function correction(judged: Correction): CorrectionRecord {
  return { ...judged, type: "correction", readAt } as CorrectionRecord;
}

/** Each correction, with the keys of the newsroom's statements where it needs them. */
const CORRECTIONS: Record<string, CorrectionRecord> = {
  same: correction({ same: ["Alice Dupont", "A. Dupont"] }),
  distinct: correction({ distinct: ["Alice Dupont", "Bob"] }),
  speaker: correction({ statement: { document: "d3", at: -1 }, speaker: "Carole" }),
  "speaker of the gazetteer": correction({ statement: { document: "d1", at: -1 }, speaker: "Erevan" }),
  stance: correction({ statement: { document: "d1", at: -1 }, target: "Bakou", stance: "OPPOSE" }),
  "no stance": correction({ statement: { document: "d3", at: -1 }, target: "A. Dupont", stance: null }),
  retract: correction({ statement: { document: "d2", at: -1 }, retract: true }),
};

const CASES = ENGINES.flatMap((engine) =>
  Object.keys(CORRECTIONS).map((name) => ({ engine: engine.name, open: engine, name })),
);

async function imported(newsroom: Newsroom, ...lists: readonly (readonly SourceRecord[])[]): Promise<string> {
  for (const list of lists) expect((await newsroom.import(list)).problems).toEqual([]);
  const digest = await newsroom.digest();
  expect(await newsroom.recounted()).toBe(digest);
  return digest;
}

test.each(CASES)("$engine, $name: correcting after an import is correcting before it", async ({ open, name }) => {
  const correct = CORRECTIONS[name] as CorrectionRecord;
  let after: string;
  {
    await using newsroom = await openNewsroom(open);
    after = await imported(newsroom, NEWS, [correct]);
    expect(await imported(newsroom, [correct], NEWS)).toBe(after);
  }
  await using newsroom = await openNewsroom(open);
  expect(await imported(newsroom, [correct], NEWS)).toBe(after);
});

test.each(ENGINES)(
  "$name: the statements of a merged actor are those of the kept one, and its names lead there",
  async (engine) => {
    await using newsroom = await openNewsroom(engine);
    await newsroom.import([...NEWS, CORRECTIONS.same as CorrectionRecord]);
    const made = await newsroom.read(
      "MATCH (a:Actor)-[r:MADE]->(s:Statement) RETURN a.key AS actor, r.under AS under ORDER BY actor, r.documents",
    );
    expect(made).toEqual([
      { actor: "alice-dupont", under: null },
      { actor: "alice-dupont", under: ["a-dupont"] },
      { actor: "bob", under: null },
    ]);
    const [merged] = await newsroom.read("MATCH (a:Actor {key: 'a-dupont'}) RETURN a.mergedInto AS mergedInto");
    expect(merged).toEqual({ mergedInto: "alice-dupont" });
    const named = await newsroom.read("MATCH (:Name {key: 'a dupont'})-[:NAMES]->(x) RETURN x.key AS key");
    expect(named).toEqual([{ key: "alice-dupont" }]);
  },
);

test.each(ENGINES)(
  "$name: a corrected stance wins over what documents say, and its own value is kept",
  async (engine) => {
    await using newsroom = await openNewsroom(engine);
    await newsroom.import([...NEWS, CORRECTIONS.stance as CorrectionRecord]);
    const [about] = await newsroom.read(
      "MATCH (s:Statement)-[r:ABOUT]->(x:Actor {key: 'azerbaidjan'}) WHERE r.corrected IS NOT NULL RETURN r.stance AS stance, r.corrected AS corrected, r.given AS given",
    );
    expect(about).toMatchObject({ stance: "OPPOSE", corrected: "OPPOSE" });
    expect(JSON.stringify(about?.given)).toContain("SUPPORT");
  },
);

test.each(ENGINES)("$name: what was declared distinct is not merged later", async (engine) => {
  await using newsroom = await openNewsroom(engine);
  await newsroom.import([correction({ distinct: ["Alice Dupont", "A. Dupont"] })]);
  const { problems } = await newsroom.import([CORRECTIONS.same as CorrectionRecord]);
  expect(problems).toMatchObject([{ rule: "contradicts-distinct", place: readAt }]);
});

test.each(ENGINES)("$name: names that share a resolution get keys of their own", async (engine) => {
  await using newsroom = await openNewsroom(engine);
  await newsroom.import([correction({ distinct: ["Bakou", "Azerbaïdjan"] }), saying("Bakou", LONG)]);
  const made = await newsroom.read("MATCH (a:Actor)-[:MADE]->(:Statement) RETURN a.key AS key");
  expect(made).toEqual([{ key: "bakou" }]);
});
