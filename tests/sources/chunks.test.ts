import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseRecordLines } from "../../src/sources/record-lines.js";
import { collect, inPieces, read } from "./inputs.js";

const NAMES = ["Trêve", "Бакы", "Երևան", "😀 été", "a", '"', "\\", "line\nbreak"];
const CUTS = fc.array(fc.nat(), { maxLength: 12 });

const jsonLines = fc
  .array(
    fc.oneof(
      fc.constantFrom(...NAMES).map((name) => JSON.stringify({ type: "topic", name })),
      fc.constantFrom("", "{", "x\r", " "),
    ),
  )
  .map((lines) => lines.join("\n"));

const csv = fc
  .array(
    fc.constantFrom(
      "Érévan;COUNTRY",
      '"Ba;kou";PLACE',
      '"multi\r\nligne ""é""";GROUP',
      '"ouvert;x',
      'a"b;PERSON',
      "",
      "seul",
      "😀;PERSON\r",
    ),
  )
  .map((rows) => ["name;kind", ...rows].join("\n"));

const article = fc.constantFrom(
  "date: 2023\n\nGORIS, 27 sept. (AFP) - « Été 😀 », dit-il.\n\nNewsletter",
  "\uFEFFTitre\r\n\r\nUn texte, érigé.\r\n",
);

const bytesOf = (text: string): fc.Arbitrary<Buffer> =>
  fc.constantFrom(
    Buffer.from(text),
    Buffer.from(`\uFEFF${text}`, "utf16le"),
    Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
    Buffer.from(text, "latin1"),
  );

test("however bytes are cut into chunks, the same records and problems are read", async () => {
  const inputs = fc.oneof(jsonLines, csv, article).chain(bytesOf);
  await fc.assert(
    fc.asyncProperty(inputs, CUTS, async (bytes, cuts) => {
      const whole = await read(["-"], { stdin: inPieces(bytes, []) });
      expect(await read(["-"], { stdin: inPieces(bytes, cuts) })).toEqual(whole);
    }),
    { numRuns: 400 },
  );
});

test("each byte as a chunk of its own", async () => {
  const bytes = Buffer.from(NAMES.map((name) => JSON.stringify({ type: "topic", name })).join("\n"));
  const { records, problems } = await collect(parseRecordLines(inPieces(bytes, [...bytes.keys()]), "f"));
  expect(problems).toEqual([]);
  expect(records.map((record) => "name" in record && record.name)).toEqual(NAMES);
});

test("whatever the bytes, nothing is thrown and every problem has a file and a rule", async () => {
  const start = fc.constantFrom("", "name;kind\n", "{", "<html>", "date: ", "\uFEFF", "PARIS, ");
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (text, noise) => {
      const { problems } = await read(["-"], { stdin: inPieces(Buffer.concat([Buffer.from(text), noise]), []) });
      for (const { place, rule, message } of problems) {
        expect(place.file).toBe("-");
        expect(rule).toMatch(/^[a-z-]+$/);
        expect(message).toMatch(/; /);
      }
    }),
    { numRuns: 600 },
  );
});
