import { InvalidInput, type Problem } from "../errors.js";
import { codebookOf } from "../loading/codebook-of.js";
import type { CodebookTerm, Reader } from "../loading/resolve.js";
import { orBrokenRule, orProblemLater, unreadLanguage } from "../loading/rules.js";
import type { ArticleRecord, StatementRecord } from "../model/record.js";
import { inTurns, type Steps } from "../model/steps.js";
import { createReader, predict } from "../reader.js";
import { GOLD_LINES } from "../sources/gold-lines.js";
import { readSources } from "../sources/read-sources.js";
import { isProblem } from "../sources/rules.js";
import { type Command, type Effects, EXIT, type ExitCode, type Invocation } from "./command.js";
import { lineOfProblem } from "./problem-line.js";

/** `dixit extract`: what the rules find in articles, without any store. */
export const EXTRACT: Command = {
  name: "extract",
  summary: "Prints the statements found in articles, as JSON lines that import reads, and stores nothing.",
  paths: "PATH…",
  pathsRequired: true,
  options: [
    {
      name: "codebook",
      value: "FOLDER",
      description:
        "Also find the events, topics and actors that the tables or JSON lines of FOLDER define (events.csv, topics.csv, actors.csv).",
    },
    {
      name: "gold",
      description:
        "PATH holds JSON lines with id, text, and perhaps lang and date: print a prediction for each, in the format of scorers.",
    },
  ],
  run: runExtract,
};

/** What is printed for an article. */
type Printer = (article: ArticleRecord) => Steps<{ language: string; line: object }>;

async function runExtract({ paths, options }: Invocation, effects: Effects): Promise<ExitCode> {
  const problems = new Problems(effects);
  const read = await printerOf(options, problems);
  const sources = readSources(paths, { stdin: effects.stdin, ...(options.gold ? { source: GOLD_LINES } : {}) });
  for await (const item of sources) {
    if (effects.signal.aborted) return EXIT.INTERRUPTED;
    if (isProblem(item)) problems.report(item);
    else if (item.type === "article") await printArticle(item, read, effects, problems);
  }
  return problems.count > 0 ? EXIT.PROBLEMS : EXIT.OK;
}

/** Tells problems on standard error, and counts them. */
class Problems {
  count = 0;

  constructor(private readonly effects: Effects) {}

  report(problem: Problem | undefined): void {
    if (!problem) return;
    this.count += 1;
    this.effects.stderr(`${lineOfProblem(problem)}\n`);
  }
}

async function printerOf({ gold, codebook }: Invocation["options"], problems: Problems): Promise<Printer> {
  if (gold && codebook !== undefined)
    throw new InvalidInput("--gold names actors only, so that --codebook has no use with it. Take one of them out.");
  if (gold) return predict;
  const reader = createReader();
  const terms = typeof codebook === "string" ? await codebookIn(codebook, reader, problems) : [];
  return function* (article) {
    const { language, statements } = yield* reader.readArticle(article, terms);
    return { language, line: documentOf(article, language, statements) };
  };
}

async function codebookIn(folder: string, { resolve }: Reader, problems: Problems): Promise<readonly CodebookTerm[]> {
  const terms = await codebookOf(readSources([folder]), resolve, (problem) => problems.report(problem));
  if (terms.length > 0) return terms;
  throw new InvalidInput(
    `--codebook ${JSON.stringify(folder)} defines no event, topic or actor. Give a folder with events.csv, topics.csv or actors.csv.`,
  );
}

/** In turns with the rest of the process, so that Ctrl-C is heard. */
async function printArticle(
  article: ArticleRecord,
  read: Printer,
  effects: Effects,
  problems: Problems,
): Promise<void> {
  const printed = await orProblemLater(article.readAt, orBrokenRule(inTurns(read(article))));
  if (isProblem(printed)) problems.report(printed);
  else {
    problems.report(unreadLanguage(printed.language, article.readAt));
    effects.stdout(`${JSON.stringify(printed.line)}\n`);
  }
}

/** The article as a document record with its statements. */
function documentOf(article: ArticleRecord, language: string, statements: readonly StatementRecord[]): object {
  const { boilerplate, author, type, ...document } = article;
  return { ...document, type: "document", language: article.language ?? language, statements };
}
