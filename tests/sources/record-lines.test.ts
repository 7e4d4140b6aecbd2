import { describe, expect, test } from "@jest/globals";
import type { SourceRecord } from "../../src/model/record.js";
import { encodeRecord, parseRecordLines } from "../../src/sources/record-lines.js";
import { CORRECTIONS, RECORDS, type RecordInput, recordSchemaJson } from "../../src/sources/record-schema.js";
import { broken, collect, inPieces, read, readFileOf } from "./inputs.js";

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
type Unplaced<T> = T extends { readAt: unknown } ? Omit<T, "readAt"> : never;

/** Compiles only while the schema takes what the model's records say, and gives nothing else. */
function sameTypes(record: Mutable<Unplaced<SourceRecord>>, input: RecordInput): void {
  const taken: unknown = record satisfies { type: string };
  const given: { type?: SourceRecord["type"] } = input;
  void [taken, given];
}

const PLACE = { file: "study.jsonl", line: 3 };
const RECORDS_OF_ALL_TYPES: readonly SourceRecord[] = [
  {
    type: "actor",
    name: { fr: "Arménie", "": "Hayastan" },
    kind: "COUNTRY",
    memberOf: [{ actor: "ONU", from: "1992" }],
    readAt: PLACE,
  },
  {
    type: "event",
    name: "Offensive",
    start: "2023-09-19",
    participants: [{ actor: "Bakou", role: "x" }],
    readAt: PLACE,
  },
  { type: "topic", name: "Trêve", broader: "paix", aliases: ["cessez-le-feu"], readAt: PLACE },
  {
    type: "document",
    id: "d",
    text: "Oui.",
    statements: [
      { type: "statement", text: "Oui.", speakers: [{ name: "Ada" }], spans: [{ start: 0, end: 4 }], readAt: PLACE },
    ],
    readAt: PLACE,
  },
  {
    type: "statement",
    document: "d",
    text: "Non.",
    speakers: [{ key: "tom", verb: "dire", candidates: [{ name: "Tom Hale", score: 0.5 }], resolved: false }],
    about: [{ topic: "paix", stance: "OPPOSE" }, { actor: { name: "Bakou" } }],
    saidAt: "2023-09-19T10:00:00Z",
    readAt: PLACE,
  },
  {
    type: "article",
    text: "Un 😀 texte.",
    boilerplate: [{ start: 0, end: 2 }],
    url: "https://a.example.org",
    readAt: PLACE,
  },
  { type: "correction", same: ["A", "B", "C"], readAt: PLACE },
  { type: "correction", distinct: ["A", "B"], readAt: PLACE },
  { type: "correction", statement: "s", speaker: "Ada", readAt: PLACE },
  { type: "correction", statement: { document: "d", at: -1 }, target: "Bakou", stance: null, readAt: PLACE },
  { type: "correction", statement: { document: "d", at: 4 }, retract: true, readAt: PLACE },
];

test("the schema and the model agree", () => {
  expect(typeof sameTypes).toBe("function");
});

test.each(RECORDS_OF_ALL_TYPES)(
  "an encoded record is read back as it was, place included: $type %#",
  async (record) => {
    const bytes = Buffer.from(`${encodeRecord(record)}\n`);
    const { records, problems } = await collect(parseRecordLines(inPieces(bytes, [9]), "upload"));
    expect(problems).toEqual([]);
    expect(records).toStrictEqual([record]);
  },
);

test("a CSV table named without its folder is sent with it, since the folder names its record set", () => {
  const record: SourceRecord = { type: "topic", name: "T", readAt: { file: "topics.csv", line: 2 } };
  expect(JSON.parse(encodeRecord(record, "/data/study")).readAt).toEqual({ file: "/data/study/topics.csv", line: 2 });
  const within = { ...record, readAt: { file: "study/topics.csv" } };
  expect(JSON.parse(encodeRecord(within, "/data")).readAt).toEqual(within.readAt);
});

test("records get the line where they were read, those inside a document too; corrections need no type", async () => {
  const lines =
    '\n{"type":"document","id":"d","statements":[{"type":"statement","text":"Oui","speakers":[]}]}\r\n \n{"same":["A","B"]}';
  const { records } = await collect(parseRecordLines(inPieces(Buffer.from(lines), []), "f.jsonl"));
  expect(records).toMatchObject([
    { readAt: { file: "f.jsonl", line: 2 }, statements: [{ readAt: { file: "f.jsonl", line: 2 } }] },
    { type: "correction", same: ["A", "B"], readAt: { line: 4 } },
  ]);
});

test("boilerplate of an article is found where the line does not give it", async () => {
  const { records } = await readFileOf("a.jsonl", '{"type":"article","text":"Un texte.\\n\\nNewsletter"}');
  expect(records).toMatchObject([{ boilerplate: [{ start: 11, end: 21 }] }]);
});

describe("problems", () => {
  test.each([
    ["{", "bad-json", "too early"],
    ['{"type":"actor" "name":"A"}', "bad-json", "unexpected"],
    ["[1]", "bad-json", "[1]"],
    ['"text"', "bad-json", "not an object"],
    ['{"name":"A"}', "unknown-type", "no type"],
    ['{"type":"person","name":"A"}', "unknown-type", '"person"'],
    ['{"type":"actor"}', "missing-field", "name is missing"],
    ['{"type":"actor","name":{}}', "bad-value", "one name per language"],
    ['{"type":"actor","name":" "}', "bad-value", "name"],
    ['{"type":"actor","name":"A","colour":"red"}', "unknown-field", "colour"],
    ['{"type":"actor","name":"A","kind":"HUMAN"}', "bad-value", "PERSON, ORGANIZATION"],
    ['{"type":"actor","name":"\\ud83d"}', "bad-value", "half a character"],
    ['{"type":"event","name":"E","start":"2023-02-30"}', "bad-date", "2023-02-30"],
    ['{"type":"statement","text":"T","speakers":[]}', "missing-field", "document is missing"],
    ['{"type":"statement","document":"d","text":"T","speakers":[{"verb":"dire"}]}', "missing-field", "key or a name"],
    ['{"type":"statement","document":"d","text":"T","speakers":[],"confidence":2}', "bad-value", "at most 1"],
    [
      '{"type":"statement","document":"d","text":"T","speakers":[],"about":[{"stance":"OPPOSE"}]}',
      "bad-value",
      "just one of",
    ],
    [
      '{"type":"statement","document":"d","text":"T","speakers":[],"spans":[{"start":4,"end":4}]}',
      "bad-span",
      "smaller",
    ],
    ['{"type":"article","text":"abc","boilerplate":[{"start":1,"end":4}]}', "bad-span", "3 characters"],
    ['{"same":["A"]}', "missing-field", "same"],
    ['{"statement":"s","stance":"AGAINST","target":"t"}', "bad-value", "OPPOSE"],
    ['{"type":"actor","name":"A","kind":1,"aliases":"B","x":1}', "bad-value", "and 2 more"],
  ])("%s breaks %s", async (line, rule, words) => {
    const result = await readFileOf("r.jsonl", `{"type":"topic","name":"T"}\n${line}\n{"type":"topic","name":"U"}\n`);
    expect(broken(result)).toEqual([`${rule}:2`]);
    expect(result.problems[0]?.message).toContain(words);
    expect(result.records).toHaveLength(2);
  });

  test("the column of a mistake in JSON is told", async () => {
    const { problems } = await readFileOf("r.jsonl", '{"type":"actor" "name":"A"}');
    expect(problems[0]?.place).toMatchObject({ line: 1, column: 17 });
  });

  test("a line that is too long is left out, whole or cut by chunks, and the next one read", async () => {
    const long = `{"type":"topic","name":"${"x".repeat(5000)}"}`;
    const bytes = Buffer.from(`{"type":"topic","name":"T"}\n${long}\n{"type":"topic","name":"U"}\n${long}`);
    for (const cuts of [[], [500, 2500, 4000]]) {
      const result = await read(["-"], { stdin: inPieces(bytes, cuts), limits: { lineBytes: 1000 } });
      expect(broken(result)).toEqual(["line-too-long:2", "line-too-long:4"]);
      expect(result.records).toHaveLength(2);
    }
  });

  test("a line that is not UTF-8 is reported with its byte, and the next one read", async () => {
    const bytes = Buffer.concat([
      Buffer.from('\uFEFF{"type":"topic","name":"Tr'),
      Buffer.from([0xea]),
      Buffer.from('ve"}\n{"type":"topic","name":"U"}'),
    ]);
    const result = await readFileOf("r.jsonl", bytes);
    expect(broken(result)).toEqual(["encoding:1"]);
    expect(result.problems[0]?.message).toContain("byte 29 ");
    expect(result.records).toHaveLength(1);
  });
});

test("the JSON schema describes every record and correction", () => {
  const schema = recordSchemaJson() as { anyOf: { properties: object; additionalProperties: boolean }[] };
  expect(schema.anyOf).toHaveLength(Object.keys(RECORDS).length + Object.keys(CORRECTIONS).length);
  for (const record of schema.anyOf) expect(record.additionalProperties).toBe(false);
  expect(JSON.stringify(schema)).toContain('"#/$defs/Span"');
});
