import { expect, test } from "@jest/globals";
import type { ArticleRecord } from "../../src/model/record.js";
import type { Mention, Utterance } from "../../src/model/utterance.js";
import { codebookOf } from "../../src/resolution/codebook.js";
import { statementsOf } from "../../src/resolution/statements-of.js";

const TEXT = "« Bakou ment, a dit Anna Noor à Reuters. L'Azerbaïdjan refuse la trêve. »";
const ARTICLE: ArticleRecord = {
  type: "article",
  text: TEXT,
  boilerplate: [],
  collection: "desk",
  readAt: { file: "a.txt", line: 1 },
};

function mention(text: string, kind: Mention["kind"], name = text): Mention {
  const start = TEXT.indexOf(text);
  return { span: { start, end: start + text.length }, text, name, kind, resolved: true };
}

function span(words: string) {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

const UTTERANCE: Utterance = {
  mode: "DIRECT",
  act: "ASSERTION",
  content: [span("Bakou ment"), span("L'Azerbaïdjan refuse la trêve.")],
  cue: span("a dit"),
  verb: "dire",
  speaker: mention("Anna Noor", "PERSON"),
  role: "députée",
  onBehalfOf: [],
  about: [
    { ...mention("Bakou", "UNKNOWN"), stance: null },
    { ...mention("Azerbaïdjan", "COUNTRY"), stance: "OPPOSE" },
  ],
  addressees: [mention("Reuters", "MEDIA")],
  relayedBy: [mention("Reuters", "MEDIA")],
  channel: null,
  saidAt: "2023-09-19",
  confidence: 0.9,
  rule: "incise-in-quotation",
  way: "name",
};

test("an utterance becomes a statement with its words, spans and references", () => {
  const codebook = codebookOf([{ type: "topic", key: "treve", terms: [{ language: "fr", term: "trêve" }] }]);
  const reuters = { name: "Reuters", language: "fr", kind: "MEDIA", resolved: true, asWritten: "Reuters" };
  expect([...statementsOf(ARTICLE, { language: "fr", utterances: [UTTERANCE] }, codebook)]).toEqual([
    {
      type: "statement",
      readAt: ARTICLE.readAt,
      text: "Bakou ment L'Azerbaïdjan refuse la trêve.",
      mode: "DIRECT",
      act: "ASSERTION",
      language: "fr",
      confidence: 0.9,
      origin: "EXTRACTED",
      saidAt: "2023-09-19",
      collection: "desk",
      speakers: [
        {
          name: "Anna Noor",
          language: "fr",
          kind: "PERSON",
          resolved: true,
          asWritten: "Anna Noor",
          verb: "dire",
          role: "députée",
        },
      ],
      onBehalfOf: [],
      about: [
        {
          actor: { name: "Azerbaïdjan", language: "fr", kind: "COUNTRY", resolved: true, asWritten: "Azerbaïdjan" },
          asWritten: "Azerbaïdjan",
          span: span("Azerbaïdjan"),
          stance: "OPPOSE",
        },
        { topic: "treve", asWritten: "trêve", span: span("trêve") },
      ],
      addressees: [reuters],
      relayedBy: [reuters],
      spans: UTTERANCE.content,
      cueSpan: UTTERANCE.cue,
      speakerSpan: UTTERANCE.speaker?.span,
      extractor: "rules/1 incise-in-quotation",
    },
  ]);
});

test("a floating quotation has its speaker, but no words for cue and speaker", () => {
  const [statement] = statementsOf(ARTICLE, { language: "fr", utterances: [{ ...UTTERANCE, cue: null, verb: null }] });
  expect(statement).toMatchObject({ speakers: [{ name: "Anna Noor" }] });
  expect(statement).not.toHaveProperty("cueSpan");
  expect(statement).not.toHaveProperty("speakerSpan");
});

test("whom else a speaker's words may mean is kept", () => {
  const candidates = [{ name: "Paul Arlan", score: 0.6 }];
  const speaker = { ...mention("Anna Noor", "PERSON"), candidates };
  const [statement] = statementsOf(ARTICLE, { language: "fr", utterances: [{ ...UTTERANCE, speaker }] });
  expect(statement?.speakers).toEqual([expect.objectContaining({ name: "Anna Noor", candidates })]);
});
