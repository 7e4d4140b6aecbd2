import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";

/** What a path leads to. */
export interface FileStatus {
  kind: "file" | "folder" | "stream" | "other";
  /** In bytes. */
  size: number;
}

/** The file system, as far as sources need it. Failures are Node's errors, with their `code`. */
export interface Files {
  status(path: string): Promise<FileStatus>;
  realPath(path: string): Promise<string>;
  namesIn(folder: string): Promise<string[]>;
  open(path: string): AsyncIterable<Uint8Array>;
}

/** How much is read at once, in bytes. */
const CHUNK = 256 * 1024;

/** The file system of this process. */
export const NODE_FILES: Files = {
  async status(path) {
    const found = await stat(path);
    const kind = found.isFile() ? "file" : found.isDirectory() ? "folder" : found.isFIFO() ? "stream" : "other";
    return { kind, size: found.size };
  },
  realPath: realpath,
  namesIn: (folder) => readdir(folder),
  open: (path) => createReadStream(path, { highWaterMark: CHUNK }),
};
