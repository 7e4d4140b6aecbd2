import { describe, expect, test } from "@jest/globals";
import { saidIn } from "./said.js";

const WORDS = "le phare ferme";

describe("verbs of saying that hang on another verb", () => {
  test.each([
    "La gardienne a tenu à préciser que le phare ferme.",
    "La gardienne a souhaité mardi rappeler que le phare ferme.",
    "La gardienne n'hésite pas à dire que le phare ferme.",
    "La gardienne vient d'annoncer que le phare ferme.",
    "La gardienne laisse entendre que le phare ferme.",
    "La gardienne n'exclut pas que le phare ferme.",
  ])("%s", (text) => {
    expect(saidIn(text, [{ words: "" }])).toEqual([{ words: WORDS }]);
  });

  test.each([
    "La gardienne n'a pas voulu confirmer que le phare ferme.",
    "La gardienne n'a jamais dit que le phare ferme.",
    "La gardienne pourrait annoncer que le phare ferme.",
    "The keeper has yet to confirm that the lighthouse will close.",
    "The keeper declined to say that the lighthouse will close.",
  ])("%s", (text) => {
    expect(saidIn(text, [])).toEqual([]);
  });

  test.each([
    ["La gardienne se dit prête à partir.", "prête à partir"],
    ["La gardienne s'est dite « très inquiète ».", "très inquiète"],
    ["Les deux gardiens ont tous deux affirmé avoir vu la barque.", "avoir vu la barque"],
    ["The two keepers both said they saw the boat.", "they saw the boat"],
    ["The keeper was quoted as saying that the boat sank.", "the boat sank"],
  ])("%s", (text, words) => {
    expect(saidIn(text, [{ words }])).toEqual([{ words }]);
  });
});
