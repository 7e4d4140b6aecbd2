import { describe, expect, test } from "@jest/globals";
import { articleIn, broken, leftOut, readFileOf } from "./inputs.js";

const BODY = "Les combats ont cessé mercredi à midi, a indiqué l'état-major.\n\nErevan reste prudente.";

describe("header lines", () => {
  test("say where the article comes from, in English or French, in any case", async () => {
    const article = await articleIn(
      `URL: https://levant.example.org/a\nIdentifiant: a-1\nDate : 19 septembre 2023\nTITRE: Midi\nMédia: Levant\nauteur: A. Doe\nlangue: fr-FR\nCollection: veille\n\n${BODY}`,
    );
    expect(article).toMatchObject({
      url: "https://levant.example.org/a",
      id: "a-1",
      publishedAt: "2023-09-19",
      title: "Midi",
      outlet: "Levant",
      author: "A. Doe",
      language: "fr",
      collection: "veille",
      text: BODY,
    });
  });

  test("may stand below the title line", async () => {
    const article = await articleIn(`Midi, le silence\n\ndate: 2023-09-20\nsource: Levant\n\n${BODY}`);
    expect(article).toMatchObject({
      title: "Midi, le silence",
      publishedAt: "2023-09-20",
      outlet: "Levant",
      text: BODY,
    });
  });

  test("end at the first line of text, even when a later line looks like one", async () => {
    const text = "La réunion a duré une heure.\nSource: un diplomate présent dans la salle.";
    expect(await articleIn(`id: x\n\n${text}`)).toMatchObject({ text });
    expect((await articleIn(`id: x\n\n${text}`)).outlet).toBeUndefined();
  });

  test.each([
    [
      " date 2023-09 Bakou avait averti ses voisins. Erevan aussi.",
      "2023-09",
      "Bakou avait averti ses voisins. Erevan aussi.",
    ],
    ["date: 2023-09-19 Bakou avait averti.", "2023-09-19", "Bakou avait averti."],
    ["date: 2023-09-19 14:30 Bakou avait averti.", "2023-09-19T14:30", "Bakou avait averti."],
    ["date 2023\nBakou avait averti.", "2023", "Bakou avait averti."],
  ])("a date may be followed by the text in its line: %j", async (content, publishedAt, text) => {
    expect(await articleIn(content)).toMatchObject({ publishedAt, text });
  });

  test.each([
    ["2023-09-19T14:30:00+0400", "2023-09-19T14:30:00+04:00"],
    ["1er octobre 2023", "2023-10-01"],
    ["mardi 19 sept. 2023", "2023-09-19"],
    ["Sept. 9, 2023", "2023-09-09"],
    ["September 2023", "2023-09"],
    ["29 février 2024", "2024-02-29"],
  ])("the date %s is %s", async (date, publishedAt) => {
    expect(await articleIn(`date: ${date}\n\n${BODY}`)).toMatchObject({ publishedAt });
  });

  test.each(["demain", "31/02/2023", "2023-13", "30 février 2023"])("the date %s is a problem", async (date) => {
    const read = await readFileOf("a.txt", `id: a\ndate: ${date}\n\n${BODY}`);
    expect(broken(read)).toEqual(["bad-date:2"]);
    expect(read.problems[0]?.message).toContain(date);
  });

  test("an address that is not absolute is a problem", async () => {
    expect(broken(await readFileOf("a.txt", `url: levant.example.org/a\n\n${BODY}`))).toEqual(["bad-url:1"]);
  });

  test("header lines without a text are a problem", async () => {
    expect(broken(await readFileOf("a.txt", "url: https://levant.example.org/a\n\n \n"))).toEqual(["no-text"]);
  });
});

describe("text", () => {
  test("is the body as it was written: CRLF, spaces and emoji are kept, the byte order mark is not", async () => {
    const text = "Titre 😀 du jour\r\n\r\n« Assez »,  a dit le maire.\r\n";
    expect(await articleIn(`\uFEFFid: a\r\n\r\n${text}`)).toMatchObject({ text, title: "Titre 😀 du jour", id: "a" });
  });

  test("a first line that ends a sentence, or has no blank line below, is no title", async () => {
    expect((await articleIn(BODY)).title).toBeUndefined();
    expect((await articleIn("Une ligne coupée\nau milieu de la phrase.\n\nLa suite.")).title).toBeUndefined();
  });
});

describe("datelines", () => {
  test.each([
    ["PARIS, 12 mars (AFP) - Un texte suit ici.", "2023-03-12", "AFP"],
    ["BAKU, Sept 19 (Reuters) - A text follows.", "2023-09-19", "Reuters"],
    ["Goris (Arménie), texte.", "2023", undefined],
    ["GORIS, Arménie, 27 sept. 2023 (AFP) — Un texte.", "2023-09-27", "AFP"],
    ["STEPANAKERT (Reuters) – A text.", "2023", "Reuters"],
  ])("%s", async (text, publishedAt, outlet) => {
    const article = await articleIn(`date: 2023\n\n${text}`);
    expect([article.publishedAt, article.outlet, article.text]).toEqual([publishedAt, outlet, text]);
  });

  test("a dateline is left out of extraction, below a title too", async () => {
    const article = await articleIn("La trêve\n\nEREVAN, 20 septembre (AFP) - La trêve tient, dit-on.");
    expect(leftOut(article)).toEqual(["La trêve", "EREVAN, 20 septembre (AFP) - "]);
    expect(article.publishedAt).toBeUndefined();
    expect(article.outlet).toBe("AFP");
  });

  test("the header lines win", async () => {
    const article = await articleIn("date: 2023-09-21\noutlet: Levant\n\nEREVAN, 20 septembre (AFP) - La trêve tient.");
    expect(article).toMatchObject({ publishedAt: "2023-09-21", outlet: "Levant" });
  });

  test("a sentence with a bracket and a dash is no dateline", async () => {
    const article = await articleIn("La Russie (Moscou) - et elle seule - a parlé.");
    expect(leftOut(article)).toEqual([]);
  });
});
