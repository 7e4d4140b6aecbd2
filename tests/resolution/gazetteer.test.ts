import { expect, test } from "@jest/globals";
import { fold } from "../../src/model/fold.js";
import { ACTOR_KINDS } from "../../src/model/vocabulary.js";
import { findKnown } from "../../src/resolution/gazetteer.js";
import { readCountries, readPlaces } from "../../src/resolution/owners.js";
import { listed, readRows } from "../../src/resolution/table.js";

const ACTORS = readRows("actors.tsv");

test("every row of actors.tsv has two names, a kind of the vocabulary, and a reason or a Wikidata id", () => {
  const bad = ACTORS.filter(
    (row) => !row.name_fr || !row.name_en || !((row.kind ?? "") in ACTOR_KINDS) || !(row.reason || row.wikidata),
  );
  expect(bad.map(({ name_fr }) => name_fr).filter((name) => name !== "News.am")).toEqual([]);
});

test("no alias of one actor names another", () => {
  const owners = new Map<string, string>();
  const twice: string[] = [];
  for (const row of ACTORS)
    for (const name of new Set([row.name_fr, row.name_en, ...listed(row.aliases)].map((name) => fold(name ?? "")))) {
      if (owners.has(name)) twice.push(`${name}: ${owners.get(name)} and ${row.name_fr}`);
      owners.set(name, row.name_fr ?? "");
    }
  expect(twice).toEqual([]);
});

test("every state is found by its French and English names", () => {
  const lost = readCountries().filter(({ key, fr, en }) => findKnown(fr)?.key !== key || findKnown(en)?.key !== key);
  expect(lost.map(({ fr }) => fr)).toEqual([]);
  expect(readCountries().length).toBeGreaterThan(190);
});

test("every capital and seat leads to one state", () => {
  const lost = readCountries().flatMap(({ key, aliases }) =>
    aliases.filter((alias) => findKnown(alias)?.key !== key).map((alias) => `${alias} is not ${key}`),
  );
  expect(lost).toEqual([]);
});

test.each([
  ["la presse", undefined],
  ["La Presse", "la-presse"],
  ["Le Monde", "le-monde"],
  ["le monde", undefined],
  ["Figaro", "le-figaro"],
  ["la manche", undefined],
  ["us", undefined],
  ["US", "etats-unis"],
  ["Otan", "organisation-du-traite-de-l-atlantique-nord"],
  ["OTAN", "organisation-du-traite-de-l-atlantique-nord"],
  ["otan", undefined],
  ["le comité international de la croix-rouge", "comite-international-de-la-croix-rouge"],
])("small letters: %s is %s", (name, key) => {
  expect(findKnown(name)?.key).toBe(key);
});

test("initials of one language are none in the other", () => {
  expect(findKnown("OAS", { language: "en" })?.key).toBe("organisation-des-etats-americains");
  expect(findKnown("OAS", { language: "fr" })).toBeUndefined();
  expect(findKnown("PS", { language: "fr" })?.key).toBe("parti-socialiste");
  expect(findKnown("UN")?.key).toBe("organisation-des-nations-unies");
});

test("a person is no place, and no newspaper", () => {
  expect(findKnown("Houston", { kind: "PERSON" })).toBeUndefined();
  expect(findKnown("Marianne", { kind: "PERSON" })).toBeUndefined();
  expect(findKnown("Macron", { kind: "PERSON" })?.key).toBe("emmanuel-macron");
});

test("every place has a name of its own: no state, body or other place has it too", () => {
  const lost = readPlaces().filter(({ key, fr, isCapital }) => !isCapital && findKnown(fr)?.key !== key);
  expect(lost.map(({ fr }) => fr)).toEqual([]);
});

test.each([
  ["Royaume-Uni", "du Royaume-Uni", "of the United Kingdom"],
  ["Corée du Sud", "de la Corée du Sud", "of South Korea"],
  ["Philippines", "des Philippines", "of the Philippines"],
  [
    "République démocratique du Congo",
    "de la République démocratique du Congo",
    "of the Democratic Republic of the Congo",
  ],
  ["Haïti", "d'Haïti", "of Haiti"],
  ["Hongrie", "de la Hongrie", "of Hungary"],
])("what belongs to %s is %s, %s", (name, ofFrench, ofEnglish) => {
  expect(readCountries().find(({ fr }) => fr === name)).toMatchObject({ ofFrench, ofEnglish });
});
