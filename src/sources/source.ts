import type { Problem } from "../errors.js";
import type { SourceRecord } from "../model/record.js";

/** What is read at most. */
export interface Limits {
  /** Bytes of a line, and characters of a CSV row. */
  lineBytes: number;
  /** Lines of a CSV row: more means that a quotation mark was not closed. */
  rowLines: number;
  articleBytes: number;
}

export const LIMITS: Limits = { lineBytes: 64 * 1024 * 1024, rowLines: 100_000, articleBytes: 20 * 1024 * 1024 };

/** The beginning of an input, from which its source is recognised. */
export interface Head {
  /** The file as it was named. */
  file: string;
  /** At most the first 64 kB, decoded. */
  text: string;
}

/** An input to read: UTF-8 bytes without a byte order mark, checked by whoever decodes them. */
export interface Input {
  file: string;
  chunks: AsyncIterable<Uint8Array>;
  /** Bytes of the file that came before the first chunk; null where the chunks are not the file's own bytes. */
  offset: number | null;
  /** Size of the file in bytes, where it is known. */
  size?: number;
  limits: Limits;
}

/** A format: how it is recognised by content, and how its bytes become records with their place. */
export interface Source {
  name: string;
  description: string;
  matches(head: Head): boolean;
  read(input: Input): AsyncIterable<SourceRecord | Problem>;
}

/** The name's extension in lower case, without the dot. */
export function extensionOf(file: string): string {
  return /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
}
