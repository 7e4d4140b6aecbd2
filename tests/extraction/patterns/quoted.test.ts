import { describe, expect, test } from "@jest/globals";
import { saidIn } from "../said.js";

describe("words in marks", () => {
  test.each([
    ["Le quai « menace de céder », a averti l'ingénieur.", "Le quai « menace de céder »", "MIXED"],
    ["« Le quai cède » et « il faut agir », a averti l'ingénieur.", ["Le quai cède", "il faut agir"], "DIRECT"],
    ["« Le quai cède », avertit une plongeuse.", "Le quai cède", "DIRECT"],
    [
      "« Le quai cède, dit-elle, depuis des mois », a raconté la plongeuse.",
      ["Le quai cède", "depuis des mois"],
      "DIRECT",
    ],
    ['"Le quai cède" sous nos pieds, a averti un voisin.', '"Le quai cède" sous nos pieds', "MIXED"],
    ["The quay could “give way at any time,” the engineer warned.", "The quay could “give way at any time,”", "MIXED"],
    ["'The quay's about to go,' the engineer told the Valley Post.", "The quay's about to go", "DIRECT"],
    ["“The quay is going,” she said, “and nobody cares.”", ["The quay is going", "and nobody cares."], "DIRECT"],
    ['“The quay is going," the engineer said.', "The quay is going", "DIRECT"],
  ] as const)("%s", (text, words, mode) => {
    expect(saidIn(text, [{ words, mode }])).toEqual([{ words, mode }]);
  });

  test("the apostrophe of a plural owner closes nothing", () => {
    expect(saidIn("The workers' hall is near the farmers' market, and it's open.", [])).toEqual([]);
  });
});
