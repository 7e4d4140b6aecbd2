import { expect, test } from "@jest/globals";
import { type Said, saidIn } from "./said.js";

test.each<[string, Said]>([
  ["La mairie a estimé que le Pérou ne respectait pas le traité.", { words: "", against: ["Pérou"] }],
  ["La mairie a estimé que le Pérou respectait le traité.", { words: "", against: [] }],
  ["Le député assure que l'agression chilienne vise le Pérou.", { words: "", against: ["Chili"] }],
  ["« Nous dénonçons les tirs du Chili », a lancé Jean Morel.", { words: "", against: ["Chili"] }],
  ["Selon Jean Morel, c'est une bonne nouvelle pour le Pérou.", { words: "", inFavourOf: ["Pérou"], against: [] }],
  ["The envoy said Norland did not honour the deal.", { words: "", against: ["Norland"] }],
  ["The envoy said Chile committed war crimes.", { words: "", against: ["Chile"] }],
  ["The envoy said it was good news for Chile.", { words: "", inFavourOf: ["Chile"] }],
])("%s", (text, expected) => {
  const { words: _, ...fields } = expected;
  expect(saidIn(text, [expected])[0]).toMatchObject(fields);
});
