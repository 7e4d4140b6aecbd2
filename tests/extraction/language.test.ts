import { expect, test } from "@jest/globals";
import { extract } from "../../src/extraction/extract.js";

test.each([
  ["Le maire a dit que la route est ouverte dans les villages.", "fr"],
  ["The mayor said that the road is open in the villages.", "en"],
  ["", "en"],
])("%j is read as %s", (text, language) => {
  expect(extract(text).language).toBe(language);
});

test("the language given is kept, and one without rules is read with the English ones", () => {
  expect(extract("Ada Brook said the road is open.", { language: "de" })).toMatchObject({
    language: "de",
    utterances: [{ rule: "subject-verb-bare-clause" }],
  });
});
