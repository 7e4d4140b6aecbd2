import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { slugOf } from "../../src/model/fold.js";
import { ACTOR_KINDS } from "../../src/model/vocabulary.js";
import { isOneOfMany, resolveActor } from "../../src/resolution/resolve-actor.js";

describe("names that the gazetteer knows", () => {
  test.each([
    [
      ["Bakou", "Baku", "Azerbaïdjan", "l’Azerbaïdjan", "AZERBAIJAN", "Republic of Azerbaijan"],
      "azerbaidjan",
      "COUNTRY",
    ],
    [["Erevan", "Yerevan", "l'Arménie", "Armenia"], "armenie", "COUNTRY"],
    [["Moscou", "le Kremlin", "Moscow", "Russia", "la Russie"], "russie", "COUNTRY"],
    [["Washington", "la Maison-Blanche", "U.S.", "les États-Unis", "the United States"], "etats-unis", "COUNTRY"],
    [["Pachinian", "Pashinyan", "Nikol Pachinian", "Никол Пашинян"], "nikol-pachinian", "PERSON"],
    [["Aliyev", "Ilham Aliev", "M. Aliyev"], "ilham-aliyev", "PERSON"],
    [["Haut-Karabakh", "Nagorny Karabakh", "Nagorno-Karabakh", "l'Artsakh", "Haut-Karabagh"], "haut-karabakh", "PLACE"],
    [["AFP", "l'AFP", "Agence France-Presse"], "agence-france-presse", "MEDIA"],
    [["ONU", "l’ONU", "United Nations", "Nations unies"], "organisation-des-nations-unies", "ORGANIZATION"],
    [["CICR", "ICRC"], "comite-international-de-la-croix-rouge", "ORGANIZATION"],
    [
      [
        "le ministère arménien de la Défense",
        "le ministère de la Défense de l'Arménie",
        "Armenian defence ministry",
        "Armenia's Ministry of Defense",
      ],
      "ministere-de-la-defense-de-l-armenie",
      "ORGANIZATION",
    ],
    [
      [
        "la diplomatie russe",
        "ministère russe des Affaires étrangères",
        "Russian foreign ministry",
        "Ministry of Foreign Affairs of Russia",
      ],
      "ministere-des-affaires-etrangeres-de-la-russie",
      "ORGANIZATION",
    ],
    [
      ["l'armée azerbaïdjanaise", "les forces armées azéries", "Azerbaijani army"],
      "armee-de-l-azerbaidjan",
      "ORGANIZATION",
    ],
    [["le gouvernement malien", "Malian government"], "gouvernement-du-mali", "ORGANIZATION"],
  ])("%j are %s", (names, key, kind) => {
    for (const name of names)
      expect(resolveActor({ name }, "article")).toMatchObject({ key, kind, known: true, resolved: true });
  });

  test("a country has its names in French and English, and its other names as aliases", () => {
    const { names, aliases, wikidataId } = resolveActor({ name: "Bakou", language: "fr" }, "article");
    expect(names).toEqual([
      { language: "en", name: "Azerbaijan" },
      { language: "fr", name: "Azerbaïdjan" },
    ]);
    expect(aliases).toEqual(expect.arrayContaining(["Bakou", "Baku"]));
    expect(wikidataId).toBe("Q227");
  });

  test("an adjective of two countries names neither", () => {
    expect(resolveActor({ name: "le gouvernement congolais" }, "article").known).toBe(false);
  });
});

describe("names that it does not know", () => {
  test("a name is its own key, in every document", () => {
    const reference = { name: "Mme Irène Fontanel", language: "fr", kind: "PERSON" as const };
    expect(resolveActor(reference, "one")).toEqual({
      key: "irene-fontanel",
      names: [{ language: "fr", name: "Irène Fontanel" }],
      aliases: [],
      kind: "PERSON",
      resolved: true,
      known: false,
    });
    expect(resolveActor(reference, "two").key).toBe("irene-fontanel");
  });

  test("a mention that names nobody belongs to its document", () => {
    const { key, resolved, known } = resolveActor({ name: "un responsable anonyme", resolved: false }, "le-courrier-1");
    expect({ key, resolved, known }).toEqual({
      key: "le-courrier-1/un-responsable-anonyme",
      resolved: false,
      known: false,
    });
  });

  test("an explicit key is kept, and is known", () => {
    expect(resolveActor({ key: "jean-morel-2", name: "Jean Morel" }, "one")).toMatchObject({
      key: "jean-morel-2",
      known: true,
      resolved: true,
    });
  });
});

test("any reference gives the same actor twice, with a key, a kind and at most one name per language", () => {
  const references = fc.record(
    { name: fc.oneof(fc.string(), fc.constantFrom("Bakou", "le ministère russe", "’", "M. ")), resolved: fc.boolean() },
    { requiredKeys: ["name"] },
  );
  fc.assert(
    fc.property(references, (reference) => {
      const actor = resolveActor(reference, "doc");
      expect(resolveActor(reference, "doc")).toEqual(actor);
      expect(actor.key).not.toBe("");
      expect(Object.keys(ACTOR_KINDS)).toContain(actor.kind);
      expect(new Set(actor.names.map(({ language }) => language)).size).toBe(actor.names.length);
    }),
  );
});

test("every known actor is found again by each of its names", () => {
  for (const name of [
    "Azerbaïdjan",
    "Ilham Aliyev",
    "Union européenne",
    "Reuters",
    "Ministère de la Défense de l'Arménie",
  ]) {
    const { key, names } = resolveActor({ name }, "doc");
    expect(key).toBe(slugOf(name));
    for (const other of names) expect(resolveActor({ name: other.name }, "doc").key).toBe(key);
  }
});

test.each([
  ["Audrey", "PERSON", true],
  ["M. Delmas", "PERSON", true],
  ["Jean-Luc", "PERSON", true],
  ["Ada Brook", "PERSON", false],
  ["Macron", "PERSON", false],
  ["le président Macron", "PERSON", false],
  ["le ministère de la Santé", "ORGANIZATION", true],
  ["police", "ORGANIZATION", true],
  ["la police de Lyon", "ORGANIZATION", false],
  ["Greenpeace", "ORGANIZATION", false],
  ["Unir", "UNKNOWN", false],
] as const)("%s (%s) is a name that many have: %s", (name, kind, expected) => {
  expect(isOneOfMany(name, kind, "fr")).toBe(expected);
});

test("what a table names is taken as it is", () => {
  expect(resolveActor({ name: "Gouvernement" }, "doc")).toMatchObject({ key: "gouvernement", resolved: true });
  expect(resolveActor({ name: "Stromae", kind: "PERSON" }, "doc")).toMatchObject({ key: "stromae", resolved: true });
});
