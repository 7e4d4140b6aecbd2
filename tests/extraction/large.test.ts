import { expect, test } from "@jest/globals";
import { extract } from "../../src/extraction/extract.js";

const SENTENCE = "« La digue tiendra encore », a assuré Mme Delorme à l'AFP. Selon Anna Noor, la route est ouverte. ";

test("ten million characters give as many times the statements as they have times the text", () => {
  const paragraph = `${SENTENCE.repeat(20)}\n\n`;
  const few = extract(paragraph, { language: "fr" }).utterances.length;
  const times = Math.ceil(10_000_000 / paragraph.length);
  expect(extract(paragraph.repeat(times), { language: "fr" }).utterances).toHaveLength(few * times);
}, 120_000);

test.each([
  ["opening marks without an end", "« ", 100_000],
  ["closing marks without a start", "» ", 100_000],
  ["straight marks", '" ', 100_000],
  ["marks around words", "“mot ", 100_000],
  ["words without a full stop", "le maire de la ville a dit que ", 33_000],
  ["commas without a full stop", "selon le maire, ", 62_000],
  ["openings of parentheses", "(le maire a dit ", 60_000],
  ["capitals without a full stop", "Jean Morel de ", 70_000],
  ["one word", "a", 1_000_000],
  ["paragraphs that announce", "Il dit :\n\n« ", 50_000],
  ["hyphens", "a-", 500_000],
])(
  "%s are read to the end",
  (_, piece, times) => {
    expect(() => extract(piece.repeat(times), { language: "fr" })).not.toThrow();
  },
  120_000,
);
