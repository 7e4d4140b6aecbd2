import { expect, test } from "@jest/globals";
import { articleIn, leftOut } from "./inputs.js";

const FIRST = "Les autorités ont ouvert le couloir mardi, selon un communiqué publié dans la soirée.";
const LAST = "« Nous partirons demain », a déclaré une habitante rencontrée à Goris.";

async function leftOutOf(...lines: string[]): Promise<string[]> {
  return leftOut(await articleIn(lines.join("\n\n")));
}

test.each([
  "Newsletter",
  "Inscrivez-vous à notre lettre du matin",
  "Sign up for our weekly briefing",
  "En savoir plus : les réactions à Bruxelles",
  "EN SAVOIR PLUS Le récit d'une journée",
  "À lire aussi : le couloir de Latchine en cinq questions",
  "Karabakh, Arménie En savoir plus Le couloir de Latchine rouvert",
  "Read more: five days that changed the Caucasus",
  "Related articles",
  "Partager sur Facebook",
  "Follow us on Telegram",
  "Photo: une file de voitures près de Goris",
  "Un convoi quitte Stepanakert - AFP",
  "© 2023 Levant Daily. Tous droits réservés.",
])("is left out in the middle of a text: %s", async (line) => {
  expect(await leftOutOf(FIRST, line, LAST)).toEqual([line]);
});

test.each([
  "Partager le territoire est impensable, a répondu le ministre, qui refuse toute médiation étrangère dans ce dossier.",
  "Subscribe to a peace plan we cannot read? Never, the minister told reporters on Wednesday after a long night of talks in the capital, adding that his government would not sign, that no other government would either, and that everyone knew it.",
  "Suivre la Russie ne suffit plus, estime le député, pour qui « l'alliance est morte » depuis l'été dernier.",
  "Le gouvernement veut en savoir plus sur les intentions de Bakou, a indiqué la porte-parole.",
  "Photographié à la frontière, le convoi comptait vingt camions.",
  "« Je partage cette inquiétude », a dit l'envoyé de l'ONU.",
])("is text: %s", async (line) => {
  expect(await leftOutOf(FIRST, line, LAST)).toEqual([]);
});

test("an invitation to comment ends the article where only a page's foot follows", async () => {
  const foot = ["Laisser un commentaire", "Votre nom", "Météo locale"];
  expect(await leftOutOf(FIRST, LAST, ...foot)).toEqual(foot);
});

test("an invitation to comment before the rest of the article is left out alone", async () => {
  const rest = "Le reste de l'article, long et sans rapport avec la page. ".repeat(10).trim();
  expect(await leftOutOf(FIRST, "Leave a comment", rest, LAST)).toEqual(["Leave a comment"]);
});

test("a title is left out wherever it is printed", async () => {
  const title = "Le couloir rouvre";
  expect(await leftOutOf(title, FIRST, title, LAST, title)).toEqual([title, title, title]);
});

test("a bare caption mark takes the caption below it", async () => {
  const caption = "Des voitures à l'entrée de Goris, dimanche soir.";
  expect(await leftOutOf(FIRST, "Photo: ,", caption, LAST)).toEqual(["Photo: ,", caption]);
});

test.each([
  [["Ada Brook"]],
  [["Par Ada Brook"]],
  [["Ada Brook", "Journaliste à Levant Daily depuis dix ans, elle suit le Caucase."]],
  [["Ada", "Ada, rédactrice en chef, aime les longs trajets en train."]],
  [["Ada Brook", "Coffee enthusiast. Part-time writer."]],
  [["Ada Brook is a reporter who covers the Caucasus for the Northern Courier."]],
  [["Reporting by Ada Brook; editing by Tom Hale"]],
])("the author's presentation at the end is left out: %j", async (lines) => {
  expect(await leftOutOf(FIRST, LAST, ...lines, "Partager")).toEqual([...lines, "Partager"]);
});

test.each(["Réactions", "Un long chemin", "Goris"])(
  "a heading before the last paragraph is kept: %s",
  async (heading) => {
    expect(await leftOutOf(FIRST, heading, LAST)).toEqual([]);
  },
);

test("offsets are true with CRLF and characters outside the plane", async () => {
  const article = await articleIn(`${FIRST} 😀\r\n\r\nNewsletter\r\n\r\n${LAST}\r\n`);
  expect(leftOut(article)).toEqual(["Newsletter"]);
});
