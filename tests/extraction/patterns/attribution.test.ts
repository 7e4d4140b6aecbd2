import { describe, expect, test } from "@jest/globals";
import { saidIn } from "../said.js";

describe("according to somebody", () => {
  test.each([
    ["Selon le ministère de l'Intérieur, cité par Reuters, deux digues ont cédé.", "deux digues ont cédé"],
    ["D'après Reuters, qui cite un témoin, deux digues ont cédé.", "deux digues ont cédé"],
    ["« Deux digues ont cédé », selon un témoin.", "Deux digues ont cédé"],
    ["Inondations : deux digues ont cédé, selon un témoin.", "deux digues ont cédé"],
    ["Il y a, selon Rose Calvet, deux digues rompues.", ["Il y a", "deux digues rompues"]],
    ["Two dikes have given way, according to a report by the ministry.", "Two dikes have given way"],
  ] as const)("%s", (text, words) => {
    expect(saidIn(text, [{ words }])).toEqual([{ words }]);
  });

  test.each(["Selon les cas, la peine est doublée.", "Le prix varie selon les régions.", "For now, the dike holds."])(
    "%s",
    (text) => {
      expect(saidIn(text, [])).toEqual([]);
    },
  );
});

describe("verbs whose object is held to be something", () => {
  test.each([
    ["La préfète juge la digue « bonne pour la casse ».", "la digue « bonne pour la casse »"],
    ["Rose Calvet, sa porte-parole jugeant la digue « bonne pour la casse ».", "la digue « bonne pour la casse »"],
  ])("%s", (text, words) => {
    expect(saidIn(text, [{ words }])).toEqual([{ words }]);
  });

  test.each([
    "Le slogan « Jamais plus » résume son combat.",
    "Le pont dit « du Roi » est fermé.",
    "Je pense que la digue tient.",
  ])("%s", (text) => {
    expect(saidIn(text, [])).toEqual([]);
  });
});
