import { expect, test } from "@jest/globals";
import type { Mention } from "../../src/model/utterance.js";
import { predictionOf } from "../../src/resolution/prediction-of.js";

function speaking(name: string, language: string): string | null | undefined {
  const span = { start: 0, end: 1 };
  const speaker: Mention = { span, text: name, name, kind: "UNKNOWN", resolved: true };
  const utterance = {
    mode: "DIRECT",
    act: "ASSERTION",
    content: [span],
    cue: span,
    verb: "dire",
    speaker,
    role: null,
    onBehalfOf: [],
    about: [],
    addressees: [],
    relayedBy: [],
    channel: null,
    saidAt: null,
    confidence: 1,
    rule: "test",
    way: "name",
  } as const;
  const article = { type: "article", text: "a", readAt: { file: "a" } } as const;
  return predictionOf({ ...article, boilerplate: [] }, { language, utterances: [utterance] }).quotes[0]
    ?.speaker_resolved;
}

test.each([
  ["Bakou", "fr", "Azerbaïdjan"],
  ["OMS", "fr", "Organisation mondiale de la santé"],
  ["la diplomatie arménienne", "fr", "Ministère des Affaires étrangères de l'Arménie"],
  ["la défense azerbaïdjanaise", "fr", "Ministère de la Défense de l'Azerbaïdjan"],
  ["la présidence azerbaïdjanaise", "fr", "Présidence de l'Azerbaïdjan"],
  ["l'Élysée", "fr", "France"],
  ["la présidence française", "fr", "Présidence de la République française"],
  ["le Kremlin", "fr", "Russie"],
  ["le Quai d'Orsay", "fr", "Ministère des Affaires étrangères de la France"],
  ["Stepanakert", "fr", "Haut-Karabakh"],
  ["le gouvernement de Kigali", "fr", "Gouvernement du Rwanda"],
  ["le ministère arménien des Affaires étrangères", "fr", "Ministère des Affaires étrangères de l'Arménie"],
])("%s (%s) is named in full: %s", (name, language, full) => {
  expect(speaking(name, language)).toBe(full);
});

test.each([
  ["l'armée ukrainienne", "fr"],
  ["Ararat Mirzoyan", "fr"],
  ["Facebook", "en"],
  ["World Health Organisation", "en"],
])("%s is the document's own name", (name, language) => {
  expect(speaking(name, language)).toBe(name);
});
