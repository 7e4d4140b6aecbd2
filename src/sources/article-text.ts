import type { Problem } from "../errors.js";
import type { ArticleRecord } from "../model/record.js";
import { articleRecord } from "./article-record.js";
import { datelineAt } from "./dateline.js";
import { writtenDate } from "./dates.js";
import { type HeaderField, readHeader, type TextLine, textLines } from "./header-lines.js";
import { problem } from "./rules.js";
import type { Input, Source } from "./source.js";
import { textOf } from "./text.js";

const LONGEST_TITLE = 200;

/** A plain text that holds one article: header lines or none, a title line or none, and the text. */
export const ARTICLE_TEXT: Source = {
  name: "article-text",
  description: "one article as plain text, with header lines (url:, id:, date:, …) or without",
  matches: () => true,
  read: readArticle,
};

async function* readArticle(input: Input): AsyncGenerator<ArticleRecord | Problem> {
  const content = await textOf(input);
  yield typeof content === "string" ? articleOf(content, input.file) : content;
}

/** The article that a text holds. Its `text` is the body as it was written; every span is an offset into it. */
export function articleOf(content: string, file: string): ArticleRecord | Problem {
  const { fields, bodyStart } = readHeader(content);
  const text = content.slice(bodyStart);
  const wrong = badHeader(fields, file);
  if (wrong) return wrong;
  if (text.trim() === "")
    return problem(
      "no-text",
      { file },
      "the article has no text below its header lines; add the text, or take the file away",
    );
  const line = content.slice(0, bodyStart).split("\n").length;
  return composed(text, (field) => fields[field]?.value || undefined, { file, line });
}

function badHeader(fields: ReturnType<typeof readHeader>["fields"], file: string): Problem | undefined {
  const { date, url } = fields;
  if (date?.value && writtenDate(date.value) === undefined) {
    const given = `"${date.value.slice(0, 80)}" is not a date`;
    return problem("bad-date", { file, line: date.line }, `${given}; write 2023-09-19, or 19 septembre 2023`);
  }
  if (url?.value && !/^https?:\/\/[^\s/]/i.test(url.value)) {
    const given = `"${url.value.slice(0, 80)}" is not an absolute address`;
    return problem("bad-url", { file, line: url.line }, `${given}; write it from https:// on, or use "id:"`);
  }
  return undefined;
}

function composed(
  text: string,
  header: (field: HeaderField) => string | undefined,
  readAt: ArticleRecord["readAt"],
): ArticleRecord {
  const titleLine = titleLineOf(text, header("title"));
  const draft = {
    readAt,
    id: header("id"),
    url: header("url"),
    title: header("title") ?? titleLine?.text.trim(),
    outlet: header("outlet"),
    author: header("author"),
    publishedAt: writtenDate(header("date") ?? ""),
    language: languageOf(header("language")),
    collection: header("collection"),
    text,
  };
  return articleRecord(draft, titleLine?.next);
}

/** `fr`, `FR`, `fr-FR`; a language that is written out is left to be recognised. */
function languageOf(header: string | undefined): string | undefined {
  return /^([a-z]{2,3})(?:[-_].*)?$/i.exec(header ?? "")?.[1]?.toLowerCase();
}

/** The first line, when it repeats the title or reads as one: short, no full stop, a blank line and a text below. */
function titleLineOf(text: string, title: string | undefined): TextLine | undefined {
  const [first, second] = textLines(text);
  if (!first) return undefined;
  if (title !== undefined) return first.text.trim() === title ? first : undefined;
  const words = first.text.trim();
  const isTitle = words.length <= LONGEST_TITLE && !/[.;:,][^\p{L}\p{N}?!]*$/u.test(words) && !datelineAt(text, 0);
  return isTitle && second?.text.trim() === "" && text.slice(second.next).trim() !== "" ? first : undefined;
}
