import type { ArticleRecord, DocumentRecord } from "../model/record.js";
import { PUBLIC_COLLECTION } from "../model/vocabulary.js";
import type { Properties } from "../store/contribution.js";
import { defined } from "./contribution-builder.js";
import { daysOf } from "./dates.js";
import { canonicalUrl, shortHash } from "./keys.js";
import { BrokenRule } from "./rules.js";

/** UTF-16 code units of a document's text, at most. */
const LONGEST_TEXT = 20 * 1024 * 1024;

/** Words at the beginning or end of a text by which another version of it is found. */
const WORDS_OF_MARK = 12;

/** Code units in which those words are looked for. */
const REACH = 200;

/** The properties of a document, as the graph holds them. */
export function documentProperties(record: DocumentRecord | ArticleRecord, language = record.language): Properties {
  const { text, url, id, publishedAt, collection = PUBLIC_COLLECTION } = record;
  if ((text?.length ?? 0) > LONGEST_TEXT) {
    throw new BrokenRule("too-large", `the text has ${text?.length} characters; split it, ${LONGEST_TEXT} is the most`);
  }
  const days = daysOf(publishedAt);
  const title = record.title ?? firstLine(text) ?? url ?? id ?? "";
  return defined({
    title,
    url: url === undefined ? undefined : canonicalUrl(url),
    id,
    publishedAt,
    publishedDay: days.first,
    publishedLastDay: days.last,
    language,
    text,
    contentHash: shortHash(text ?? "", 32),
    collection,
    collections: [collection],
    ...(text === undefined ? {} : marksOf(title, text)),
  });
}

function firstLine(text: string | undefined): string | undefined {
  const line = text?.trimStart().slice(0, 200).split("\n", 1)[0]?.trim();
  return line === "" ? undefined : line;
}

/**
 * Hashes of a document's title, opening and ending, by which an edited copy without URL or id is recognised:
 * equality on an index, on every engine.
 */
export function marksOf(title: string, text: string): { titleMark: string; openingMark: string; endingMark: string } {
  const opening = wordsOf(text.trimStart().slice(0, REACH)).slice(0, WORDS_OF_MARK);
  const ending = wordsOf(text.trimEnd().slice(-REACH)).slice(-WORDS_OF_MARK);
  return { titleMark: markOf(wordsOf(title)), openingMark: markOf(opening), endingMark: markOf(ending) };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function markOf(words: readonly string[]): string {
  return shortHash(words.join(" "), 16);
}
