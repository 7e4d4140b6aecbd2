import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { extract } from "../../src/extraction/extract.js";
import type { Span } from "../../src/model/span.js";
import type { Utterance } from "../../src/model/utterance.js";

const PIECES = [
  "« La digue tiendra », a assuré Mme Delorme.",
  "Selon l'AFP, le maire Jean Morel a dit que le pont fermait.",
  "“It is over,” said Ada Brook.",
  '"No one came." "Not one."',
  "« Ouverte, jamais fermée",
  "Le Kremlin accuse Kiev d’avoir menti",
  '» ” „ " «',
  "a-t-il dit,",
  "déclare que",
  "😀👩‍🚀",
  "e\u0301te\u0301 n\u0303",
  "\r\n\r\n",
  "\n",
  "\u00a0",
  "\u202f",
  "İstanbul",
  "\ud83d",
  "M. X.",
  "« Rien », ajoute-t-elle.",
  "…",
  "Erevan (Arménie),",
];

const texts = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 24 })
  .chain((pieces) => fc.constantFrom(pieces.join(" "), pieces.join("")));

function mentionsOf(utterance: Utterance) {
  return [
    ...(utterance.speaker ? [utterance.speaker] : []),
    ...utterance.about,
    ...utterance.addressees,
    ...utterance.relayedBy,
    ...utterance.onBehalfOf,
  ];
}

function isIn(text: string, { start, end }: Span): boolean {
  return Number.isInteger(start) && start >= 0 && start < end && end <= text.length;
}

test("every span lies in the text, is not empty, and mentions are the words at their span", () => {
  fc.assert(
    fc.property(texts, fc.constantFrom("fr", "en", undefined), (text, language) => {
      for (const utterance of extract(text, { language }).utterances) {
        expect(utterance.content.length).toBeGreaterThan(0);
        for (const span of [...utterance.content, ...(utterance.cue ? [utterance.cue] : [])])
          expect(isIn(text, span)).toBe(true);
        utterance.content.slice(1).forEach((span, at) => {
          expect(span.start).toBeGreaterThanOrEqual(utterance.content[at]?.end ?? 0);
        });
        for (const mention of mentionsOf(utterance)) {
          expect(text.slice(mention.span.start, mention.span.end)).toBe(mention.text);
          expect(mention.name.trim()).not.toBe("");
        }
      }
    }),
    { numRuns: 300 },
  );
});

const ARTICLE =
  "« La digue tiendra », a assuré Mme Delorme à l'AFP.\n\nSelon Anna Noor, la route est ouverte. Elle a ajouté que le pont « suivra ».";

function statements(text: string) {
  return extract(text, { language: "fr" }).utterances.map(({ content, speaker, rule }) => [
    content.map(({ start, end }) => text.slice(start, end)),
    speaker?.text,
    rule,
  ]);
}

test.each([
  ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
  ["an emoji before", (text: string) => `😀 👩‍🚀\n\n${text}`],
  ["combining accents before", (text: string) => `e\u0301te\u0301\n\n${text}`],
  ["no-break spaces inside marks", (text: string) => text.replaceAll("« ", "«\u00a0").replaceAll(" »", "\u202f»")],
])("%s change nothing in what is found", (_, change) => {
  const found = JSON.stringify(statements(change(ARTICLE))).replaceAll(/[\u00a0\u202f]/g, " ");
  expect(JSON.parse(found)).toEqual(statements(ARTICLE));
});

test("typographic apostrophes change nothing but themselves", () => {
  const curly = ARTICLE.replaceAll("'", "’");
  expect(statements(curly)).toEqual(JSON.parse(JSON.stringify(statements(ARTICLE)).replaceAll("'", "’")));
});

test("nothing is read in boilerplate", () => {
  const start = ARTICLE.indexOf("Selon");
  const { utterances } = extract(ARTICLE, { language: "fr", boilerplate: [{ start, end: ARTICLE.length }] });
  expect(utterances.map(({ rule }) => rule)).toEqual(["quotation-inverted"]);
});

test("reading twice gives the same", () => {
  fc.assert(
    fc.property(texts, (text) => expect(extract(text)).toEqual(extract(text))),
    { numRuns: 50 },
  );
});
