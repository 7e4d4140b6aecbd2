import { describe, expect, test } from "@jest/globals";
import { type Said, saidIn } from "./said.js";

const SENTENCES: readonly (readonly [string, readonly Said[]])[] = [
  ["Le patron est accusé par les ouvriers de cacher les pertes.", [{ words: "cacher les pertes", by: "les ouvriers" }]],
  ["Il a été annoncé par la mairie que le bac fermerait.", [{ words: "le bac fermerait", by: "mairie" }]],
  ["The firm was accused by Norland of hiding its losses.", [{ words: "hiding its losses", by: "Norland" }]],
  ["It was announced by the ministry that the ferry would stop.", [{ words: "the ferry would stop", by: "ministry" }]],
  ["Le bac a sombré, a-t-on appris de source portuaire.", [{ words: "Le bac a sombré", by: "source portuaire" }]],
  ["Le bac a sombré, indique-t-on à la préfecture.", [{ words: "Le bac a sombré", by: "préfecture" }]],
  ["De source portuaire, le bac a sombré.", [{ words: "le bac a sombré", by: "source portuaire" }]],
  ["Le bac a sombré, lit-on dans le rapport de la Marine.", [{ words: "Le bac a sombré" }]],
  ["Norland's claim that the ferry was safe has been questioned.", [{ words: "the ferry was safe", by: "Norland" }]],
  [
    "L'affirmation de Rose Calvet selon laquelle le bac est sûr a surpris.",
    [{ words: "le bac est sûr", by: "Rose Calvet" }],
  ],
  ["Le préfet, pour qui le bac est sûr, a quitté la salle.", [{ words: "le bac est sûr", by: "Le préfet" }]],
  [
    "« Le bac ne partira plus jamais », bafouille le marin.",
    [{ words: "Le bac ne partira plus jamais", by: "le marin" }],
  ],
  [
    "“The ferry will never leave again,” Nora Hale sniffs.",
    [{ words: "The ferry will never leave again", by: "Nora Hale" }],
  ],
  ["Réponse du préfet : « Le bac est sûr. »", [{ words: "Le bac est sûr." }]],
  [
    "Rose Calvet, marin : « Le bac est sûr, croyez-moi. »",
    [{ words: "Le bac est sûr, croyez-moi.", by: "Rose Calvet" }],
  ],
  ["Elle hausse les épaules : « Que voulez-vous y faire ? »", [{ words: "Que voulez-vous y faire ?", by: "Elle" }]],
  ["La plupart des marins qui ont vu le bac affirment qu'il est sûr.", [{ words: "il est sûr" }]],
  ["Opponents of the ferry argue it is unsafe.", [{ words: "it is unsafe", by: "Opponents of the ferry" }]],
  ["The Valley Post, in a leader, quotes nobody. No one said the ferry was safe.", []],
  ["It goes without saying that the ferry is old.", []],
  ["On dit que le bac est vieux.", []],
];

describe("ways of saying without a verb of the speaker's own", () => {
  test.each(SENTENCES)("%s", (text, expected) => {
    expect(saidIn(text, expected)).toEqual(expected);
  });
});

const GOING_ON: readonly (readonly [string, readonly Said[]])[] = [
  [
    "« Le bac part », a dit Rose Calvet, avant d'ajouter : « La mer est belle. »",
    [
      { words: "Le bac part", by: "Rose Calvet" },
      { words: "La mer est belle.", by: "Rose Calvet" },
    ],
  ],
  ["Et la préfète d'ajouter que le bac partait.", [{ words: "le bac partait", by: "la préfète" }]],
  [
    "« Le bac part », a dit Rose Calvet. Et d'ajouter : « La mer est belle. »",
    [
      { words: "Le bac part", by: "Rose Calvet" },
      { words: "La mer est belle.", by: "Rose Calvet" },
    ],
  ],
  ["Estimant que le bac est vieux, la préfète a fermé la ligne.", [{ words: "le bac est vieux", by: "la préfète" }]],
  ["Après avoir affirmé que le bac était sûr, la préfète a fermé la ligne.", [{ words: "le bac était sûr" }]],
  [
    "Le bac est sûr, selon Reuters, précisant que la mer est belle.",
    [{ words: "Le bac est sûr" }, { words: "la mer est belle", by: "Reuters" }],
  ],
  [
    "Le marin a reconnu avoir bu mais nié avoir dormi.",
    [{ words: "avoir bu" }, { words: "avoir dormi", verb: "nier" }],
  ],
  [
    "Les pertes auraient, d'après Reuters, doublé en un an.",
    [{ words: ["Les pertes auraient", "doublé en un an"], by: "Reuters" }],
  ],
];

describe("the same speaker goes on", () => {
  test.each(GOING_ON)("%s", (text, expected) => {
    expect(saidIn(text, expected)).toEqual(expected);
  });
});
