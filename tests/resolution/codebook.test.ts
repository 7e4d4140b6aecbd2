import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { codebookOf } from "../../src/resolution/codebook.js";

const codebook = codebookOf([
  { type: "event", key: "offensive", terms: ["Offensive de septembre", "September offensive", "opération militaire"] },
  { type: "topic", key: "cessez-le-feu", terms: ["Cessez-le-feu", "Ceasefire", "trêve", "cease-fire"] },
  { type: "topic", key: "paix", terms: ["Paix", "accord de paix"] },
]);

test.each([
  ["un cessez-le-feu immédiat", [["topic", "cessez-le-feu", "cessez-le-feu"]]],
  ["Les TRÊVES sont rares", [["topic", "cessez-le-feu", "TRÊVES"]]],
  ["des opérations militaires ont eu lieu", [["event", "offensive", "opérations militaires"]]],
  ["l’accord de paix est signé", [["topic", "paix", "accord de paix"]]],
  ["paisible, paix-là", [["topic", "paix", "paix"]]],
  ["apaixer impaix", []],
  ["the cease-fire, the Ceasefire", [["topic", "cessez-le-feu", "cease-fire"]]],
  ["", []],
])("%j means %j", (text, expected) => {
  expect(codebook.find(text).map(({ type, key, asWritten }) => [type, key, asWritten])).toEqual(expected);
});

test("a longer term hides the shorter one it starts with", () => {
  const terms = codebookOf([
    { type: "topic", key: "aide", terms: ["aide"] },
    { type: "topic", key: "aide-humanitaire", terms: ["aide humanitaire"] },
  ]);
  expect(terms.find("l'aide humanitaire").map(({ key }) => key)).toEqual(["aide-humanitaire"]);
  expect(terms.find("l'aide militaire").map(({ key }) => key)).toEqual(["aide"]);
});

test("what is found stands in the text as it is written", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.string(), fc.constantFrom("trêve", "accord de paix", "e\u0301", "😀", "opération", "militaire")),
      ),
      (pieces) => {
        const text = pieces.join(" ");
        for (const { asWritten } of codebook.find(text)) expect(text).toContain(asWritten);
      },
    ),
  );
});

test("a thousand times the terms find the same in the same text", () => {
  const many = [...Array(20_000).keys()].map((at) => ({
    type: "topic" as const,
    key: `t${at}`,
    terms: [`mot${at} rare`],
  }));
  const found = codebookOf([...many, { type: "topic", key: "paix", terms: ["paix"] }]).find("la paix ".repeat(50_000));
  expect(found).toHaveLength(1);
});
