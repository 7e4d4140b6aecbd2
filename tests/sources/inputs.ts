import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Problem } from "../../src/errors.js";
import type { ArticleRecord, SourceRecord } from "../../src/model/record.js";
import { readSources, type SourceEffects, type SourceOptions } from "../../src/sources/read-sources.js";
import { isProblem } from "../../src/sources/rules.js";

/** A temporary folder with files in it, gone at the end of the test. */
export interface Folder extends AsyncDisposable {
  path: string;
  at(name: string): string;
}

export async function folderWith(files: Record<string, string | Uint8Array> = {}): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), "dixit-sources-"));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return {
    path,
    at: (name) => join(path, name),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

export interface Read {
  records: SourceRecord[];
  problems: Problem[];
}

export async function collect(items: AsyncIterable<SourceRecord | Problem>): Promise<Read> {
  const read: Read = { records: [], problems: [] };
  for await (const item of items) {
    if (isProblem(item)) read.problems.push(item);
    else read.records.push(item);
  }
  return read;
}

export function read(paths: string[], options?: SourceOptions, effects?: SourceEffects): Promise<Read> {
  return collect(readSources(paths, options, effects));
}

/** Reads one file of this name and content. */
export async function readFileOf(name: string, content: string | Uint8Array, options?: SourceOptions): Promise<Read> {
  await using folder = await folderWith({ [name]: content });
  return await read([folder.at(name)], options);
}

/** The rules that were broken, with their lines: `ragged-row:3`. */
export function broken({ problems }: Read): string[] {
  return problems.map(({ rule, place }) => (place.line === undefined ? rule : `${rule}:${place.line}`));
}

export async function articleIn(content: string, name = "article.txt"): Promise<ArticleRecord> {
  const { records, problems } = await readFileOf(name, content);
  const [record] = records;
  if (record?.type !== "article") throw new Error(`no article: ${JSON.stringify(problems)}`);
  return record;
}

/** What extraction leaves out, as strings. */
export function leftOut({ text, boilerplate }: ArticleRecord): string[] {
  return boilerplate.map(({ start, end }) => text.slice(start, end));
}

/** Bytes as a stream, cut at the given offsets. */
export async function* inPieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (let i = 1; i < edges.length; i++) yield bytes.subarray(edges[i - 1], edges[i]);
}
