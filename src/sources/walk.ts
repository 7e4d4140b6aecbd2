import { join } from "node:path";
import type { Problem } from "../errors.js";
import { TABLES, tableNamed } from "./csv-tables.js";
import type { FileStatus, Files } from "./files.js";
import { problem, type Rule } from "./rules.js";

/** A file to read, under the name that leads to it from what the user gave. */
export interface FoundFile {
  file: string;
  /** In bytes; undefined for a pipe. */
  size?: number;
}

/** Names that are left out inside folders: hidden files, and what describes the folder itself. */
const LEFT_OUT = /^(?:\.|(?:readme|license|licence|notice)(?:\.\w+)?$)/i;

/** The files that a path leads to, folders read in sorted order, the tables of a CSV folder first and in their order. */
export async function* filesAt(path: string, files: Files): AsyncGenerator<FoundFile | Problem> {
  yield* visit(path, { files, parents: [], seen: new Set() });
}

interface Walk {
  files: Files;
  /** The real paths of the folders that this one is in. */
  parents: readonly string[];
  /** The real paths of all folders that were read. */
  seen: Set<string>;
}

async function* visit(path: string, walk: Walk): AsyncGenerator<FoundFile | Problem> {
  const status = await attempt(path, () => walk.files.status(path));
  if ("rule" in status) yield status;
  else if (status.kind === "folder") yield* visitFolder(path, walk);
  else yield foundFile(path, status, walk);
}

function foundFile(file: string, { kind, size }: FileStatus, walk: Walk): FoundFile | Problem {
  if (kind === "file") return { file, size };
  if (kind === "stream" && walk.parents.length === 0) return { file };
  return problem("unreadable-file", { file }, "this is neither a file nor a folder; take it out");
}

async function* visitFolder(path: string, walk: Walk): AsyncGenerator<FoundFile | Problem> {
  const real = await attempt(path, () => walk.files.realPath(path));
  if (typeof real !== "string") return yield real;
  if (walk.parents.includes(real)) return yield loop(path);
  if (walk.seen.has(real)) return;
  walk.seen.add(real);
  const names = await attempt(path, () => walk.files.namesIn(path));
  if (!Array.isArray(names)) return yield names;
  const kept = names.filter((name) => !LEFT_OUT.test(name)).sort(byTableThenName);
  if (kept.length === 0)
    yield problem("empty-folder", { file: path }, "the folder has nothing to import; give another one");
  for (const name of kept) yield* visit(join(path, name), { ...walk, parents: [...walk.parents, real] });
}

function byTableThenName(a: string, b: string): number {
  return tableRank(a) - tableRank(b) || (a < b ? -1 : 1);
}

function tableRank(name: string): number {
  const table = tableNamed(name);
  return table ? TABLES.indexOf(table) : TABLES.length;
}

async function attempt<T extends string | object>(path: string, read: () => Promise<T>): Promise<T | Problem> {
  try {
    return await read();
  } catch (error) {
    return fileProblem(path, error);
  }
}

const FAILURES: Readonly<Record<string, readonly [Rule, string]>> = {
  ENOENT: ["missing-path", "there is no such file or folder; check the spelling"],
  ENOTDIR: ["missing-path", "a part of the path is a file, not a folder; check the spelling"],
  EACCES: ["unreadable-file", "this user may not read it; give the permission to read"],
  EPERM: ["unreadable-file", "this user may not read it; give the permission to read"],
  ENAMETOOLONG: ["missing-path", "the path is too long; check the spelling"],
  EMFILE: ["unreadable-file", "too many files are open; raise the limit of open files (ulimit -n)"],
};

/** The problem that a failure of the file system is; what is no such failure is thrown on. */
export function fileProblem(file: string, error: unknown): Problem {
  if (typeof error !== "object" || error === null || !("syscall" in error && "code" in error)) throw error;
  const code = String(error.code);
  if (code === "ELOOP") return loop(file);
  const [rule, message] = FAILURES[code] ?? [
    "unreadable-file",
    `it cannot be read (${code}); check the disk and try again`,
  ];
  return problem(rule, { file }, message);
}

function loop(file: string): Problem {
  return problem("directory-loop", { file }, "this link leads back to a folder that it is in; take the link out");
}
