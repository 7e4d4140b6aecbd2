import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";

const bench = pathToFileURL(join(import.meta.dirname, "../../bench/priors.mjs")).href;
const { withCounts } = (await import(bench)) as { withCounts(table: string, statements: object[]): string };

const HEAD = "# Why.\npart\tname\tkinds\torder\tguess\tprior\tright\tseen\treason";
const TABLE = `${HEAD}\npattern\tcolon\t\t0.9\t\t0\t0\t0\tS : C\npattern\tdash\t\t0.8\t0.6\t0\t0\t0\tC – S\nspeaker\tname\tPERSON GROUP\t\t\t0\t0\t0\tfull\n`;

const statement = { rule: "colon", way: "name", speaker_kind: "PERSON", matched: true, right: true };
const counted = withCounts(TABLE, [
  ...Array(8).fill(statement),
  { ...statement, right: false },
  { ...statement, matched: false, right: false },
]);
const rows = counted
  .trimEnd()
  .split("\n")
  .slice(2)
  .map((line) => line.split("\t"));

test("counts patterns by their content, and ways by the speaker where the content is right", () => {
  expect(rows.map(([, name, , , , , right, seen]) => [name, right, seen])).toEqual([
    ["colon", "9", "10"],
    ["dash", "0", "0"],
    ["name", "8", "9"],
  ]);
});

test("what was seen seldom is drawn towards its group, with a margin for unseen text, or towards a guess", () => {
  const mean = 0.9 - 0.08;
  expect(rows.map(([, , , , , prior]) => Number(prior))).toEqual(
    [(9 + 8 * mean) / 18, 0.6, (8 + 8 * (8 / 9 - 0.08)) / 17].map((prior) => expect.closeTo(prior, 2)),
  );
});

test("what a person wrote stays", () => {
  expect(counted.startsWith(`${HEAD}\n`)).toBe(true);
  expect(rows.map(([, , kinds, order, , , , , reason]) => [kinds, order, reason])).toEqual([
    ["", "0.9", "S : C"],
    ["", "0.8", "C – S"],
    ["PERSON GROUP", "", "full"],
  ]);
});
