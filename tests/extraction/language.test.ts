import { describe, expect, test } from "@jest/globals";
import { extract } from "../../src/extraction/extract.js";

describe("the language of a text", () => {
  test.each([
    ["Le maire a dit que la route est ouverte dans les villages.", "fr"],
    ["The mayor said that the road is open in the villages.", "en"],
    ["« Non », répond Bakou.", "fr"],
    ["Erevan accuse Bakou d'agression", "fr"],
    ["Grève : la préfète s'explique", "fr"],
    ["Noor: “Never again”, says lawyer", "en"],
    ["Brook told Reuters he would quit", "en"],
    ["Selon elle, non.", "fr"],
    ["", "en"],
    ["1 234,5", "en"],
  ])("%j is %s", (text, language) => {
    expect(extract(text).language).toBe(language);
  });

  test.each([
    ["Der Bürgermeister sagte, dass die Straße in den Dörfern nicht offen ist und auch nicht wird.", "de"],
    ["El alcalde dijo que la carretera está abierta en los pueblos y que no fue por las obras del puente.", "es"],
    ["Il sindaco ha detto che la strada è aperta nei villaggi e che non sono stati i lavori della ferrovia.", "it"],
    [
      "O presidente da câmara disse que não foi avisado e que as obras do porto são uma surpresa para os vizinhos.",
      "pt",
    ],
    ["De burgemeester zei dat het dorp met de trein niet te bereiken is en dat er een brug wordt gebouwd.", "nl"],
    ["Мэр сказал, что дорога открыта, - AFP.", "und"],
    ["قال رئيس البلدية إن الطريق مفتوح", "und"],
  ])("%j is %s, and nothing is read in it", (text, language) => {
    expect(extract(text)).toEqual({ language, utterances: [] });
  });

  test("a quotation in another language leaves an article what it is", () => {
    const said = "« El pueblo unido, que no será vencido por los de siempre », a lancé Ana Ruiz devant les grévistes.";
    expect(extract(`${said} Elle a promis que la marche irait jusqu'au port.`).language).toBe("fr");
  });
});

test("the language given is kept, and nothing is read in one without rules", () => {
  expect(extract("Ada Brook said the road is open.", { language: "de" })).toEqual({ language: "de", utterances: [] });
});
