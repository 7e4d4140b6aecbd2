import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { articleOfPage } from "../../src/sources/html.js";
import { articleIn, broken, leftOut, readFileOf } from "./inputs.js";

const PARAGRAPHS = [
  "Le couloir de Latchine a rouvert dimanche, a indiqué le contingent russe dans un bref communiqué.",
  "« Personne n'est forcé de partir », a déclaré la présidence azerbaïdjanaise à la télévision d'État.",
  "Erevan parle d'un exode, et promet un toit à chacun. Des centaines de voitures attendent à Goris.",
];

function page(head: string, body = `<article>${PARAGRAPHS.map((it) => `<p>${it}</p>`).join("\n")}</article>`): string {
  return `<!doctype html>\n<html lang="fr-FR"><head>${head}</head><body><nav><a href="/">Accueil</a></nav>${body}</body></html>`;
}

test("Open Graph and meta elements give title, site, date, address and language", async () => {
  const article = await articleIn(
    page(`<title>Le couloir | Levant</title>
      <link rel="canonical" href="https://levant.example.org/couloir">
      <meta property="og:title" content="Le couloir rouvre">
      <meta property="og:site_name" content="Levant">
      <meta name="author" content="Ada Brook">
      <meta property="article:published_time" content="2023-09-24T08:15:00+0400">`),
    "page.html",
  );
  expect(article).toMatchObject({
    title: "Le couloir rouvre",
    outlet: "Levant",
    author: "Ada Brook",
    url: "https://levant.example.org/couloir",
    publishedAt: "2023-09-24T08:15:00+04:00",
    language: "fr",
    text: PARAGRAPHS.join("\n\n"),
  });
});

test("JSON-LD gives what the meta elements do not", async () => {
  const data = {
    "@graph": [
      { "@type": "WebSite", name: "ignored" },
      {
        "@type": ["NewsArticle"],
        headline: "Le couloir rouvre",
        datePublished: "2023-09-24",
        url: "https://levant.example.org/c",
        author: [{ name: "Ada Brook" }],
        publisher: { name: "Levant" },
      },
    ],
  };
  const article = await articleIn(page(`<script type="application/ld+json">${JSON.stringify(data)}</script>`));
  expect(article).toMatchObject({
    title: "Le couloir rouvre",
    outlet: "Levant",
    author: "Ada Brook",
    publishedAt: "2023-09-24",
    url: "https://levant.example.org/c",
  });
});

test("a time element dates the page; a date that is none is left out", async () => {
  const body = `<article><time datetime="2023-09-24">dimanche</time>${PARAGRAPHS.map((it) => `<p>${it}</p>`).join("")}</article>`;
  const article = await articleIn(page('<meta property="article:published_time" content="yesterday">', body));
  expect(article.publishedAt).toBe("2023-09-24");
});

test("text is paragraphs: inline elements join, line breaks stay, captions and scripts are gone", async () => {
  const body = `<article><p>Le <b>couloir</b> de\n   <a href="#">Latchine</a> a rouvert, dit-on.<br>Vers midi &amp; sans bruit.</p>
    <figure><img src="x.jpg"><figcaption>Une file de voitures</figcaption></figure>
    <script>document.body.textContent = "gone"; globalThis.ranInPage = true;</script>
    ${PARAGRAPHS.map((it) => `<p>${it}</p>`).join("")}</article>`;
  const article = await articleIn(page("", body));
  const first = "Le couloir de Latchine a rouvert, dit-on.\nVers midi & sans bruit.";
  expect(article.text).toBe([first, ...PARAGRAPHS].join("\n\n"));
  expect("ranInPage" in globalThis).toBe(false);
});

test("boilerplate spans are offsets into the text", async () => {
  const body = `<article>${[PARAGRAPHS[0], "En savoir plus : la carte", ...PARAGRAPHS.slice(1)].map((it) => `<p>${it}</p>`).join("")}</article>`;
  expect(leftOut(await articleIn(page("", body)))).toEqual(["En savoir plus : la carte"]);
});

test.each([
  ["an empty shell", page("<title>Levant</title>", '<div id="app"></div><script>render()</script>')],
  ["a list of links", page("", "<ul><li><a href='/a'>Monde</a></li><li><a href='/b'>Sport</a></li></ul>")],
])("%s has no article", async (_, html) => {
  expect(broken(await readFileOf("page.html", html))).toEqual(["no-article"]);
});

test.each([
  ["too deep", `<html><body>${"<div>".repeat(60_000)}x`],
  ["too full", `<html><body>${"<a href=x>y</a> ".repeat(60_000)}`],
  ["too crowded", `<html><body><p>${"&amp;".repeat(200_000)}`],
])("%s a page is refused before it is built", async (_, html) => {
  expect(broken(await readFileOf("page.html", html))).toEqual(["too-large"]);
});

test("a fragment of a page is a page", async () => {
  const article = await articleIn(`<article>${PARAGRAPHS.map((it) => `<p>${it}</p>`).join("")}</article>`, "part.html");
  expect(article.text).toBe(PARAGRAPHS.join("\n\n"));
});

test("whatever the tags, a page is an article or a problem", async () => {
  const parts = [
    "<html>",
    "<head>",
    "<body>",
    "</body>",
    "<p>",
    "</div>",
    "<!--",
    "-->",
    "<table><td>",
    "<script>",
    "<svg>",
  ];
  const more = [
    "<title>",
    "<link rel=canonical href='http://['>",
    "<noscript><img>",
    "&#0;",
    "<![CDATA[",
    `<p>${PARAGRAPHS[0]}</p>`,
  ];
  const soup = fc
    .array(fc.constantFrom(...parts, ...more), { minLength: 1, maxLength: 25 })
    .map((tags) => tags.join(""));
  fc.assert(
    fc.property(soup, (html) => {
      const result = articleOfPage(html, "page.html");
      expect("rule" in result ? result.rule : result.type).toMatch(/^(?:no-article|article)$/);
    }),
    { numRuns: 500 },
  );
});

test("a page is known by its content, and many comments before it take no time", async () => {
  const article = await articleIn(`${"<!-- a -->".repeat(2000)}${page("")}`, "saved-page.txt");
  expect(article.text).toBe(PARAGRAPHS.join("\n\n"));
  expect(broken(await readFileOf("x.txt", `${"<!-- a -->".repeat(2000)}<x`))).toEqual([]);
});
