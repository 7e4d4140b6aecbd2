import { describe, expect, test } from "@jest/globals";
import { extract } from "../../src/extraction/extract.js";

/** Who speaks in each statement of a text. */
function speakersIn(text: string, options: { publishedAt?: string; language?: string } = {}): (string | null)[] {
  return extract(text, options).utterances.map(({ speaker }) => speaker?.name ?? null);
}

const FRENCH: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "a role before and after a name, and a pronoun",
    "Le ministre norvien de la Défense Souren Vasko est arrivé lundi. « La trêve tient », a-t-il affirmé. Le ministre a ajouté que rien ne changerait.",
    ["Souren Vasko", "Souren Vasko"],
  ],
  [
    "a role is found by its noun, its complement or a more general noun",
    "La maire de Brenne, Sylvie Tournel, a reçu le préfet, Paul Arlan. La maire de Brenne assure que le pont tiendra. L'élue ajoute que les travaux avancent. Le représentant de l'État estime que non. Le préfet dit que l'eau monte.",
    ["Sylvie Tournel", "Sylvie Tournel", "Le représentant de l'État", "Paul Arlan"],
  ],
  [
    "two ministers are told apart by what they hold",
    "Le ministre de la Santé, Jean Morel, et la ministre du Travail, Anna Delorme, se sont vus. La ministre affirme que tout va bien. Le ministre de la Santé affirme que non.",
    ["Anna Delorme", "Jean Morel"],
  ],
  [
    "the adjective of a country is its name",
    "Nikol Pachinian, Premier ministre de l'Arménie, est à Paris. Le Premier ministre arménien a déclaré que la paix était proche. Le chef du gouvernement arménien a précisé que les pourparlers continuaient.",
    ["Nikol Pachinian", "Nikol Pachinian"],
  ],
  [
    "holders of high offices by their office, where the text names them",
    "Emmanuel Macron a reçu Volodymyr Zelensky. Le chef de l'État a assuré que l'aide continuerait. Le président ukrainien a dit que le temps pressait.",
    ["Emmanuel Macron", "Volodymyr Zelensky"],
  ],
  [
    "an acronym, a body by its noun, and its document",
    "L'Office des forêts du Nord (OFN) a publié un rapport. Le document affirme que les chênes meurent. L'office ajoute que la pluie manque. L'OFN précise que rien n'est perdu.",
    ["Office des forêts du Nord", "Office des forêts du Nord", "Office des forêts du Nord"],
  ],
  [
    "who said so in a statement is whose statement it is",
    "Dans un communiqué, le ministère de la Culture a indiqué que le musée fermait. Le communiqué précise que les salaires seront versés.",
    ["ministère de la Culture", "ministère de la Culture"],
  ],
  [
    "a body in capitals and small letters is named in full",
    "L'Association des bergers de Brenne affirme que les loups reviennent. Le Rassemblement paysan soutient que non.",
    ["Association des bergers de Brenne", "Rassemblement paysan"],
  ],
  [
    "a name cut from the body before it",
    "Le député LFI Rémi Vasseur a dit que la loi passerait. Le patron de Valdor Jean Morel a répondu que non. « Personne n'est venu », a annoncé à l'AFP Anna Delorme.",
    ["Rémi Vasseur", "Jean Morel", "Anna Delorme"],
  ],
  [
    "particles inside names",
    "Bachar al-Hassan a dit que la guerre finirait. Ursula von der Brenn a répondu que non. Mme von der Brenn a ajouté que tout restait à faire.",
    ["Bachar al-Hassan", "Ursula von der Brenn", "Ursula von der Brenn"],
  ],
  [
    "a pronoun agrees in gender, and never goes back into a quotation",
    "La bergère Irène Fontanel a écrit au préfet Paul Arlan. Elle affirme que les loups sont là. « Marc Belin ment », a-t-elle ajouté. Il a répondu que personne ne les avait vus.",
    ["Irène Fontanel", "Irène Fontanel", "Paul Arlan"],
  ],
  [
    "two of one surname are told apart by their titles",
    "Jean Delorme et Sophie Delorme dirigent la ferme. Mme Delorme dit que la récolte est bonne. M. Delorme ajoute que les prix baissent.",
    ["Sophie Delorme", "Jean Delorme"],
  ],
  [
    "a quotation of nobody's goes on with the last speaker, unless the text has turned to somebody else",
    "« La digue tiendra », a dit Jean Morel. « Elle est neuve et solide. » Paul Arlan, lui, reste prudent. « Nous verrons bien cet hiver. »",
    ["Jean Morel", "Jean Morel", "Paul Arlan"],
  ],
  [
    "this last one is who was named last",
    "Le préfet Paul Arlan a rencontré le maire Jean Morel. Ce dernier assure que la digue tiendra. Marc Belin a croisé Rémi Vasseur. Celui-ci a répondu que rien n'était fait.",
    ["Jean Morel", "Rémi Vasseur"],
  ],
  [
    "a relative at the end brings to mind whom it is about",
    "Marc Belin pourra se tourner vers le maire, Rémi Vasseur, qui a proposé son aide. « Nous prêterons les tables », a-t-il promis.",
    ["Rémi Vasseur"],
  ],
  [
    "a describing noun is the person whom the text is on, a function without a bearer is not",
    "Irène Fontanel préside Terre Neuve. « Les forêts brûlent », dit Mme Fontanel. La militante écologiste ajoute que le temps presse. Le préfet répond que l'eau manque.",
    ["Irène Fontanel", "Irène Fontanel", "Le préfet"],
  ],
  [
    "a pronoun after 'son' before a vowel",
    "Jean Morel a nié avoir triché. Son avocate, Me Claire Dumas, a annoncé qu'il ferait appel. « Il est innocent », a-t-elle martelé.",
    ["Jean Morel", "Claire Dumas", "Claire Dumas"],
  ],
  [
    "of two who are called so, the one who came up last, by whatever name",
    "Le ministre norvien Souren Vasko a reçu le ministre estmarkois Paul Arlan. Souren Vasko a quitté la salle. Le ministre a dit que la route était ouverte.",
    ["Souren Vasko"],
  ],
  [
    "a pronoun that points at somebody stands after its verb",
    "La bergère Irène Fontanel a rencontré le préfet Paul Arlan. « Rien n'est réglé », a répondu ce dernier. « Nous attendrons », a conclu celle-ci.",
    ["Paul Arlan", "Irène Fontanel"],
  ],
  [
    "somebody's adviser is found by whose adviser he is",
    "Le président norvien n'a rien dit. Son conseiller diplomatique, Marc Belin, a parlé d'une erreur. Le conseiller du président a précisé que la route était ouverte.",
    ["Marc Belin"],
  ],
  [
    "a former office is that of the person whom the text is on",
    "Irène Fontanel a visité le camp. « Il manque de tout », a déploré Mme Fontanel. L'ancienne ministre estmarkoise a ajouté que le temps pressait.",
    ["Irène Fontanel", "Irène Fontanel"],
  ],
  [
    "the name of a body goes on in small letters, and is not its director's",
    "Soif contre la guerre affirme que les puits sont à sec. L'association Terre d'asile ajoute que les camps sont pleins. La directrice de l'ONG Rive assure que le riz manque.",
    ["Soif contre la guerre", "Terre d'asile", "La directrice de l'ONG Rive"],
  ],
  [
    "a word before the subject does not hide it, and its own sentence's subject goes before the last speaker",
    "« Nous verrons », a dit Marc Belin. « Rien ne presse », a ajouté M. Belin. Mais Rémi Vasseur a tenu un autre discours : « La route sera ouverte », a-t-il promis.",
    ["Marc Belin", "Marc Belin", "Rémi Vasseur"],
  ],
  [
    "members of parties are called by their party",
    "La socialiste Irène Fontanel préside la séance. « Rien n'est prêt », a déclaré l'écologiste Marc Belin. Pour la socialiste, « tout est à refaire ».",
    ["Marc Belin", "Irène Fontanel"],
  ],
  [
    "a title after a role, and words of circumstance after the name",
    "« Un accord a été trouvé », a affirmé le prince héritier de Brenne, cheikh Souren ben Vasko sur son compte X.",
    ["Souren ben Vasko"],
  ],
  [
    "who is accused may stand before the verb",
    "L'armée norvienne poursuit un groupe rebelle. Elle l'accuse d'avoir tiré sur des civils. Moscou les accuse de mentir.",
    ["armée norvienne", "Moscou"],
  ],
  [
    "a function used before the name of who has it",
    "La directrice de l'ONG Terre d'asile a parlé la première. « Il manque de tout », insiste Irène Fontanel. La directrice estime que le riz manque.",
    ["Irène Fontanel", "Irène Fontanel"],
  ],
  [
    "a name that comes with a word on its bearer is not that of the function before",
    "Le maire a visité le quartier. « Il ne nous écoute pas », déplore Anna Delorme, 34 ans. Le maire assure que tout va bien.",
    ["Anna Delorme", "Le maire"],
  ],
  [
    "people by their nationality alone",
    "Le ministre allemand Jean Morel a reçu Irène Fontanel, son homologue française. La Française a dit que la route était ouverte. L'Allemand a répondu que non. Le chef du port, Paul Arlan, est venu. Le Suédois estime que tout ira bien. Les Danois pensent que non.",
    ["Irène Fontanel", "Jean Morel", "Paul Arlan", "Danois"],
  ],
  [
    "a first name with an age, or between commas after what somebody is, and a verb that no list has",
    "Gayane, 72 ans, a tout laissé. « J'ai fermé la porte à clé », murmure la retraitée. Au camp, une bénévole, Lousine, distribue des couvertures. « Il en faut mille par jour », explique la jeune femme.",
    ["Gayane", "Lousine"],
  ],
  [
    "a counterpart is called by the same function",
    "Le ministre norvien Souren Vasko est parti. Son homologue estmarkois, Paul Arlan, a dit que la trêve tenait. Le ministre estmarkois a ajouté que rien ne pressait. Mais Jean Morel l'a contredit, disant que la route était fermée.",
    ["Paul Arlan", "Paul Arlan", "Jean Morel"],
  ],
  [
    "whom a text points at is whom it is on, whatever the noun",
    "La voix brisée, Marc Belin peine à parler. Cet ancien député de Brenne dit avoir tout perdu. « Nous attendrons », répète ce fidèle du maire.",
    ["Marc Belin", "Marc Belin"],
  ],
  [
    "sources: the same as before, several, and those of a place",
    "« Le pont est fermé », indique-t-on au ministère des Transports. Le trafic reprendra mardi, a précisé la même source. Trois trains ont été arrêtés, ont rapporté des témoins. À Norville, on affirme que la route est ouverte. De source policière, on indique que deux suspects ont fui.",
    ["ministère des Transports", "ministère des Transports", "des témoins", "Norville", "source policière"],
  ],
  [
    "adverbs that no list has",
    "La police a déclaré précédemment que la route était libre. Le maire a vigoureusement démenti avoir menti.",
    ["police", "Le maire"],
  ],
  [
    "nobody is guessed for a description that nobody bears",
    "Un responsable norvien a indiqué que le pont fermerait. Le responsable a ajouté que le train roulerait.",
    ["Un responsable norvien", "Un responsable norvien"],
  ],
];

const ENGLISH: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "a possessor, a role and a name",
    "Ukraine's foreign minister, Dmytro Halas, said the talks had failed. The minister said Kyiv would wait. “We are patient,” he told Reuters.",
    ["Dmytro Halas", "Dmytro Halas", "Dmytro Halas"],
  ],
  [
    "a name after the body where its role is held",
    "Brook Council chair Ada Noor said the road was open. The head of the Refugee Council Tom Hale said it was not.",
    ["Ada Noor", "Tom Hale"],
  ],
  [
    "the office of somebody is not that person",
    "Premier Ada Noor's office said it was reviewing the request. Noor said the money was there.",
    ["Premier Ada Noor's office", "Ada Noor"],
  ],
  [
    "a body by the noun in its name",
    "The Brook Appeal Court ruled on Monday. The appeal court said the claim came too late. The court added that costs were shared.",
    ["Brook Appeal Court", "Brook Appeal Court"],
  ],
  [
    "an adjective of nationality is nobody's name",
    "The Armenian Health Ministry said the clinic was open. The ministry said nurses had come back. Armenian officials said the road was closed.",
    ["Armenian Health Ministry", "Armenian Health Ministry", "Armenian officials"],
  ],
  [
    "a document is its author's, or its owner's",
    "According to a report by Human Rights Watch, the prison is full. The report said that inmates sleep on the floor. According to his lawsuit, Tom Hale was fired in May.",
    ["Human Rights Watch", "Human Rights Watch", "Tom Hale"],
  ],
  [
    "a pronoun for a body is it, for a person he or she",
    "The Valley Trust met Fiona Hale on Monday. It said the mill would close. She said the jobs were safe.",
    ["Valley Trust", "Fiona Hale"],
  ],
  [
    "the leader of a country",
    "Israeli Prime Minister Uri Halon met the mayor of Brook, Tom Hale. The Israeli leader said the road was safe. The mayor said it was not.",
    ["Uri Halon", "Tom Hale"],
  ],
];

describe.each([
  ["fr", FRENCH],
  ["en", ENGLISH],
])("speakers in %s", (language, texts) => {
  test.each(texts)("%s", (_, text, names) => {
    expect(speakersIn(text, { language })).toEqual(names);
  });
});

test("an office counts only in the years in which it was held", () => {
  const text = "Barack Obama est venu. Le président américain a dit que la route était ouverte.";
  expect(speakersIn(text, { publishedAt: "2012-07-01" })).toEqual(["Barack Obama"]);
  expect(speakersIn(text, { publishedAt: "2023-07-01" })).toEqual(["Le président américain"]);
});

test("when two fit nearly as well, the other is kept as a candidate with a score", () => {
  const text =
    "Jean Morel et Paul Arlan, tous deux ministres, sont venus. Paul Arlan a salué Jean Morel. M. Arlan a dit que la route était ouverte.";
  expect(extract(text).utterances.at(-1)?.speaker).toMatchObject({ name: "Paul Arlan" });
  const twins =
    "Le ministre Jean Morel est venu. Le ministre Paul Arlan aussi. Le ministre a dit que la route était ouverte.";
  const speaker = extract(twins).utterances[0]?.speaker;
  expect(speaker).toMatchObject({ name: "Paul Arlan", candidates: [{ name: "Jean Morel" }] });
  for (const { score } of speaker?.candidates ?? []) expect(score > 0 && score <= 1).toBe(true);
});

test("the way in which a speaker was found shows in the confidence", () => {
  const confidence = (text: string) => extract(text, { language: "fr" }).utterances.at(-1)?.confidence ?? 0;
  const named = confidence("Jean Morel a dit que la route était ouverte.");
  const pronoun = confidence("Jean Morel est venu. Il a dit que la route était ouverte.");
  const lost = confidence("Il a dit que la route était ouverte.");
  expect(named).toBeGreaterThan(pronoun);
  expect(pronoun).toBeGreaterThan(lost);
});
