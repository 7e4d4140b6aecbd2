import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Properties } from "../../src/store/contribution.js";
import { addDigest, formatDigest, nodeHash, parseDigest, relationHash } from "../../src/store/digest.js";

const scalar = fc.oneof(fc.string(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
/** Names of properties but for the key, which is the identity of a node and hashed as such. */
const propertyName = fc.stringMatching(/^[a-z]{1,8}$/).filter((name) => name !== "key");
const properties = fc.dictionary(
  propertyName,
  fc.oneof(scalar, fc.array(fc.string(), { maxLength: 4 }), fc.array(fc.integer(), { maxLength: 4 })),
);

test("neither the order of properties nor the order of a set counts", () => {
  fc.assert(
    fc.property(properties, (given) => {
      const turned = Object.fromEntries(
        Object.entries(given)
          .reverse()
          .map(([name, value]) => [name, Array.isArray(value) ? value.toReversed() : value]),
      );
      expect(nodeHash("Actor", "a", turned)).toBe(nodeHash("Actor", "a", given));
    }),
  );
});

test("the order of spans and candidates counts", () => {
  const spans = (list: number[]) => relationHash("REPORTED_IN", "s", "d", 3, { spans: list });
  expect(spans([3, 9, 12, 20])).not.toBe(spans([12, 20, 3, 9]));
  const candidates = (list: string[]) => relationHash("MADE", "a", "s", undefined, { candidates: list });
  expect(candidates(["x", "y"])).not.toBe(candidates(["y", "x"]));
});

test("different contents have different hashes", () => {
  const seen = new Map<bigint, string>();
  const shown = (value: Properties) =>
    JSON.stringify(
      Object.entries(value)
        .map(([name, item]) => [name, Array.isArray(item) ? item.toSorted() : item])
        .sort(),
    );
  fc.assert(
    fc.property(properties, (given) => {
      const hash = nodeHash("Actor", "a", given);
      expect(seen.get(hash) ?? shown(given)).toBe(shown(given));
      seen.set(hash, shown(given));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [{ name: "1" }, { name: 1 }],
  [{ name: "a" }, { names: "a" }],
  [{ names: ["a", "b"] }, { names: ["a,b"] }],
  [{ names: [] }, {}],
  [{ names: ["a"] }, { names: "a" }],
  [{ a: 'b"1:c' }, { a: "b", c: "" }],
])("%j is not %j", (one, other) => {
  expect(nodeHash("Actor", "a", one)).not.toBe(nodeHash("Actor", "a", other));
});

test("what engines give differently hashes alike", () => {
  const hash = (given: Properties) => nodeHash("Statement", "s", given);
  expect(hash({ confidence: 1.0, at: 5n, text: null })).toBe(hash({ confidence: 1, at: 5, key: "s" }));
});

test("when a judgement was recorded is no content, when a report stands is", () => {
  expect(nodeHash("Judgement", "j", { at: "2023" })).toBe(nodeHash("Judgement", "j", { at: "2024" }));
  const report = (at: number) => relationHash("REPORTED_IN", "s", "d", at, { at });
  expect(report(1)).not.toBe(report(2));
  expect(report(1)).toBe(relationHash("REPORTED_IN", "s", "d", 1, {}));
});

test("changes add up in any order, and what is taken away leaves what was", () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: -(1n << 130n), max: 1n << 130n })), fc.bigInt(), (changes, start) => {
      const sum = (list: bigint[]) => list.reduce(addDigest, addDigest(start, 0n));
      expect(sum(changes.toReversed())).toBe(sum(changes));
      expect(sum([...changes, ...changes.map((change) => -change)])).toBe(sum([]));
      expect(parseDigest(formatDigest(sum(changes)))).toBe(sum(changes));
      expect(formatDigest(sum(changes))).toMatch(/^[0-9a-f]{32}$/);
    }),
  );
});
