import { describe, expect, test } from "@jest/globals";
import { type Said, saidIn } from "./said.js";

const SENTENCES: readonly (readonly [string, readonly Said[]])[] = [
  [
    '"We lost the harvest," farmer Tom Hale told Reuters. "Nobody came to help us."',
    [
      { words: "We lost the harvest", by: "Tom Hale", to: ["Reuters"], via: ["Reuters"], mode: "DIRECT" },
      { words: "Nobody came to help us.", by: "Tom Hale", verb: null },
    ],
  ],
  [
    'The minister said she would resign, adding that the party "deserves better".',
    [
      { words: "she would resign", mode: "INDIRECT", verb: "say" },
      { words: 'the party "deserves better"', mode: "MIXED", verb: "add" },
    ],
  ],
  [
    "France has denied moving troops to the border.",
    [{ words: "moving troops to the border", by: "France", verb: "deny" }],
  ],
  [
    "“It is over,” said Ada Brook, head of the mission, “and we know it.”",
    [{ words: ["It is over", "and we know it."], by: "Ada Brook", mode: "DIRECT" }],
  ],
  ["According to Ada Brook, the road is open.", [{ words: "the road is open", by: "Ada Brook", verb: "according to" }]],
  ["The road is open, the ministry said.", [{ words: "The road is open", verb: "say" }]],
  ["Officials have not said that the road is open.", []],
  ["The mayor urged residents to stay inside.", [{ words: "stay inside", act: "DEMAND", to: ["residents"] }]],
  [
    'Ada Brook stated: "The road is open again."',
    [{ words: "The road is open again.", by: "Ada Brook", mode: "DIRECT" }],
  ],
  [
    "Ukraine accused Russia of cutting the gas.",
    [{ words: "Russia of cutting the gas", by: "Ukraine", against: ["Russia"] }],
  ],
  [
    "Brook told Reuters on Tuesday that the road was open.",
    [{ words: "the road was open", by: "Brook", to: ["Reuters"], via: ["Reuters"] }],
  ],
  ["The report shows figures for May.", []],
];

describe("English sentences", () => {
  test.each(SENTENCES)("%s", (text, expected) => {
    expect(saidIn(text, expected)).toEqual(expected);
  });
});

test("a quotation over paragraphs is one statement with one span per paragraph", () => {
  const text =
    'Ada Brook wrote:\n\n"The road is open. It was closed for a year.\n\n"Now the buses are back."\n\nThe buses are red.';
  const expected = [
    { words: ["The road is open. It was closed for a year.", "Now the buses are back."], by: "Ada Brook" },
  ];
  expect(saidIn(text, expected)).toEqual(expected);
});
