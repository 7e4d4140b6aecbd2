import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { extract } from "../../src/extraction/extract.js";
import { PATTERNS } from "../../src/extraction/patterns/registry.js";
import { orderOf, patternPrior, speakerPrior } from "../../src/extraction/priors.js";
import { readTable } from "../../src/extraction/table.js";
import { WAYS, type Way } from "../../src/extraction/ways.js";
import { ACTOR_KINDS, type ActorKind } from "../../src/model/vocabulary.js";

const ROWS = readTable(readFileSync("src/extraction/priors.tsv", "utf8"));

test("every pattern has a row, with its place among those that contradict it", () => {
  for (const { name } of PATTERNS) {
    expect(patternPrior(name)).toBeGreaterThan(0);
    expect(orderOf(name)).toBeGreaterThan(0);
    expect(orderOf(name)).toBeLessThan(1);
  }
});

test("every way to find a speaker has a row for every kind of actor, and no other has one", () => {
  for (const way of Object.keys(WAYS) as Way[])
    for (const kind of Object.keys(ACTOR_KINDS) as ActorKind[]) expect(speakerPrior(way, kind)).toBeGreaterThan(0);
  const named = ROWS.filter(({ part }) => part === "speaker").map(({ name }) => name);
  expect(new Set(named)).toEqual(new Set(Object.keys(WAYS)));
});

test("every row says what it was counted from, and why", () => {
  for (const { name, prior, right, seen, reason } of ROWS) {
    expect([name, Number(prior) > 0 && Number(prior) <= 1]).toEqual([name, true]);
    expect([name, Number(right) <= Number(seen)]).toEqual([name, true]);
    expect([name, reason]).not.toEqual([name, ""]);
  }
});

test("a statement is as sure as its pattern and its speaker are, and a floating one no surer than the one before", () => {
  const text = '"We lost the harvest," farmer Tom Hale said. "Nobody came to help us."';
  const [first, second] = extract(text, { language: "en" }).utterances;
  expect(first?.confidence).toBeCloseTo(patternPrior("quotation-subject-verb") * speakerPrior("name", "PERSON"));
  const floating = Math.min(speakerPrior("name", "PERSON"), speakerPrior("floating", "PERSON"));
  expect(second?.confidence).toBeCloseTo(patternPrior("floating") * floating);
  expect([first?.way, second?.way]).toEqual(["name", "floating"]);
});
