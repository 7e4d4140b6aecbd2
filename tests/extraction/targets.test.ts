import { describe, expect, test } from "@jest/globals";
import { type Said, saidIn } from "./said.js";

const expectAbout = (text: string, expected: readonly Said[]) => expect(saidIn(text, expected)).toEqual(expected);

describe("whom or what a content is about", () => {
  test("a nationality beside a deed means the country, beside a mere thing it does not", () => {
    expectAbout(
      "Selon la mission, l'offensive malienne a commencé dans la nuit. Le maire a dit que le vin chilien manquait.",
      [
        { words: "l'offensive malienne a commencé dans la nuit", about: ["Mali"] },
        { words: "le vin chilien manquait", about: [] },
      ],
    );
    expectAbout("The envoy said the Chilean proposal came too late.", [
      { words: "the Chilean proposal came too late", about: ["Chile"] },
    ]);
  });

  test("a place where a deed is done is meant, a mere location is not", () => {
    expectAbout(
      "Le ministre a déclaré que le Pérou dénonçait l'ingérence du Chili en Bolivie. Il a ajouté que le Pérou avait reçu le prix à Brenne.",
      [
        { words: "le Pérou dénonçait l'ingérence du Chili en Bolivie", about: ["Pérou", "Chili", "Bolivie"] },
        { words: "le Pérou avait reçu le prix à Brenne", about: ["Pérou"] },
      ],
    );
  });

  test("the country is the speaker's own, the enclave the one named before", () => {
    expectAbout(
      "La Bolivie et le Pérou négocient. Le ministère chilien de la Défense assure que le pays tiendra bon.",
      [{ words: "le pays tiendra bon", about: ["Chili"] }],
    );
    expectAbout(
      "Les combats ont repris dans le Valdor. À Brenne, la vie continue. Le préfet affirme que les habitants de l'enclave sont libres.",
      [{ words: "les habitants de l'enclave sont libres", about: ["Valdor"] }],
    );
  });

  test("in marks the third person is not the speaker", () => {
    expectAbout('Defence lawyer Laura Teal said: "She apologized for any harm."', [
      { words: "She apologized for any harm.", by: "Laura Teal", about: [] },
    ]);
  });

  test("an agreement is meant by its noun once it has been called more fully", () => {
    expectAbout("Le Chili veut signer un accord de paix. Le Pérou a dit que l'accord était prêt.", [
      { words: "l'accord était prêt", about: ["accord de paix"] },
    ]);
  });

  test("we of an ambassador is who sends, of a minister no portfolio", () => {
    expectAbout("« Nous avons envoyé des troupes », a dit l'ambassadeur du Pérou en Suède, Ivan Salas.", [
      { words: "Nous avons envoyé des troupes", about: ["Pérou"] },
    ]);
    expectAbout("« Nous avons fermé dix magasins », a dit le ministre de l'Industrie, Ivan Salas.", [
      { words: "Nous avons fermé dix magasins", about: [] },
    ]);
  });

  test("a people told by where it lives, a body with its complement", () => {
    expectAbout("Jean Morel a affirmé que les Arméniens du Valdor avaient fui.", [
      { words: "les Arméniens du Valdor avaient fui", about: ["Arméniens du Valdor"] },
    ]);
    expectAbout("Jean Morel a affirmé que la Cour interrégionale de justice jugerait le Chili.", [
      {
        words: "la Cour interrégionale de justice jugerait le Chili",
        about: ["Cour interrégionale de justice", "Chili"],
      },
    ]);
  });
});

test("an adjective of two nationalities means both countries, or names an event", () => {
  expectAbout("Jean Morel a dit que les relations franco-chiliennes étaient bonnes.", [
    { words: "les relations franco-chiliennes étaient bonnes", about: ["France", "Chili"] },
  ]);
  expectAbout("Jean Morel a dit que l'accord franco-chilien était bon.", [
    { words: "l'accord franco-chilien était bon", about: ["accord franco-chilien"] },
  ]);
  expectAbout("The envoy said the Chile-Peru border was shut.", [
    { words: "the Chile-Peru border was shut", about: ["Chile", "Peru"] },
  ]);
  expectAbout("The envoy said the Chile-Peru deal was good.", [
    { words: "the Chile-Peru deal was good", about: ["Chile-Peru deal"] },
  ]);
});

test("an enclave that the text names is meant by its noun and counts as a place where things are done", () => {
  expectAbout(
    "Les combats pour reconquérir la Transnistrie durent. Le Pérou accuse le Chili de mener un « nettoyage » dans cette région.",
    [{ words: "le Chili de mener un « nettoyage » dans cette région", about: ["Chili", "Transnistrie"] }],
  );
});

test("the city of a mayor is the one that the mayor governs", () => {
  expectAbout('Ada Brook, mayor of Brenfield, said: "The city will cut fares."', [
    { words: "The city will cut fares.", about: ["Brenfield"] },
  ]);
});
