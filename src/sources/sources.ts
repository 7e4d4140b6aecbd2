import { ARTICLE_TEXT } from "./article-text.js";
import { CSV } from "./csv.js";
import { HTML } from "./html.js";
import { JSON_LINES } from "./record-lines.js";
import { problem } from "./rules.js";
import { extensionOf, type Head, type Source } from "./source.js";

/** Text that is neither news nor records, told from a hundred articles by its first characters. */
const OTHER_TEXT: Source = {
  name: "other",
  description: "text of another format, which is reported",
  matches: ({ file, text }) =>
    /^\s*<(?:\?xml|rss|feed|rdf|svg)\b/i.test(text) ||
    /^\s*(?:\{\s*["}\n]|\[\s*[[{"\n])/.test(text) ||
    extensionOf(file) === "json",
  async *read({ file }) {
    const given = "this is XML or JSON of another shape";
    const remedy = "import articles as text or HTML, and records as CSV or as JSON lines (one record on each line)";
    yield problem("unknown-format", { file }, `${given}; ${remedy}`);
  },
};

/** Every format, in the order in which they are tried; the last takes any text. */
export const SOURCES: readonly Source[] = [JSON_LINES, HTML, CSV, OTHER_TEXT, ARTICLE_TEXT];

/** The source of an input, by its first characters and, where they do not tell, its name. */
export function sourceOf(head: Head): Source {
  return SOURCES.find((source) => source.matches(head)) ?? ARTICLE_TEXT;
}
