import { fold } from "../model/fold.js";
import { writtenDate } from "./dates.js";

/** What the lines at the top of an article may say. */
export type HeaderField = "url" | "id" | "date" | "title" | "outlet" | "author" | "language" | "collection";

/** The folded names of header lines, in English and French. */
export const HEADER_NAMES: Readonly<Record<string, HeaderField>> = {
  url: "url",
  link: "url",
  lien: "url",
  adresse: "url",
  id: "id",
  identifiant: "id",
  date: "date",
  published: "date",
  publie: "date",
  "publie le": "date",
  title: "title",
  titre: "title",
  headline: "title",
  outlet: "outlet",
  source: "outlet",
  publisher: "outlet",
  media: "outlet",
  journal: "outlet",
  author: "author",
  auteur: "author",
  autrice: "author",
  language: "language",
  lang: "language",
  langue: "language",
  collection: "collection",
};

/** A longer line is text, whatever it begins with. */
const LONGEST_HEADER = 2000;

/** A line of a text; `end` is the offset after its last character, `next` after its line break. */
export interface TextLine {
  text: string;
  start: number;
  end: number;
  next: number;
  /** From 1. */
  number: number;
}

/** The lines at the top, and where the body begins. */
export interface Header {
  fields: Partial<Record<HeaderField, { value: string; line: number }>>;
  /** Offset of the first line that is not blank and not a header. */
  bodyStart: number;
}

/** The lines of a text with their offsets; a line ends at `\n`, and a `\r` before it is not part of it. */
export function* textLines(text: string, from = 0): Generator<TextLine> {
  for (let start = from, number = 1; start < text.length; number++) {
    const feed = text.indexOf("\n", start);
    const next = feed < 0 ? text.length : feed + 1;
    let end = feed < 0 ? text.length : feed;
    if (text[end - 1] === "\r" && end > start) end -= 1;
    yield { text: text.slice(start, end), start, end, next, number };
    start = next;
  }
}

/** Reads the header lines at the top of an article, a title line before them included. */
export function readHeader(content: string): Header {
  const header: Header = { fields: {}, bodyStart: content.length };
  let title: TextLine | undefined;
  for (const line of textLines(content)) {
    if (line.text.trim() === "") continue;
    const found = headerLine(line.text);
    if (found) {
      if (title) header.fields.title ??= { value: title.text.trim(), line: title.number };
      title = undefined;
      header.fields[found.field] ??= { value: found.value, line: line.number };
      if (found.textAt === undefined) continue;
      return { ...header, bodyStart: line.start + found.textAt };
    }
    const isFirst = !title && Object.keys(header.fields).length === 0;
    if (!isFirst) return { ...header, bodyStart: title?.start ?? line.start };
    title = line;
  }
  return { ...header, bodyStart: title?.start ?? header.bodyStart };
}

interface HeaderLine {
  field: HeaderField;
  value: string;
  /** Where the article's text goes on in the same line. */
  textAt?: number;
}

function headerLine(line: string): HeaderLine | undefined {
  return dateThenText(line) ?? namedLine(line);
}

/** ` date 2023-09 Bakou …`, `date: 2023-09-19 Bakou …`: a date, and perhaps the text right behind it. */
function dateThenText(line: string): HeaderLine | undefined {
  const match = /^\s*date\s*:?\s+(\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}\S*)?)?)?)(?:\s+|$)(?=(.?))/iu.exec(line);
  if (!match?.[1] || writtenDate(match[1]) === undefined) return undefined;
  return { field: "date", value: match[1], textAt: match[2] ? match[0].length : undefined };
}

function namedLine(line: string): HeaderLine | undefined {
  if (line.length > LONGEST_HEADER) return undefined;
  const match = /^\s*([\p{L} ]{2,20}?)\s*:\s*(.*?)\s*$/u.exec(line);
  const field = HEADER_NAMES[fold(match?.[1] ?? "")];
  return field && match ? { field, value: match[2] ?? "" } : undefined;
}
