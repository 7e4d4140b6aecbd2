import { describe, expect, test } from "@jest/globals";
import { type Said, saidIn } from "./said.js";

/** A Wednesday. */
const PUBLISHED = "2023-09-20";

function expectRoles(text: string, expected: Omit<Said, "words">): void {
  const { words: _words, ...roles } = saidIn(text, [{ words: "", ...expected }], PUBLISHED)[0] ?? { words: "" };
  expect(roles).toEqual(expected);
}

describe("French", () => {
  test.each<[string, Omit<Said, "words">]>([
    ["Selon l'AFP, le maire Jean Morel a dit que le pont fermait.", { by: "Jean Morel", via: ["AFP"], to: [] }],
    ["Le pont fermera lundi, a annoncé Jean Morel, rapporte Le Monde.", { by: "Jean Morel", via: ["Monde"] }],
    ["« Le pont fermera », a déclaré Jean Morel à l'AFP.", { to: ["AFP"], via: ["AFP"] }],
    ["« Le pont fermera », a déclaré à l'AFP Jean Morel.", { to: ["AFP"], via: ["AFP"] }],
    [
      "Dans un entretien au Figaro, Jean Morel affirme que le pont fermera.",
      { to: ["Figaro"], via: ["Figaro"], channel: "entretien" },
    ],
    ["Interrogé lundi par Reuters, Jean Morel affirme que le pont fermera.", { via: ["Reuters"], on: "2023-09-18" }],
    ["Jean Morel a affirmé sur BFM TV que le pont fermerait.", { via: ["BFM TV"], to: [], channel: "BFM TV" }],
    [
      "Jean Morel a affirmé lundi dans un communiqué publié sur Facebook que le pont fermerait.",
      { channel: "communiqué", on: "2023-09-18", via: [] },
    ],
    [
      "Dans un rapport du 29 novembre 2013, Jean Morel affirme que le pont fermera.",
      { channel: "rapport", on: "2013-11-29" },
    ],
    ["Jean Morel a publié un communiqué affirmant que le pont fermera.", { by: "Jean Morel", channel: "communiqué" }],
    [
      "Lundi, dans un communiqué, Jean Morel a affirmé que le pont fermerait.",
      { channel: "communiqué", on: "2023-09-18" },
    ],
    ["« Le pont fermera », a écrit Jean Morel sur X.", { channel: "X" }],
    ["« Le pont fermera », a tweeté Jean Morel.", { channel: "Twitter" }],
    ["Jean Morel a affirmé aux journalistes que le pont fermerait.", { to: ["journalistes"], via: [] }],
    ["Jean Morel a affirmé devant la presse que le pont fermerait.", { to: ["presse"], via: [] }],
    ["Jean Morel a prévenu les habitants que le pont fermerait.", { to: ["habitants"] }],
    ["Jean Morel a affirmé au micro de RTL que le pont fermerait.", { via: ["RTL"] }],
    ["« Le pont fermera », a dit Jean Morel, cité par l'agence Interfax.", { via: ["Interfax"] }],
    ["Anna Noor a protesté. « Le pont fermera », lui a répondu Jean Morel.", { to: ["Anna Noor"] }],
    ["Le communiqué précise que le pont fermera.", { channel: "communiqué" }],
    ["« Le pont fermera », a déclaré à la presse Jean Morel, maire de Brenne.", { by: "Jean Morel", to: ["presse"] }],
    ["« Le pont fermera », a déclaré Jean Morel, maire de Brenne, à la presse.", { to: ["presse"], via: [] }],
    ["« Le pont fermera », déclare Jean Morel, maire de Brenne, à Radio Vallée.", { to: ["Radio Vallée"] }],
    ["« Le pont fermera », a déclaré lundi sur les ondes, Jean Morel, maire de Brenne.", { by: "Jean Morel" }],
    ["« Le pont fermera », a lancé Jean Morel, rapporte Ouest-France.", { by: "Jean Morel", via: ["Ouest-France"] }],
    ["« Le pont fermera », a lancé Jean Morel, selon l'AFP.", { by: "Jean Morel", via: ["AFP"] }],
    ["« Le pont fermera », a lancé Jean Morel cité par l'AFP.", { via: ["AFP"], to: [] }],
    ["Selon une source citée par Le Courrier du Lac, le pont fermera.", { via: ["Courrier du Lac"] }],
    ["Jean Morel, joint par Le Courrier du Lac, affirme que le pont fermera.", { to: ["Courrier du Lac"] }],
    ["Invité de RTL, Jean Morel a affirmé que le pont fermerait.", { via: ["RTL"] }],
    ["S'adressant aux élus, Jean Morel a affirmé que le pont fermerait.", { to: ["élus"], via: [] }],
    ["Jean Morel a déclaré au Monde que le pont fermerait.", { to: ["Monde"], via: ["Monde"] }],
    ["« Le pont fermera », a écrit Jean Morel dans une tribune publiée par Le Monde.", { via: ["Monde"] }],
  ])("%s", (text, expected) => expectRoles(text, expected));
});

describe("English", () => {
  test.each<[string, Omit<Said, "words">]>([
    ["“The bridge is shut,” Ada Brook told the BBC.", { to: ["BBC"], via: ["BBC"] }],
    ["Ada Brook told BBC News outside court that the bridge was shut.", { to: ["BBC News"], via: ["BBC News"] }],
    ["Ada Brook told reporters in Valmont that the bridge was shut.", { to: ["reporters"], via: [] }],
    ["Ada Brook told US media that the bridge was shut.", { to: ["US media"], via: [] }],
    ["Ada Brook told a news conference that the bridge was shut.", { to: [], channel: "news conference" }],
    [
      "Ada Brook said in an interview with Reuters on Monday that the bridge was shut.",
      { via: ["Reuters"], channel: "interview", on: "2023-09-18" },
    ],
    ["In a statement on Monday, Ada Brook said that the bridge was shut.", { channel: "statement", on: "2023-09-18" }],
    ["“The bridge is shut,” said Ada Brook, speaking to Sky News.", { via: ["Sky News"] }],
    ["According to Reuters, Ada Brook said that the bridge was shut.", { by: "Ada Brook", via: ["Reuters"] }],
    ["“The bridge is shut,” Ada Brook wrote on X.", { channel: "X" }],
    ["“The bridge is shut,” Ada Brook said in a tweet.", { channel: "Twitter" }],
    ["“The bridge is shut,” Ada Brook said on Monday at a rally in Valmont.", { channel: "rally", on: "2023-09-18" }],
    ["The statement said that the bridge was shut.", { channel: "statement" }],
  ])("%s", (text, expected) => expectRoles(text, expected));
});

test("a floating quotation was told to whom the one before it was", () => {
  const expected = [
    { words: "The bridge is shut", to: ["BBC"], on: "2023-09-18" },
    { words: "Nobody came to help us.", to: ["BBC"], on: "2023-09-18" },
  ];
  const text = "“The bridge is shut,” Ada Brook told the BBC on Monday. “Nobody came to help us.”";
  expect(saidIn(text, expected, PUBLISHED)).toEqual(expected);
});
