import { z } from "zod";
import type { Place, Problem } from "../errors.js";
import type { ArticleRecord, SourceRecord } from "../model/record.js";
import { readJsonLines } from "./json-lines.js";
import { isObject, issueProblem, notAnObject } from "./record-check.js";
import { date, language, words } from "./record-schema.js";
import type { Input, Source } from "./source.js";

/** A document of an annotated corpus; its annotations and other fields are passed over. */
const GOLD_DOCUMENT = z.object({
  id: words,
  lang: language.nullish(),
  date: date.nullish(),
  text: z.string(),
});

/** JSON lines of an annotated corpus: a document in each, read as an article, nothing of which is left out. */
export const GOLD_LINES: Source = {
  name: "gold-lines",
  description: "one document with `id`, `lang`, `date` and `text` in each line",
  matches: () => true,
  read: readGoldLines,
};

function readGoldLines(input: Input): AsyncGenerator<SourceRecord | Problem> {
  return readJsonLines(input, checkDocument);
}

function checkDocument(value: unknown, place: Place): ArticleRecord | Problem {
  if (!isObject(value)) return notAnObject(value, place, '{"id": …, "text": …}');
  const checked = GOLD_DOCUMENT.safeParse(value);
  if (!checked.success) return issueProblem(checked.error.issues, value, place);
  const { id, lang, date: publishedAt, text } = checked.data;
  return {
    type: "article",
    readAt: place,
    id,
    text,
    boilerplate: [],
    ...(lang == null ? {} : { language: lang }),
    ...(publishedAt == null ? {} : { publishedAt }),
  };
}
