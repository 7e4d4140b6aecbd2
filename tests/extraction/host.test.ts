import { describe, expect, test } from "@jest/globals";
import { saidIn } from "./said.js";

describe("the writer goes on after what is said", () => {
  test.each([
    ["Le maire affirme que le quai est sûr, mais les plongeurs contestent ce diagnostic.", "le quai est sûr"],
    ["Si le maire affirme que le quai est sûr, les plongeurs en doutent.", "le quai est sûr"],
    ["Le maire, qui affirme que le quai est sûr, a quitté la salle.", "le quai est sûr"],
    ["Le maire affirme que le quai est sûr, un avis que les plongeurs ne partagent pas.", "le quai est sûr"],
    ["Le maire affirme que le quai est sûr, ce que les plongeurs contestent.", "le quai est sûr"],
    ["Le maire a affirmé que le quai était sûr et a quitté la salle.", "le quai était sûr"],
    [
      "Le maire affirme que le quai est non seulement sûr, mais qu'il sera agrandi.",
      "le quai est non seulement sûr, mais qu'il sera agrandi",
    ],
    ["The mayor said the quay would open, but gave no date.", "the quay would open"],
    ["The mayor said the quay would open but declined to say when.", "the quay would open"],
    ["While the mayor said the quay is safe, divers disagree.", "the quay is safe"],
    ["The mayor says the quay is safe, a claim the divers reject.", "the quay is safe"],
    ["The mayor insisted the quay was safe, pointing to new tests.", "the quay was safe"],
    ["The mayor said the quay held but leaked.", "the quay held but leaked"],
  ])("%s", (text, words) => {
    expect(saidIn(text, [{ words }])).toEqual([{ words }]);
  });
});
