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

const STATES: readonly (readonly [string, readonly string[]])[] = [
  [
    "L'Estonie a fermé sa frontière. Les autorités assurent que le trafic reprendra lundi.",
    ["Gouvernement de l'Estonie"],
  ],
  [
    "Le Tchad a rappelé son ambassadeur. L'armée dément avoir tiré. Le gouvernement ajoute que le calme est revenu.",
    ["Armée du Tchad", "Gouvernement du Tchad"],
  ],
  ["La grève continue. Le gouvernement affirme que les trains circulent.", ["gouvernement"]],
  ["Des tirs ont retenti, selon l'AFP. L'agence précise que le port est fermé.", ["AFP", "AFP"]],
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

const SOURCES: readonly (readonly [string, readonly string[]])[] = [
  [
    "Au moins vingt personnes sont mortes, ont annoncé les autorités séparatistes. Des blessés sont dans un état critique, selon la même source.",
    ["les autorités séparatistes", "les autorités séparatistes"],
  ],
  [
    "Selon un communiqué de la présidence azerbaïdjanaise, la rencontre s'est tenue à Bakou. Le texte précise qu'une autre suivra.",
    ["Présidence de l'Azerbaïdjan", "Présidence de l'Azerbaïdjan"],
  ],
  [
    "« La frontière est calme », a affirmé le service de presse du ministère arménien de la Défense. Le service de presse a ajouté qu'un soldat était blessé.",
    ["Ministère de la Défense de l'Arménie", "Ministère de la Défense de l'Arménie"],
  ],
  [
    "L'Arménie a accusé son voisin de masser des troupes. Le pays affirme que des blindés ont été vus.",
    ["Arménie", "Arménie"],
  ],
  [
    "Le Conseil de sécurité a prévenu que le gaz manquerait. L'exécutif séparatiste a ajouté que l'hôpital n'opérait plus.",
    ["Conseil de sécurité", "exécutif séparatiste"],
  ],
  [
    "Selon le journal russe Kommersant, les pourparlers ont échoué. La chaîne publique azerbaïdjanaise affirme que la ville est prise.",
    ["Kommersant", "La chaîne publique azerbaïdjanaise"],
  ],
];

const PEOPLE: readonly (readonly [string, readonly string[]])[] = [
  [
    "« C'est la fin », souffle Nouritza. La jeune femme, infirmière à Martakert, raconte avoir tout brûlé avant de partir.",
    ["Nouritza", "Nouritza"],
  ],
  [
    "« C'est fini », lance Sourénik. L'ancien soldat de 45 ans accuse les Russes d'avoir laissé faire.",
    ["Sourénik", "Sourénik"],
  ],
  ["Samvel Babian a été arrêté. Son avocat affirme que le procès est politique.", ["avocat de Samvel Babian"]],
];

const POSTURES: readonly (readonly [string, readonly string[]])[] = [
  [
    "Assis sur un banc de la place de Goris, Hrant Sahakian, 67 ans, raconte que sa maison a brûlé. « Je n'y retournerai jamais », souffle le retraité, les yeux rouges.",
    ["Hrant Sahakian", "Hrant Sahakian"],
  ],
  ["Venue de Martakert, Anna Noor assure que la route est longue.", ["Anna Noor"]],
  ["Joint par téléphone, un habitant, Ashot, affirme que tout est fermé.", ["Ashot"]],
  ["Un bébé dans les bras, Mariam raconte que la route était bombardée.", ["Mariam"]],
];

const BUILT_IN: readonly (readonly [string, readonly string[]])[] = [
  [
    "La France « condamne avec la plus grande fermeté » l'attaque, a déclaré à la presse Anne Legrand, porte-parole du Quai d'Orsay.",
    ["Anne Legrand"],
  ],
  ["« Nous entamerons la troisième étape » du plan, a déclaré Abbas Rostami.", ["Abbas Rostami"]],
];

const OPENINGS: readonly (readonly [string, readonly string[]])[] = [
  [
    "A Bakou, le président a affirmé que la paix était proche. A Moscou, le Kremlin a dit attendre.",
    ["le président", "Russie"],
  ],
  ["EREVAN (AFP) – Le gouvernement affirme que tout va bien.", ["gouvernement"]],
  ["Deux vieillards fument. « Où aller ? », demande l'un d'eux.", ["l'un d'eux"]],
  ["Selon l'association Les Amis du Lac, la route est coupée.", ["Les Amis du Lac"]],
];

describe.each([
  ["sources that stand for others", SOURCES],
  ["people described by an age or a trade", PEOPLE],
  ["people described by how they stand or came", POSTURES],
  ["quoted words that the writer's go on with", BUILT_IN],
  ["capitals at the start of sentences and names", OPENINGS],
  ["bodies of breakaway regions and sides", BODIES],
  ["those who accuse each other", ACCUSATIONS],
  ["bodies whose state the text has named", STATES],
  ["roles, with and without the accents of capitals", ROLES],
  ["a name right after an adjunct of its verb", NAMES_AFTER],
])("%s", (_, texts) => {
  test.each(texts)("%s", (text, names) => {
    expect(resolvedIn(text)).toEqual(names);
  });
});
