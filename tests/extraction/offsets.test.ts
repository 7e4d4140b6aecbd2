import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { extract } from "../../src/extraction/extract.js";
import type { Span } from "../../src/model/span.js";
import { predictionOf } from "../../src/resolution/prediction-of.js";
import { isSound, mentionsOf, spansOf, texts } from "./texts.js";

const languages = fc.constantFrom("fr", "en", undefined);

/** A law of every text; a failure prints the seed that repeats it. */
function always(law: (text: string, language: string | undefined) => void): void {
  fc.assert(fc.property(texts, languages, law), { numRuns: 300 });
}

function areInOrder(spans: readonly Span[]): boolean {
  return spans.every(({ start }, at) => at === 0 || start >= (spans[at - 1]?.end ?? 0));
}

describe("of any text", () => {
  test("every span lies in it, holds something and cuts no character", () => {
    always((text, language) => {
      for (const span of spansOf(extract(text, { language })))
        expect([span, isSound(text, span)]).toEqual([span, true]);
    });
  });

  test("the parts of a content are in order, apart from each other and from the cue", () => {
    always((text, language) => {
      for (const { content, cue } of extract(text, { language }).utterances) {
        expect(content.length).toBeGreaterThan(0);
        expect(areInOrder(content)).toBe(true);
        const around = [...content, ...(cue ? [cue] : [])].sort((a, b) => a.start - b.start);
        expect(areInOrder(around)).toBe(true);
      }
    });
  });

  test("a content holds a word", () => {
    always((text, language) => {
      for (const { content } of extract(text, { language }).utterances)
        for (const { start, end } of content) expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
    });
  });

  test("a mention is the words at its span, under a name", () => {
    always((text, language) => {
      for (const mention of extract(text, { language }).utterances.flatMap(mentionsOf)) {
        expect(text.slice(mention.span.start, mention.span.end)).toBe(mention.text);
        expect(mention.name.trim()).not.toBe("");
      }
    });
  });

  test("a prediction's words are those at its spans", () => {
    always((text, language) => {
      const article = { type: "article" as const, id: "1", text, boilerplate: [], readAt: { file: "a" } };
      for (const quote of predictionOf(article, extract(text, { language })).quotes) {
        expect(quote.content_spans.map((span) => text.slice(...span)).join(" … ")).toBe(quote.content);
        expect(quote.cue_span ? text.slice(...quote.cue_span) : null).toBe(quote.cue);
        if (quote.speaker_span) expect(text.slice(...quote.speaker_span)).toBe(quote.speaker);
      }
    });
  });

  test("reading it twice gives the same", () => {
    always((text, language) => expect(extract(text, { language })).toEqual(extract(text, { language })));
  });
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
