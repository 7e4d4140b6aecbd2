import { describe, expect, test } from "@jest/globals";
import { extract } from "../../src/extraction/extract.js";
import { predictionOf } from "../../src/resolution/prediction-of.js";

/** Under which name each statement's speaker is resolved. */
function resolvedIn(text: string): (string | null)[] {
  const extraction = extract(text, { language: "fr", publishedAt: "2023-08-15" });
  const article = { type: "article", text, readAt: { file: "a" }, boilerplate: [] } as const;
  return predictionOf(article, extraction).quotes.map((quote) => quote.speaker_resolved);
}

const BODIES: readonly (readonly [string, readonly string[]])[] = [
  [
    "La présidence de la république autoproclamée du Haut-Karabakh affirme que deux drones sont passés. « Nous ne céderons pas », a-t-elle ajouté.",
    ["Présidence du Haut-Karabakh", "Présidence du Haut-Karabakh"],
  ],
  [
    "Le ministère de la Défense de la région séparatiste du Nagorny Karabakh assure que la trêve tient.",
    ["Ministère de la Défense du Haut-Karabakh"],
  ],
  [
    "Le ministère des Affaires étrangères de la république non reconnue d'Artsakh a démenti avoir signé quoi que ce soit.",
    ["Ministère des Affaires étrangères du Haut-Karabakh"],
  ],
  ["La partie azerbaïdjanaise affirme que ses positions ont été visées.", ["Azerbaïdjan"]],
  ["Le camp arménien soutient que la route reste coupée.", ["Arménie"]],
];

const ACCUSATIONS: readonly (readonly [string, readonly string[]])[] = [
  ["Les deux camps se sont mutuellement accusés de viser des civils.", ["Les deux camps"]],
  ["Les deux pays s'accusent l'un l'autre de masser des troupes.", ["Les deux pays"]],
];

const ROLES: readonly (readonly [string, readonly string[]])[] = [
  ["Emmanuel Macron a reçu Ilham Aliev. Le chef de l'Etat a dit que la paix était proche.", ["Emmanuel Macron"]],
  [
    "L'ancien président Levon Manoukian est libre. « Je pars », a lancé l'ex-chef de l'Etat. L'ex-dirigeant a dit qu'il reviendrait.",
    ["Levon Manoukian", "Levon Manoukian"],
  ],
  [
    "Le secrétaire d'Etat américain Antony Blinken est à Erevan. Le chef de la diplomatie américaine a affirmé que la force était exclue.",
    ["Antony Blinken"],
  ],
  [
    "Vladimir Poutine a reçu ses homologues. Le maître du Kremlin a ajouté que deux mille soldats seraient déployés.",
    ["Vladimir Poutine"],
  ],
  [
    "Le représentant permanent de l'Arménie auprès de l'ONU, Mher Karamian, a pris la parole. Le diplomate a dénoncé « une punition collective ».",
    ["Mher Karamian"],
  ],
];

const NAMES_AFTER: readonly (readonly [string, readonly string[]])[] = [
  ["« Nous restons », a déclaré à la presse Souren Vaskanian.", ["Souren Vaskanian"]],
  ["« Nous restons », a lancé devant les députés Souren Vaskanian.", ["Souren Vaskanian"]],
  ["« Nous restons », a dit au quotidien Kommersant Souren Vaskanian.", ["Souren Vaskanian"]],
  ["« Nous restons », a affirmé sur Telegram Souren Vaskanian.", ["Souren Vaskanian"]],
];

describe.each([
  ["bodies of breakaway regions and sides", BODIES],
  ["those who accuse each other", ACCUSATIONS],
  ["roles, with and without the accents of capitals", ROLES],
  ["a name right after an adjunct of its verb", NAMES_AFTER],
])("%s", (_, texts) => {
  test.each(texts)("%s", (text, names) => {
    expect(resolvedIn(text)).toEqual(names);
  });
});
