import type { Problem } from "../errors.js";
import { encodingProblem, firstInvalidByte } from "./encoding.js";
import { problem } from "./rules.js";
import type { Input } from "./source.js";

/** The whole input as one text, or why it cannot be: too large for one article, or not UTF-8. */
export async function textOf(input: Input): Promise<string | Problem> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input.chunks) {
    size += chunk.length;
    if (size > input.limits.articleBytes) return tooLarge(input);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const invalid = firstInvalidByte(bytes);
  if (invalid < 0) return bytes.toString("utf8");
  const { file, offset } = input;
  return encodingProblem(file, lineAt(bytes, invalid), offset === null ? null : offset + invalid);
}

function tooLarge({ file, size, limits }: Input): Problem {
  const given = size === undefined ? "the article" : `the article has ${megabytes(size)} MB: it`;
  const remedy = "split it, or import the articles as JSON lines";
  return problem(
    "too-large",
    { file },
    `${given} is over the limit of ${megabytes(limits.articleBytes)} MB; ${remedy}`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(1).replace(/\.0$/, "");
}

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < offset; at = bytes.indexOf(0x0a, at + 1)) line += 1;
  return line;
}
