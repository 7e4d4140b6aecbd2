import { writtenDate } from "./dates.js";

interface Element {
  getAttribute(name: string): string | null;
  textContent: string | null;
}

/** The little of a DOM document that reading its metadata takes. */
export interface Page {
  documentElement: Element | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

/** What a page says of its article in its head. */
export interface PageMetadata {
  url?: string;
  title?: string;
  outlet?: string;
  author?: string;
  publishedAt?: string;
  language?: string;
}

type Data = Readonly<Record<string, unknown>>;

const META_DATES = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="date"]',
  'meta[name="dc.date" i]',
  'meta[name="dcterms.created" i]',
  'meta[name="pubdate" i]',
];

/** Reads the metadata of a page: JSON-LD, Open Graph and plain meta elements. A date that is no date is left out. */
export function metadataOf(page: Page): PageMetadata {
  const article = articleData(page);
  return {
    url: absolute(attribute(page, 'link[rel="canonical"]', "href"), content(page, "og:url"), textIn(article.url)),
    title: content(page, "og:title") ?? textIn(article.headline),
    outlet: content(page, "og:site_name") ?? nameIn(article.publisher) ?? content(page, "application-name"),
    author: nameIn(article.author) ?? content(page, "author"),
    publishedAt: publicationDate(page, article),
    language: (attribute(page, "html", "lang") ?? content(page, "og:locale"))?.toLowerCase().match(/^[a-z]{2}/)?.[0],
  };
}

function publicationDate(page: Page, article: Data): string | undefined {
  const candidates = [
    ...META_DATES.map((selector) => attribute(page, selector, "content")),
    textIn(article.datePublished),
    attribute(page, "time[pubdate]", "datetime"),
    attribute(page, "article time[datetime]", "datetime"),
    attribute(page, "time[datetime]", "datetime"),
  ];
  return candidates.map((text) => text && writtenDate(text)).find((date) => date);
}

/** The JSON-LD object that describes the article, or an empty one. */
function articleData(page: Page): Data {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const article = objectsIn(parsed(script.textContent ?? "")).find(isArticle);
    if (article) return article;
  }
  return {};
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function objectsIn(value: unknown): Data[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== "object" || value === null) return [];
  const data = value as Data;
  return [data, ...objectsIn(data["@graph"])];
}

function isArticle(data: Data): boolean {
  return [data["@type"]].flat().some((type) => typeof type === "string" && /(?:Article|Posting|Report)$/.test(type));
}

function nameIn(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return textIn(typeof first === "object" && first !== null ? (first as Data).name : first);
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function content(page: Page, name: string): string | undefined {
  return attribute(page, `meta[property="${name}"], meta[name="${name}"]`, "content");
}

function attribute(page: Page, selector: string, name: string): string | undefined {
  return textIn(page.querySelector(selector)?.getAttribute(name));
}

function absolute(...addresses: (string | undefined)[]): string | undefined {
  return addresses.find((address) => address && /^https?:\/\/[^\s/]/i.test(address));
}
