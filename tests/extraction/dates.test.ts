import { expect, test } from "@jest/globals";
import { saidIn } from "./said.js";

/** A Wednesday. */
const PUBLISHED = "2023-09-20";

test.each([
  ["Le maire a déclaré mardi soir que le pont fermait.", "2023-09-19"],
  ["Le maire a déclaré mercredi que le pont fermait.", "2023-09-20"],
  ["Le maire a déclaré mercredi dernier que le pont fermait.", "2023-09-13"],
  ["Le maire a déclaré ce lundi que le pont fermait.", "2023-09-18"],
  ["Le maire a déclaré hier que le pont fermait.", "2023-09-19"],
  ["Le maire a déclaré avant-hier que le pont fermait.", "2023-09-18"],
  ["Le maire a déclaré le 3 juillet que le pont fermait.", "2023-07-03"],
  ["Le maire a déclaré lundi 18 septembre que le pont fermait.", "2023-09-18"],
  ["Le maire a déclaré le 1er décembre que le pont fermait.", "2022-12-01"],
  ["Le maire a déclaré le 3 juillet 2019 que le pont fermait.", "2019-07-03"],
  ["Le maire a déclaré en juillet que le pont fermait.", "2023-07"],
  ["Le maire a déclaré en 2019 que le pont fermait.", "2019"],
  ["Le maire a déclaré il y a trois jours que le pont fermait.", "2023-09-17"],
  ["Le maire a déclaré la semaine dernière que le pont fermait.", "2023-09"],
  ["Le maire a déclaré le mois dernier que le pont fermait.", "2023-08"],
  ["Le maire a déclaré l'an dernier que le pont fermait.", "2022"],
  ["« Le pont est fermé », a dit mardi le maire.", "2023-09-19"],
  ["« Le pont est fermé », a dit le maire jeudi.", "2023-09-14"],
  ["Le maire a déclaré que le pont fermait mardi.", null],
  ["Ada Brook said on Monday night that the bridge was shut.", "2023-09-18"],
  ["Ada Brook said last Wednesday that the bridge was shut.", "2023-09-13"],
  ["Ada Brook said on 3 July that the bridge was shut.", "2023-07-03"],
  ["Ada Brook said on December 1st that the bridge was shut.", "2022-12-01"],
  ["Ada Brook said on July 3, 2019 that the bridge was shut.", "2019-07-03"],
  ["Ada Brook said in July that the bridge was shut.", "2023-07"],
  ["Ada Brook said in 2019 that the bridge was shut.", "2019"],
  ["Ada Brook said two weeks ago that the bridge was shut.", "2023-09-06"],
  ["Ada Brook said last month that the bridge was shut.", "2023-08"],
  ['"The bridge is shut," Ada Brook said Tuesday.', "2023-09-19"],
  ["Ada Brook said on 31 February that the bridge was shut.", null],
])("%s was said on %s", (text, on) => {
  expect(saidIn(text, [{ words: "", on }], PUBLISHED)[0]?.on).toBe(on);
});
