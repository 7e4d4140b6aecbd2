import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { extract } from "../../src/extraction/extract.js";

const SENTENCE = "« La digue tiendra encore », a assuré Mme Delorme à l'AFP. Selon Anna Noor, la route est ouverte. ";
const PROSE = "La rivière avait monté toute la nuit et les premiers habitants étaient partis avant le jour. ";

/** Texts that a careless rule reads in more than linear time: a piece that is repeated, or a function of its number. */
const SHAPES: readonly (readonly [name: string, piece: string | ((number: number) => string)])[] = [
  ["news", SENTENCE],
  ["opening marks without an end", "« "],
  ["closing marks without a start", "» "],
  ["straight marks", '" '],
  ["marks around words", "“mot "],
  ["marks of all kinds", '« “ „ " ” '],
  ["marks in marks", "« a “b „c "],
  ["announced marks that nothing closes", "Le maire a dit : « Non "],
  ["incises in marks", "« Il viendra, a dit Anna. Elle restera » "],
  ["words without a full stop", "le maire de la ville a dit que "],
  ["commas", ","],
  ["commas and spaces", ", "],
  ["attributions without a full stop", "selon le maire, "],
  ["openings of parentheses", "(le maire a dit "],
  ["deep brackets", "(["],
  ["capitals", "ALERTE INFO MAIRE DIT "],
  ["names without a full stop", "Jean Morel de "],
  ["names, each another", (number) => `Anna N${letters(number)} a dit non. `],
  ["initials", "A. "],
  ["cues", "dit "],
  ["cues with auxiliaries", "a déclaré "],
  ["cues between commas", "a dit, "],
  ["conjunctions", "que "],
  ["prepositions", "à l'AFP "],
  ["appositions", "Anna Noor, maire de Valmont, "],
  ["pronouns", "Il a dit qu'il viendrait. "],
  ["figures", "1"],
  ["figures and spaces", "123 "],
  ["figures and stops", "1."],
  ["one word", "a"],
  ["hyphens", "a-"],
  ["elisions", "l'"],
  ["stops", ". "],
  ["spaces", " "],
  ["no-break spaces", "\u00a0"],
  ["tabs", "\t"],
  ["lines", "\n"],
  ["lines that are spaces", "\n   "],
  ["short paragraphs", "Il dit.\n\n"],
  ["wrapped lines", "Il dit que non et\n"],
  ["paragraphs that announce", "Il dit :\n\n« "],
  [
    "paragraphs of one quotation",
    (number) => (number ? "« Il viendra bien ce soir\n\n" : "« Oui, a dit Anna Noor. Je le sais\n\n"),
  ],
  ["half characters", "\ud83d"],
  ["accents that combine", "e\u0301"],
];

function letters(number: number): string {
  return [...String(number)].map((digit) => "aeioumnrst"[Number(digit)]).join("");
}

function textOf(piece: string | ((number: number) => string), length: number): string {
  if (typeof piece === "string") return piece.repeat(Math.ceil(length / piece.length));
  let text = "";
  for (let number = 0; text.length < length; number++) text += piece(number);
  return text;
}

/** What every rule does all the time: it looks words up, and tells what they are. */
describe("the look-ups of a text of ten times the length are not many more than ten times", () => {
  const has = Set.prototype.has;
  const get = Map.prototype.get;
  let count = 0;

  beforeAll(() => {
    Set.prototype.has = function (value) {
      count++;
      return has.call(this, value);
    };
    Map.prototype.get = function (key) {
      count++;
      return get.call(this, key);
    };
  });
  afterAll(() => {
    Set.prototype.has = has;
    Map.prototype.get = get;
  });

  test.each(SHAPES)("%s", (_, piece) => {
    const lookups = (length: number) => {
      const text = textOf(piece, length);
      count = 0;
      extract(text, { language: "fr" });
      return count;
    };
    // Long enough for the limits within a sentence to be reached.
    expect(lookups(30_000)).toBeLessThan(12 * lookups(3_000) + 10_000);
  });
});

/** Seconds of processor time; other processes of the machine do not count. */
function secondsOf(work: () => void): number {
  const before = process.cpuUsage().user;
  work();
  return (process.cpuUsage().user - before) / 1e6;
}

/** Shapes that no rule looks at, so that much of them is read at once. */
const QUIET =
  /^(?:figures|one word|hyphens|elisions|stops|spaces|no-break|tabs|lines|short paragraphs|commas$|accents)/;

/** What regular expressions do is not seen by counting: a time that grows with the square is a hundred times as long. */
test.each(SHAPES)("ten times the text takes not nearly a hundred times as long: %s", (name, piece) => {
  const length = QUIET.test(name) ? 500_000 : 60_000;
  const [short, long] = [length / 10, length].map((most) => textOf(piece, most)) as [string, string];
  const read = (text: string) => secondsOf(() => extract(text, { language: "fr" }));
  expect(read(long)).toBeLessThan(40 * Math.min(read(short), read(short)) + 0.5);
});

test("ten million characters give as many times the statements as they have times the text", () => {
  const paragraph = `${SENTENCE}${PROSE.repeat(40)}\n\n`;
  const times = Math.ceil(10_000_000 / paragraph.length);
  const few = extract(paragraph, { language: "fr" }).utterances.length;
  expect(few).toBeGreaterThanOrEqual(2);
  expect(extract(paragraph.repeat(times), { language: "fr" }).utterances).toHaveLength(few * times);
}, 120_000);

test.each([
  ["a million characters without a full stop", "le maire de la ville a vu la rivière "],
  ["a million characters in one paragraph", PROSE],
  ["a million characters without a space", "rivière"],
])("%s are read to the end", (_, piece) => {
  const text = `${piece.repeat(1_000_000 / piece.length)}. ${SENTENCE}`;
  expect(extract(text, { language: "fr" }).utterances.length).toBeGreaterThanOrEqual(1);
});
