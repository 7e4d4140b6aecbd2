import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { exampleQueries, jsonOf, type PrintedDiagnosis, type PrintedReport, ROOT } from "./program.js";
import { Served } from "./served.js";
import { PROGRAM_STORES, type ProgramStore } from "./stores.js";

const SEEDS = join(ROOT, "../shared/seeds");
const HERE = existsSync(SEEDS);
if (!HERE)
  console.warn("SKIPPED: the acceptance tests on real articles; there is no ../shared/seeds beside this clone");

const SAID_BY_AZERBAIJAN = `{
  statements(first: 100, where: { speakers: { some: { actor: { named: { eq: "Azerbaïdjan" } } } } }) {
    totalCount
    nodes {
      text
      speakers { actor { name(language: "fr") } }
      reports {
        nodes { spans { start end } excerpt { before quote after } document { title text } }
      }
    }
  }
}`;

interface SaidByAzerbaijan {
  statements: {
    totalCount: number;
    nodes: { text: string; speakers: { actor: { name: string } }[]; reports: { nodes: ReportNode[] } }[];
  };
}

interface ReportNode {
  spans: { start: number; end: number }[];
  excerpt: { before: string; quote: string; after: string };
  document: { title: string; text: string };
}

interface Outcome {
  first: PrintedReport;
  second: PrintedReport;
  diagnosis: PrintedDiagnosis;
  said: SaidByAzerbaijan;
  answers: Record<string, unknown>;
}

/** Imports the articles twice, serves them, and collects what the store and the API say. */
async function outcomeOn({ uri, env }: ProgramStore): Promise<Outcome> {
  const importing = ["import", SEEDS, "--store", uri, "--json"];
  const first = await jsonOf<PrintedReport>(importing, env);
  const second = await jsonOf<PrintedReport>(importing, env);
  const diagnosis = await jsonOf<PrintedDiagnosis>(["doctor", "--store", uri, "--json"], env);
  await using server = await Served.start(["--store", uri], env);
  const answers: Record<string, unknown> = {};
  for (const { name, query } of exampleQueries()) answers[name] = await server.ask(query);
  return { first, second, diagnosis, said: await server.dataOf(SAID_BY_AZERBAIJAN), answers };
}

(HERE ? describe : describe.skip).each(PROGRAM_STORES)("real articles on $name", ({ open }) => {
  let store: ProgramStore;
  let outcome: Outcome;

  beforeAll(async () => {
    store = await open();
    outcome = await outcomeOn(store);
  }, 180_000);
  afterAll(async () => {
    await store?.[Symbol.asyncDispose]();
  });

  test("five documents, at least 45 statements, no problem", () => {
    expect(outcome.first.problems).toEqual([]);
    expect(outcome.first.documents).toMatchObject({ read: 5, new: 5 });
    expect(outcome.first.statements.new).toBeGreaterThanOrEqual(45);
  });

  test("the second import writes nothing", () => {
    expect(outcome.second).toMatchObject({ documents: { unchanged: 5 }, written: { nodes: 0, relations: 0 } });
  });

  test("what Azerbaijan said stands in the articles, with its source", () => {
    const articles = readdirSync(SEEDS).map((name) => readFileSync(join(SEEDS, name), "utf8"));
    const { nodes, totalCount } = outcome.said.statements;
    expect(totalCount).toBeGreaterThan(0);
    expect(nodes).toHaveLength(Math.min(100, totalCount));
    for (const { text, speakers, reports } of nodes) {
      expect(speakers.map(({ actor }) => actor.name)).toContain("Azerbaïdjan");
      expect(reports.nodes.length).toBeGreaterThan(0);
      const spanTexts = reports.nodes.flatMap(({ document, spans }) =>
        spans.map((span) => sliceOf(document.text, span)),
      );
      for (const part of spanTexts) expect(articles.some((article) => article.includes(part))).toBe(true);
      expect(squeeze(spanTexts.join(" "))).toContain(squeeze(text).slice(0, 20));
    }
  });

  test("excerpts equal the stored document at their spans", () => {
    for (const { spans, excerpt, document } of outcome.said.statements.nodes.flatMap(({ reports }) => reports.nodes)) {
      const start = spans[0]?.start ?? Number.NaN;
      const end = spans.at(-1)?.end ?? Number.NaN;
      expect(excerpt.quote).toBe(document.text.slice(start, end));
      expect(document.text.slice(0, start).endsWith(excerpt.before)).toBe(true);
      expect(document.text.slice(end).startsWith(excerpt.after)).toBe(true);
    }
  });

  test("the graph and the answers are those of every other engine", () => {
    reference ??= outcome;
    expect(outcome.diagnosis.digest).toBe(reference.diagnosis.digest);
    expect(outcome.diagnosis.counts).toEqual(reference.diagnosis.counts);
    expect(outcome.said).toEqual(reference.said);
    for (const [name, answer] of Object.entries(outcome.answers)) {
      expect(answer).not.toHaveProperty("errors");
      expect({ name, answer: withoutTimes(answer) }).toEqual({ name, answer: withoutTimes(reference.answers[name]) });
    }
  });
});

/** The outcome on the first engine, which the others have to equal. */
let reference: Outcome | undefined;

/** Times and numbers of imports are the store's own, as is its engine, and differ. */
const OF_THE_STORE = new Set(["importRuns", "lastImport", "store"]);

function withoutTimes(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer, (name, value) => (OF_THE_STORE.has(name) ? undefined : value)));
}

function sliceOf(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end);
}

/** White space may differ between a statement and the article. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
