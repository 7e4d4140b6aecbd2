import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Lexicon, lexiconOf } from "../../src/extraction/lexicon.js";
import { spellingOf } from "../../src/extraction/spelling.js";
import { tokenEnd } from "../../src/extraction/tokens.js";
import { READ_LANGUAGES } from "../../src/model/vocabulary.js";

const PIECES = [
  ..." \n\t.,;:!?()[]«»“”\"'-–—…/&@#_0123456789%aàÉœŒßĳéN",
  "aujourd'hui",
  "l'",
  "qu'il",
  "-t-il",
  "c'est-à-dire",
  "don't",
  "Brook's",
  "U.S.",
  "a.m.",
  "1,234.5",
  "etc.",
  "İ",
  "e\u0301",
  "😀",
  "\ud83d",
  "ﬁ",
  "中",
];

function tokens(text: string, endOf: (at: number) => number): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOf(at);
    if (end > at) found.push(text.slice(at, end));
    at = Math.max(end, at + 1);
  }
  return found;
}

function byExpression(text: string, { token }: Lexicon): string[] {
  return tokens(text, (at) => {
    token.lastIndex = at;
    return token.test(text) ? token.lastIndex : at;
  });
}

test.each(READ_LANGUAGES)("%s: plain words are cut as the language's expression cuts them", (language) => {
  const lexicon = lexiconOf(language) as Lexicon;
  const texts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), { maxLength: 40 });
  fc.assert(
    fc.property(texts, (pieces) => {
      const text = pieces.join("");
      expect(tokens(text, (at) => tokenEnd(text, at, lexicon))).toEqual(byExpression(text, lexicon));
    }),
    { numRuns: 500 },
  );
});

test("a spelling is the same when it is asked for again, and however many were", () => {
  const lexicon = lexiconOf("fr") as Lexicon;
  const before = spellingOf("Déclare", lexicon);
  expect(before).toMatchObject({ form: "déclare", kind: "word", capital: true, cue: { lemma: "déclarer" } });
  for (let i = 0; i < 60_000; i++) spellingOf(`mot${i}`, lexicon);
  expect(lexicon.spellings.size).toBeLessThanOrEqual(50_000);
  expect(spellingOf("Déclare", lexicon)).toEqual(before);
});
