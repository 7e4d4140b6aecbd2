import { describe, expect, test } from "@jest/globals";
import { extract } from "../../src/extraction/extract.js";

describe("who stands before the verb, without what is set between commas", () => {
  test.each([
    ["Rose Calvet, qui dirige le port, a déclaré que le quai était sûr.", "Rose Calvet"],
    ["Rose Calvet, directrice du port, a déclaré que le quai était sûr.", "Rose Calvet, directrice du port"],
    ["Le préfet, de son côté, a précisé que le quai était sûr.", "Le préfet"],
    ["Le préfet, interrogé par Reuters, a précisé que le quai était sûr.", "Le préfet"],
    ["Mardi, à Toulon, le préfet, en colère, a précisé que le quai était sûr.", "le préfet"],
    ["Nora Hale, who runs the port, said the quay was safe.", "Nora Hale"],
    ["Nora Hale, 51, said the quay was safe.", "Nora Hale, 51"],
    ["Hale, in a post on her blog, said the quay was safe.", "Hale"],
    ["Hale, speaking to reporters in Truro, said the quay was safe.", "Hale"],
    ["According to Reuters, the mayor said the quay was safe.", "the mayor"],
  ])("%s", (text, speaker) => {
    expect(extract(text).utterances.map((utterance) => utterance.speaker?.text)).toEqual([speaker]);
  });
});

describe("who stands after the verb, with what is set between commas", () => {
  test.each([
    [
      "« Le quai est sûr », assure Rose Calvet, 43 ans, infirmière à Toulon.",
      "Rose Calvet, 43 ans, infirmière à Toulon",
    ],
    ["“The quay is safe,” said Nora Hale, the port's director.", "Nora Hale, the port's director"],
    ["“The quay is safe,” said Nora Hale, a neighbour who lives across the street.", "Nora Hale, a neighbour"],
  ])("%s", (text, speaker) => {
    expect(extract(text).utterances.map((utterance) => utterance.speaker?.text)).toEqual([speaker]);
  });
});
