import { isUtf8 } from "node:buffer";
import type { Problem } from "../errors.js";
import { encodingProblem, firstInvalidByte } from "./encoding.js";
import { problem } from "./rules.js";
import type { Input } from "./source.js";

const NEWLINE = 0x0a;

/** One line, without its line feed; a line that cannot be read is its problem. */
export type Line = string | Problem;

/** Lines that follow each other. */
export interface LineBatch {
  /** Number of the first line, from 1. */
  first: number;
  lines: Line[];
}

/** Splits bytes into lines at line feeds, a batch for each chunk; memory is one chunk and one line. */
export async function* linesOf(input: Input): AsyncGenerator<LineBatch> {
  const splitter = new LineSplitter(input);
  for await (const chunk of input.chunks) {
    const batch = splitter.push(chunk);
    if (batch.lines.length > 0) yield batch;
  }
  const last = splitter.end();
  if (last.lines.length > 0) yield last;
}

class LineSplitter {
  /** The pieces of the line that the last chunk left open; none are kept of a line that is too long. */
  private pieces: Uint8Array[] = [];
  private openBytes = 0;
  /** Number of the open line. */
  private number = 1;
  /** Where the open line begins in the file, in bytes. */
  private offset: number | null;

  constructor(private readonly input: Input) {
    this.offset = input.offset;
  }

  push(chunk: Uint8Array): LineBatch {
    const first = this.number;
    const newline = chunk.indexOf(NEWLINE);
    if (newline < 0) {
      this.extend(chunk);
      return { first, lines: [] };
    }
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    this.extend(chunk.subarray(0, newline));
    const lines = [this.close()].concat(this.wholeLines(chunk.subarray(newline + 1, end)));
    this.extend(chunk.subarray(end));
    return { first, lines };
  }

  end(): LineBatch {
    const first = this.number;
    return { first, lines: this.openBytes > 0 ? [this.close()] : [] };
  }

  private extend(piece: Uint8Array): void {
    this.openBytes += piece.length;
    if (this.openBytes > this.input.limits.lineBytes) this.pieces = [];
    else if (piece.length > 0) this.pieces.push(piece);
  }

  /** Decodes the open line and begins the next one. */
  private close(): Line {
    const line = this.decoded(this.pieces.length === 1 ? (this.pieces[0] as Uint8Array) : Buffer.concat(this.pieces));
    this.pieces = [];
    this.advance(1, this.openBytes + 1);
    this.openBytes = 0;
    return line;
  }

  /** Lines that end inside one chunk: decoded together, one by one only where something is wrong. */
  private wholeLines(block: Uint8Array): Line[] {
    if (block.length > this.input.limits.lineBytes || !isUtf8(block)) return this.oneByOne(block);
    const lines = asBuffer(block).toString("utf8").split("\n");
    lines.pop();
    this.advance(lines.length, block.length);
    return lines;
  }

  private oneByOne(block: Uint8Array): Line[] {
    const lines: Line[] = [];
    for (let start = 0; start < block.length; ) {
      const end = block.indexOf(NEWLINE, start);
      this.extend(block.subarray(start, end));
      lines.push(this.close());
      start = end + 1;
    }
    return lines;
  }

  private decoded(bytes: Uint8Array): Line {
    const { file, limits } = this.input;
    if (this.openBytes > limits.lineBytes) return this.tooLong();
    const invalid = firstInvalidByte(bytes);
    if (invalid < 0) return asBuffer(bytes).toString("utf8");
    return encodingProblem(file, this.number, this.offset === null ? null : this.offset + invalid);
  }

  private tooLong(): Problem {
    const { file, limits } = this.input;
    const given = `the line has ${this.openBytes} bytes, more than the ${limits.lineBytes} that are read`;
    return problem("line-too-long", { file, line: this.number }, `${given}; put each record on a line of its own`);
  }

  private advance(lines: number, bytes: number): void {
    this.number += lines;
    if (this.offset !== null) this.offset += bytes;
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
