import type { Reader } from "../loading/resolve.js";
import type { ArticleRecord } from "../model/record.js";
import { createReader } from "../reader.js";
import { readSources } from "../sources/read-sources.js";
import { isProblem } from "../sources/rules.js";
import { type Command, type Effects, EXIT, type ExitCode, type Invocation } from "./command.js";

/** `dixit extract`: what the rules find in articles, without any store. */
export const EXTRACT: Command = {
  name: "extract",
  summary: "Prints the statements found in articles, as JSON lines that import reads, and stores nothing.",
  paths: "PATH…",
  pathsRequired: true,
  options: [],
  run: runExtract,
};

async function runExtract({ paths }: Invocation, effects: Effects): Promise<ExitCode> {
  const reader = createReader();
  let problems = 0;
  for await (const item of readSources(paths, { stdin: effects.stdin })) {
    if (effects.signal.aborted) return EXIT.INTERRUPTED;
    if (isProblem(item)) {
      problems += 1;
      effects.stderr(`${item.place.file}:${item.place.line ?? 1}: ${item.message} [${item.rule}]\n`);
    } else if (item.type === "article") effects.stdout(`${JSON.stringify(documentOf(item, reader))}\n`);
  }
  return problems > 0 ? EXIT.PROBLEMS : EXIT.OK;
}

/** The article as a document record with its statements. */
function documentOf(article: ArticleRecord, reader: Reader): object {
  const { boilerplate, author, type, ...document } = article;
  const { language, statements } = reader.readArticle(article, []);
  return { ...document, type: "document", language: article.language ?? language, statements };
}
