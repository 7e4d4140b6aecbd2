import type { Problem } from "../errors.js";
import type { SourceRecord } from "../model/record.js";
import { asUtf8, type Mark, markOf, peek } from "./encoding.js";
import { type Files, NODE_FILES } from "./files.js";
import { STDIN } from "./record-set.js";
import { isProblem, problem } from "./rules.js";
import { extensionOf, LIMITS, type Limits, type Source } from "./source.js";
import { sourceOf } from "./sources.js";
import { type FoundFile, fileProblem, filesAt } from "./walk.js";

const HEAD_BYTES = 64 * 1024;
/** First characters of formats that may hold no zero byte: PDF, zip, gzip, PostScript, RTF. */
const BINARY: readonly string[] = ["%PDF-", "PK\u0003\u0004", "\u001f", "%!PS", "{\\rtf"];

/** How sources are read; everything may be left out. */
export interface SourceOptions {
  /** What `-` reads. */
  stdin?: AsyncIterable<Uint8Array>;
  /** The collection of articles, documents and statements that name none. */
  collection?: string;
  limits?: Partial<Limits>;
  /** The format of every file, where it is known beforehand; recognised by content when left out. */
  source?: Source;
}

/** What reading sources does to the world. */
export interface SourceEffects {
  files: Files;
}

/** Extensions of what is read first, group by group: articles are read with the events and topics that tables and records define. */
const READ_FIRST: readonly (readonly string[])[] = [["csv"], ["jsonl", "ndjson"]];

/**
 * Reads files and folders (`-`: standard input) as records with their place: tables, then JSON lines, then all the rest,
 * each in the order given and sorted inside folders; with a `source`, all in the order given. What cannot be read is a problem among the records, and everything
 * else goes on; nothing is thrown for bad input.
 */
export async function* readSources(
  paths: readonly string[],
  options: SourceOptions = {},
  { files }: SourceEffects = { files: NODE_FILES },
): AsyncGenerator<SourceRecord | Problem> {
  for (let turn = options.source ? READ_FIRST.length : 0; turn <= READ_FIRST.length; turn++) {
    for (const path of paths) {
      if (path !== STDIN) yield* readPath(path, turn, options, files);
      else if (turn === READ_FIRST.length) yield* readStream({ file: STDIN }, options.stdin ?? process.stdin, options);
    }
  }
}

/** Folders are walked once for each turn, so that no list of their files is kept. */
async function* readPath(
  path: string,
  turn: number,
  options: SourceOptions,
  files: Files,
): AsyncGenerator<SourceRecord | Problem> {
  for await (const found of filesAt(path, files)) {
    if (!options.source && turnOf(found) !== turn) continue;
    if ("rule" in found) yield found;
    else if (found.size === 0) yield emptyFile(found.file);
    else yield* readStream(found, files.open(found.file), options);
  }
}

function turnOf(found: FoundFile | Problem): number {
  const group =
    "rule" in found ? -1 : READ_FIRST.findIndex((extensions) => extensions.includes(extensionOf(found.file)));
  return group < 0 ? READ_FIRST.length : group;
}

async function* readStream(
  found: FoundFile,
  stream: AsyncIterable<Uint8Array>,
  options: SourceOptions,
): AsyncGenerator<SourceRecord | Problem> {
  try {
    const records = await recordsIn(found, stream, options);
    yield* options.collection === undefined ? records : withCollection(records, options.collection);
  } catch (error) {
    yield fileProblem(found.file, error);
  }
}

async function recordsIn(
  { file, size }: FoundFile,
  stream: AsyncIterable<Uint8Array>,
  options: SourceOptions,
): Promise<AsyncIterable<SourceRecord | Problem>> {
  const { head, chunks } = await peek(stream, HEAD_BYTES);
  const mark = markOf(head);
  const text = new TextDecoder(mark.encoding).decode(head);
  const wrong =
    unreadable(file, text, mark) ?? (text.trim() === "" && head.length < HEAD_BYTES ? emptyFile(file) : undefined);
  if (wrong) {
    await chunks.return(undefined);
    return only(wrong);
  }
  const offset = mark.encoding === "utf-8" ? mark.length : null;
  const limits = { ...LIMITS, ...options.limits };
  const source = options.source ?? sourceOf({ file, text });
  return source.read({ file, size, chunks: asUtf8(chunks, mark), offset, limits });
}

async function* only(wrong: Problem): AsyncGenerator<Problem> {
  yield wrong;
}

function emptyFile(file: string): Problem {
  return problem("empty-file", { file }, "the file is empty or holds only white space; take it out, or fill it");
}

function unreadable(file: string, text: string, mark: Mark): Problem | undefined {
  const zero = text.indexOf("\0");
  if (zero < 0 && !BINARY.some((start) => text.startsWith(start))) return undefined;
  const given =
    mark.length === 0 && isSpacedByZeros(text) ? "this is UTF-16 without a byte order mark" : "this is not text";
  const remedy = "save it as UTF-8 text, HTML, CSV or JSON lines, or take it out";
  return problem("binary-file", { file }, `${given}; ${remedy}`);
}

function isSpacedByZeros(text: string): boolean {
  return /^(?:[^\0]\0){8}/.test(text) || /^(?:\0[^\0]){8}/.test(text);
}

async function* withCollection(
  records: AsyncIterable<SourceRecord | Problem>,
  collection: string,
): AsyncGenerator<SourceRecord | Problem> {
  for await (const item of records) yield isProblem(item) || !("type" in item) ? item : inCollection(item, collection);
}

function inCollection(record: SourceRecord, collection: string): SourceRecord {
  const belongs = record.type === "article" || record.type === "document" || record.type === "statement";
  return belongs ? { ...record, collection: record.collection ?? collection } : record;
}
