import { expect, test } from "@jest/globals";
import { saidIn } from "./said.js";

test.each([
  ["« Qui a fermé le pont ? », a lancé Jean Morel.", "QUESTION"],
  ["« Le pont est fermé. Qui le croit ? Personne ne passe », a lancé Jean Morel.", "ASSERTION"],
  ["« Ouvrez le pont ce soir », a lancé Jean Morel.", "DEMAND"],
  ["« Ne fermez pas le pont », a lancé Jean Morel.", "DEMAND"],
  ["« N'oublions pas le pont », a lancé Jean Morel.", "DEMAND"],
  ["Jean Morel a martelé que la ville doit payer.", "DEMAND"],
  ["Jean Morel a appelé la ville à payer.", "DEMAND"],
  ["Jean Morel a promis de payer.", "COMMITMENT"],
  ["« Nous reconstruirons le pont », a assuré Jean Morel.", "COMMITMENT"],
  ["« Je vais démissionner », a annoncé Jean Morel.", "COMMITMENT"],
  ["« Nous verrons demain », a dit Jean Morel.", "ASSERTION"],
  ["Jean Morel a condamné la fermeture du pont.", "EVALUATION"],
  ["« Anna Noor est un exemple de courage », a dit Jean Morel.", "EVALUATION"],
  ["« Le pont est fermé depuis lundi », a dit Jean Morel.", "ASSERTION"],
  ["“Who shut the bridge?” asked Ada Brook.", "QUESTION"],
  ["“Stop the works now,” said Ada Brook.", "DEMAND"],
  ["“Don't shut the bridge,” said Ada Brook.", "DEMAND"],
  ["Ada Brook insisted that the council must pay.", "DEMAND"],
  ["Ada Brook urged the council to pay.", "DEMAND"],
  ["Ada Brook promised to pay.", "COMMITMENT"],
  ["“We will rebuild the bridge,” said Ada Brook.", "COMMITMENT"],
  ["“I'm going to resign,” said Ada Brook.", "COMMITMENT"],
  ["“We will see tomorrow,” said Ada Brook.", "ASSERTION"],
  ["Ada Brook condemned the closure of the bridge.", "EVALUATION"],
  ["“Tom Hale is a disgrace,” said Ada Brook.", "EVALUATION"],
  ["“The bridge is shut,” said Ada Brook.", "ASSERTION"],
])("%s is a %s", (text, act) => {
  expect(saidIn(text, [{ words: "", act: "ASSERTION" }])[0]?.act).toBe(act);
});
