import { describe, expect, test } from "@jest/globals";
import { type Said, saidIn } from "./said.js";

function expectSaid(text: string, expected: readonly Omit<Said, "words">[]): void {
  const wanted = expected.map((said) => ({ words: "", ...said }));
  const found = saidIn(text, wanted).map(({ words: _words, ...said }) => said);
  expect(found).toEqual(expected);
}

describe("who is cited speaks, the medium carries the words", () => {
  test.each<[string, Omit<Said, "words">[]]>([
    [
      "Selon l'agence Tass, citant le ministère norvien de la Défense, les combats ont cessé. Il a ajouté que la trêve tenait.",
      [{ by: "ministère norvien de la Défense", via: ["Tass"] }, { by: "ministère norvien de la Défense" }],
    ],
    [
      "Les combats ont cessé, a rapporté l'agence Interfax, citant un porte-parole de l'armée.",
      [{ by: "un porte-parole de l'armée", via: ["Interfax"] }],
    ],
    [
      "Deux soldats ont été blessés, a rapporté Interfax, qui cite une source diplomatique.",
      [{ by: "une source diplomatique", via: ["Interfax"] }],
    ],
    ["L'agence Xinhua a annoncé, citant le maire Luc Tardy, que le barrage avait cédé.", [{ by: "Luc Tardy" }]],
    ["« Le vote est faux », rapporte Ouest-France, citant le maire Luc Tardy.", [{ by: "Luc Tardy" }]],
    [
      "D'après le général Ivan Petrel cité par l'agence Tass, la ville est prise.",
      [{ by: "Ivan Petrel", via: ["Tass"] }],
    ],
    ["Selon Reuters, citant des sources, la ville est prise.", [{ by: "Reuters", via: [] }]],
    ["The bridge was shut, Reuters reported, citing police chief Tom Hale.", [{ by: "Tom Hale", via: ["Reuters"] }]],
  ])("%s", (text, expected) => expectSaid(text, expected));
});

describe("sources", () => {
  test.each<[string, Omit<Said, "words">[]]>([
    ["De source militaire, on indique que trois soldats sont morts.", [{ by: "source militaire", via: [] }]],
    ["On indique de source policière que deux hommes sont en fuite.", [{ by: "source policière", via: [] }]],
    [
      "Un juge a été saisi, a appris l'AFP de sources concordantes.",
      [{ by: "sources concordantes", via: ["AFP"], to: ["AFP"] }],
    ],
    ["Un juge a été saisi, a appris l'AFP auprès du parquet de Brenne.", [{ by: "parquet de Brenne", via: ["AFP"] }]],
    ["Des tirs ont été entendus, ont constaté des journalistes de l'AFP.", [{ by: "des journalistes de l'AFP" }]],
    ["D'après des informations de l'AFP, la trêve tient.", [{ by: "AFP" }]],
  ])("%s", (text, expected) => expectSaid(text, expected));
});

test("who was asked by a medium is a person and speaks to it", () => {
  expectSaid(
    "Interrogé par Le Figaro, Marc Delorme, porte-parole du syndicat, a dit que la grève durerait. Il a ajouté que rien ne changeait.",
    [{ by: "Marc Delorme", to: ["Figaro"], via: ["Figaro"] }, { by: "Marc Delorme" }],
  );
});
