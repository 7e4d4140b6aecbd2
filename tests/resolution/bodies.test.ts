import { describe, expect, test } from "@jest/globals";
import { fold } from "../../src/model/fold.js";
import { findKnown, isBareBody } from "../../src/resolution/gazetteer.js";
import { type Owner, readCountries, readPlaces } from "../../src/resolution/owners.js";
import { listed, readRows } from "../../src/resolution/table.js";

interface Row {
  name: string;
  level: string;
  words: readonly string[];
}

const COUNTRIES = readCountries();
const BODIES: readonly Row[] = readRows("institutions.tsv").map(({ name_fr: name = "", level = "", words }) => ({
  name,
  level,
  words: listed(words),
}));
const OF_STATES = BODIES.filter(({ level }) => level !== "city");
const OWN = readRows("own-bodies.tsv");

/** Adjectives that belong to one state only. */
const COUNT = new Map<string, number>();
for (const { adjectives } of COUNTRIES) for (const one of adjectives) COUNT.set(one, (COUNT.get(one) ?? 0) + 1);

function adjectivesOf({ adjectives }: Owner): string[] {
  return adjectives.filter((adjective) => COUNT.get(adjective) === 1);
}

/** The ways to say whose a body is, in both languages. */
function phrasings(body: string, owner: Owner, adjectives: readonly string[]): string[] {
  const [first = "", ...rest] = body.split(" ");
  return [
    `le ${body} ${owner.ofFrench}`,
    `the ${body} ${owner.ofEnglish}`,
    `${owner.en}’s ${body}`,
    `${owner.en} ${body}`,
    ...adjectives.flatMap((adjective) => [
      `la ${body} ${adjective}`,
      `the ${adjective.toUpperCase()} ${body}`,
      rest.length > 0 ? `l'${first} ${adjective} ${rest.join(" ")}` : `${body} ${adjective}`,
    ]),
  ];
}

function keyOf(name: string): string | undefined {
  return findKnown(name)?.key;
}

/** Words that mean a body of this owner which has a name of its own. */
function isOwn(word: string, owner: Owner): boolean {
  return OWN.some((row) => row.owner === owner.fr && listed(row.words).some((one) => fold(one) === fold(word)));
}

test("every body of every state has one key, whatever the phrasing and the language", () => {
  const wrong: string[] = [];
  for (const { name, words } of OF_STATES)
    for (const owner of COUNTRIES) {
      const key = keyOf(`${name} ${owner.ofFrench}`);
      const english = words.find((word) => !isOwn(word, owner) && /^[a-z' ]+$/.test(word)) ?? name;
      for (const phrase of phrasings(english, owner, adjectivesOf(owner).slice(0, 1)))
        if (key === undefined || keyOf(phrase) !== key) wrong.push(`${phrase}: ${keyOf(phrase)} is not ${key}`);
    }
  expect(wrong).toEqual([]);
});

test("all words for a body mean the same one", () => {
  const some = COUNTRIES.filter(({ fr }) =>
    [
      "Arménie",
      "États-Unis",
      "Royaume-Uni",
      "Corée du Nord",
      "Nouvelle-Zélande",
      "Pays-Bas",
      "Guinée équatoriale",
    ].includes(fr),
  );
  const wrong: string[] = [];
  for (const { name, words } of OF_STATES)
    for (const owner of some)
      for (const word of words) {
        if (isOwn(word, owner)) continue;
        const key = keyOf(`${name} ${owner.ofFrench}`);
        for (const phrase of phrasings(word, owner, adjectivesOf(owner).slice(0, 2)))
          if (keyOf(phrase) !== key) wrong.push(`${phrase}: ${keyOf(phrase)} is not ${key}`);
      }
  expect(some).toHaveLength(7);
  expect(wrong).toEqual([]);
});

test("no word means two bodies of one level", () => {
  const seen = new Set<string>();
  const twice = BODIES.flatMap(({ level, words }) =>
    words.filter((word) => {
      const id = `${level} ${fold(word)}`;
      return seen.has(id) || !seen.add(id);
    }),
  );
  expect(twice).toEqual([]);
});

test("every body of its own name is found by what it is and whose, and by its own names", () => {
  const owners = [...COUNTRIES, ...readPlaces()];
  const wrong = OWN.flatMap((row) => {
    const owner = owners.find(({ fr }) => fr === row.owner);
    const names = [`${row.body} ${owner?.ofFrench}`, row.name_fr ?? "", row.name_en ?? "", ...listed(row.aliases)];
    const keys = new Set(names.map(keyOf));
    return owner && keys.size === 1 && !keys.has(undefined) ? [] : [`${row.name_fr}: ${[...keys].join(", ")}`];
  });
  expect(wrong).toEqual([]);
});

describe("in the press", () => {
  test.each([
    ["la diplomatie azerbaïdjanaise", "ministere-des-affaires-etrangeres-de-l-azerbaidjan"],
    ["Azerbaijani Foreign Ministry", "ministere-des-affaires-etrangeres-de-l-azerbaidjan"],
    ["le ministère azerbaïdjanais des Affaires étrangères", "ministere-des-affaires-etrangeres-de-l-azerbaidjan"],
    ["ministère des Affaires étrangères à Bakou", "ministere-des-affaires-etrangeres-de-l-azerbaidjan"],
    ["l'armée russe", "armee-de-la-russie"],
    ["les forces armées de la Fédération de Russie", "armee-de-la-russie"],
    ["la présidence turque", "presidence-de-la-turquie"],
    ["les autorités séparatistes du Haut-Karabakh", "gouvernement-du-haut-karabakh"],
    ["the de facto authorities of Nagorno-Karabakh", "gouvernement-du-haut-karabakh"],
    ["la présidence de l'Artsakh", "presidence-du-haut-karabakh"],
    ["the Hungarian government", "gouvernement-de-la-hongrie"],
    ["le gouvernement de Kiev", "gouvernement-de-l-ukraine"],
    ["la police de Londres", "police-de-londres"],
    ["la police britannique", "police-du-royaume-uni"],
    ["Jakarta police", "police-de-jakarta"],
    ["le parquet de Paris", "parquet-de-paris"],
    ["le parquet de Marseille", "parquet-de-marseille"],
    ["la mairie de Lyon", "mairie-de-lyon"],
    ["Toronto city council", "mairie-de-toronto"],
    ["le gouvernement du Québec", "gouvernement-du-quebec"],
    ["le gouvernement québécois", "gouvernement-du-quebec"],
    ["Quebec government", "gouvernement-du-quebec"],
    ["the State Department", "departement-d-etat-des-etats-unis"],
    ["la diplomatie américaine", "departement-d-etat-des-etats-unis"],
    ["the U.S. Department of Agriculture", "departement-de-l-agriculture-des-etats-unis"],
    ["Tsahal", "armee-israelienne"],
    ["l'armée israélienne", "armee-israelienne"],
  ])("%s is %s", (name, key) => {
    expect(keyOf(name)).toBe(key);
  });

  test.each(["Mexico City", "Kansas City", "le gouvernement congolais", "la presse russe", "le ministère de la Santé"])(
    "%s is no body of a state",
    (name) => {
      expect(["MEDIA", "ORGANIZATION"]).not.toContain(findKnown(name)?.kind);
    },
  );

  test("what a body is without whose is told", () => {
    expect(["le ministère de la Santé", "police", "the Government"].map(isBareBody)).toEqual([true, true, true]);
    expect(["la police de Lyon", "Greenpeace"].map(isBareBody)).toEqual([false, false]);
  });
});
