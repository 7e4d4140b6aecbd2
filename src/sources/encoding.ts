import { isUtf8 } from "node:buffer";
import type { Problem } from "../errors.js";
import { problem } from "./rules.js";

/** A byte that no UTF-8 text has; it stands where UTF-16 was damaged, so that one check finds both. */
const DAMAGE = Buffer.from([0xff]);
const REMEDY = "convert the file to UTF-8 (in a spreadsheet or editor: save as UTF-8)";

/** The first bytes of a stream, and the whole stream, those bytes included. */
export interface Peeked {
  head: Buffer;
  chunks: AsyncGenerator<Uint8Array>;
}

/** Reads at least `size` bytes ahead where the stream has them; `chunks` still yields everything, and closes the stream. */
export async function peek(stream: AsyncIterable<Uint8Array>, size: number): Promise<Peeked> {
  const iterator = stream[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  for (let bytes = 0; bytes < size; ) {
    const { done, value } = await iterator.next();
    if (done) break;
    seen.push(value);
    bytes += value.length;
  }
  return { head: Buffer.concat(seen).subarray(0, size), chunks: replay(seen, iterator) };
}

async function* replay(seen: Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* seen.splice(0);
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** What a byte order mark says of the bytes behind it. */
export interface Mark {
  encoding: "utf-8" | "utf-16le" | "utf-16be";
  /** Length of the mark in bytes. */
  length: 0 | 2 | 3;
}

/** Reads the byte order mark; without one the bytes are UTF-8. */
export function markOf(head: Uint8Array): Mark {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", length: 2 };
  return { encoding: "utf-8", length: 0 };
}

/** The stream as UTF-8 without its mark. Damaged UTF-16 becomes bytes that are not UTF-8. */
export async function* asUtf8(chunks: AsyncIterable<Uint8Array>, mark: Mark): AsyncGenerator<Uint8Array> {
  const unmarked = mark.length === 0 ? chunks : withoutFirst(chunks, mark.length);
  yield* mark.encoding === "utf-8" ? unmarked : fromUtf16(unmarked, mark.encoding === "utf-16be");
}

async function* withoutFirst(chunks: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const chunk of chunks) {
    const cut = Math.min(left, chunk.length);
    left -= cut;
    if (chunk.length > cut) yield chunk.subarray(cut);
  }
}

async function* fromUtf16(chunks: AsyncIterable<Uint8Array>, bigEndian: boolean): AsyncGenerator<Uint8Array> {
  let carried = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([carried, chunk]);
    const end = wholeUnits(bytes, bigEndian);
    carried = Buffer.from(bytes.subarray(end));
    if (end > 0) yield utf16ToUtf8(bytes.subarray(0, end), bigEndian);
  }
  if (carried.length > 0) yield DAMAGE;
}

/** How many bytes can be decoded now: an odd byte or the first half of a surrogate pair waits for the next chunk. */
function wholeUnits(bytes: Buffer, bigEndian: boolean): number {
  const even = bytes.length & ~1;
  const lastHigh = even >= 2 ? (bytes[bigEndian ? even - 2 : even - 1] ?? 0) : 0;
  return lastHigh >= 0xd8 && lastHigh <= 0xdb ? even - 2 : even;
}

function utf16ToUtf8(bytes: Buffer, bigEndian: boolean): Buffer {
  const text = (bigEndian ? Buffer.from(bytes).swap16() : bytes).toString("utf16le");
  if (!/\p{Cs}/u.test(text)) return Buffer.from(text);
  const parts = text.split(/\p{Cs}/u).flatMap((part) => [DAMAGE, Buffer.from(part)]);
  return Buffer.concat(parts.slice(1));
}

/** Offset of the first byte that is not UTF-8, or -1. */
export function firstInvalidByte(bytes: Uint8Array): number {
  if (isUtf8(bytes)) return -1;
  let at = 0;
  for (let length = 1; length > 0 && at < bytes.length; at += length) length = sequenceLength(bytes, at);
  return at;
}

/** Length of the valid sequence at an offset, 0 when it is not valid. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  return at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

/** The problem of bytes that are not UTF-8; `offset` counts bytes from the start of the file, null where that is unknown. */
export function encodingProblem(file: string, line: number | undefined, offset: number | null): Problem {
  const given = offset === null ? "the UTF-16 text is damaged" : `byte ${offset} of the file is not UTF-8`;
  return problem("encoding", line === undefined ? { file } : { file, line }, `${given}; ${REMEDY}`);
}
