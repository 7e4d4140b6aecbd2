import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Problem } from "../errors.js";
import type { ArticleRecord } from "../model/record.js";
import { articleRecord } from "./article-record.js";
import { metadataOf, type Page } from "./html-metadata.js";
import { isTooLarge, type PageSize, pageSizeOf } from "./html-size.js";
import { paragraphsOf, type TextNode } from "./html-text.js";
import { problem } from "./rules.js";
import { extensionOf, type Input, type Source } from "./source.js";
import { textOf } from "./text.js";

const EXTENSIONS: readonly string[] = ["html", "htm", "xhtml"];
const OPENING =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype html|html|head|body|article|main|meta|title|div|p)\b/i;
const NO_ARTICLE =
  "no article was found in the page; save the page once its text is shown, or import the text as a .txt file";
/** Below this an article is a list of links or an empty shell that scripts would fill. */
const SHORTEST_ARTICLE = 80;

/** A web page that holds one article; its scripts are never run. */
export const HTML: Source = {
  name: "html",
  description: "a web page with one article (title, byline, site, date, canonical address, text)",
  matches: ({ file, text }) => OPENING.test(text) || (EXTENSIONS.includes(extensionOf(file)) && /<\w+/.test(text)),
  read: readPage,
};

async function* readPage(input: Input): AsyncGenerator<ArticleRecord | Problem> {
  const html = await textOf(input);
  yield typeof html === "string" ? articleOfPage(html, input.file) : html;
}

/** The article of a page: its text is paragraphs with a blank line between them. */
export function articleOfPage(html: string, file: string): ArticleRecord | Problem {
  const size = pageSizeOf(html);
  if (isTooLarge(size)) return tooLarge(size, file);
  return readArticle(html, file) ?? problem("no-article", { file }, NO_ARTICLE);
}

function tooLarge({ elements, depth, marks }: PageSize, file: string): Problem {
  const given = `the page has ${elements} elements, up to ${depth} deep, and ${marks} tags and entities, more than a news page`;
  return problem("too-large", { file }, `${given}; import the text as a .txt file`);
}

function readArticle(html: string, file: string): ArticleRecord | undefined {
  const { meta, found } = parsed(html) ?? {};
  const text = found?.content ? paragraphsOf(found.content).join("\n\n") : "";
  if (!meta || text.length < SHORTEST_ARTICLE || !/[.!?…»”"](?:\n|$)/.test(text)) return undefined;
  return articleRecord({
    readAt: { file },
    url: meta.url,
    title: meta.title ?? (found?.title || undefined),
    outlet: meta.outlet ?? (found?.siteName || undefined),
    author: meta.author ?? (found?.byline?.trim() || undefined),
    publishedAt: meta.publishedAt,
    language: meta.language,
    text,
  });
}

/** The page's metadata and article; undefined for a page so broken that its parsers give up on it. */
function parsed(html: string) {
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  try {
    const document = parseHTML(whole).document as Page & ConstructorParameters<typeof Readability>[0];
    const meta = metadataOf(document);
    return { meta, found: new Readability<TextNode>(document, { charThreshold: 200, serializer: (it) => it }).parse() };
  } catch {
    // linkedom and Readability read properties of elements that a broken page does not have.
    return undefined;
  }
}
