import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { slugOf } from "../../src/model/fold.js";
import { keyOfName } from "../../src/resolution/person-key.js";
import { resolveActor } from "../../src/resolution/resolve-actor.js";

type Pair = readonly [string, string];

function linesOf(file: string): string[][] {
  const lines = readFileSync(new URL(`./people/${file}`, import.meta.url), "utf8").split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split("\t"));
}

function pairsIn(lines: readonly string[][]): Pair[] {
  return lines.flatMap((names) => names.flatMap((a, at) => names.slice(at + 1).map((b) => [a, b] as const)));
}

const SAME = pairsIn(linesOf("same.tsv"));
const DIFFERENT = pairsIn(linesOf("different.tsv"));

function measured(keyOf: (name: string) => string) {
  const isMet = ([a, b]: Pair) => keyOf(a) === keyOf(b);
  const merged = DIFFERENT.filter(isMet);
  const found = SAME.filter(isMet).length;
  return { merged, recall: found / SAME.length, precision: found / (found + merged.length) };
}

const resolved = (name: string) => resolveActor({ name, kind: "PERSON" }, "article").key;

test("one person is one actor in French and English spelling, and nobody is another", () => {
  expect([SAME.length >= 150, DIFFERENT.length >= 300]).toEqual([true, true]);
  const rows = Object.entries({
    "own spelling": slugOf,
    "spelling of the key": keyOfName,
    "with the gazetteer": resolved,
  });
  for (const [name, keyOf] of rows) {
    const { recall, precision } = measured(keyOf);
    process.stderr.write(`${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${SAME.length}\n`);
  }
  const { merged, recall } = measured(resolved);
  expect(merged).toEqual([]);
  expect(recall).toBeGreaterThanOrEqual(0.9);
  expect(measured(keyOfName).recall).toBeGreaterThanOrEqual(0.85);
});

test.each([
  ["Anna Noor", "anna-noor"],
  ["Paul Ryan", "paul-ryan"],
  ["Ben Stiller", "ben-stiller"],
  ["Boris Johnson", "boris-johnson"],
  ["Alexander Hamilton", "alexander-hamilton"],
  ["Zhang Wei", "zhang-wei"],
  ["Syndicat Unir", "syndicat-unir"],
  ["Samvel Chaghbazian", "samvel-chagbazian"],
  ["Irina Volkova", "irina-volkova"],
])("%s has the readable key %s", (name, key) => {
  expect(keyOfName(name)).toBe(key);
});

test("a key is the key of itself", () => {
  for (const name of [...linesOf("same.tsv"), ...linesOf("different.tsv")].flat())
    expect(keyOfName(keyOfName(name))).toBe(keyOfName(name));
  const part = fc.constantFrom(
    "tch",
    "ch",
    "sh",
    "dj",
    "ou",
    "gu",
    "gh",
    "x",
    "y",
    "ie",
    "ff",
    "w",
    "ev",
    "ian",
    "ss",
    "a",
    "i",
  );
  const word = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 2, maxLength: 3 }),
      fc.constantFrom("ov", "ski", "ian", ""),
      (words, end) => {
        const key = keyOfName(`Sergei ${words.join(" ")}${end}`);
        expect(keyOfName(key)).toBe(key);
      },
    ),
  );
});
