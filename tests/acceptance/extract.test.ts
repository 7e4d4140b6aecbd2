import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, jest, test } from "@jest/globals";
import { folderWith } from "../sources/inputs.js";
import { endOf, ROOT, runProgram, startProgram } from "./program.js";

jest.setTimeout(120_000);

const GOLD = join(ROOT, "../shared/gold");
const FILES = ["wikinews-fr-dev.jsonl", "wikinews-en-dev.jsonl", "ud-silver-fr.jsonl"];

interface Quote {
  content_spans: [number, number][];
  cue_span: [number, number] | null;
  speaker_span: [number, number] | null;
  content: string;
  cue: string | null;
  speaker: string | null;
  confidence: number;
}

function parsedLines<Value>(text: string): Value[] {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

if (!existsSync(GOLD)) {
  test("skipped, no ../shared/gold: the annotated corpora are not beside this clone", () => {
    process.stderr.write("\nskipped, no ../shared/gold: extraction was NOT tried on the annotated corpora\n\n");
    expect(existsSync(GOLD)).toBe(false);
  });
} else {
  test.each(FILES)("dixit extract --gold %s: a line for each document, every span is its words", async (name) => {
    const file = join(GOLD, name);
    const documents = parsedLines<{ id: string; text: string }>(readFileSync(file, "utf8"));
    const { code, stdout, stderr } = await runProgram(["extract", "--gold", file]);
    expect([code, stderr]).toEqual([0, ""]);
    const predictions = parsedLines<{ id: string; quotes: Quote[] }>(stdout);
    expect(predictions.map(({ id }) => id)).toEqual(documents.map(({ id }) => id));
    expect(predictions.flatMap(({ quotes }) => quotes).length).toBeGreaterThan(documents.length / 2);
    predictions.forEach(({ quotes }, at) => {
      for (const quote of quotes) expectWords(quote, documents[at]?.text ?? "");
    });
  });
}

function expectWords(quote: Quote, text: string): void {
  const cut = (span: [number, number] | null) => span && text.slice(...span);
  expect(quote.content_spans.map(cut).join(" … ")).toBe(quote.content);
  if (quote.cue_span) expect([cut(quote.cue_span), cut(quote.speaker_span)]).toEqual([quote.cue, quote.speaker]);
  expect(quote.confidence).toBeGreaterThan(0);
  expect(quote.confidence).toBeLessThanOrEqual(1);
}

describe("dixit extract", () => {
  test("reads standard input, reports a bad line with its place, goes on, and ends with 2", async () => {
    const child = startProgram(["extract", "--gold", "-"]);
    const text = "« La trêve tiendra », a assuré Claire Delorme.";
    child.stdin?.end(`${JSON.stringify({ id: "1", text })}\nnonsense\n${JSON.stringify({ id: "2", text })}\n`);
    const { code, stdout, stderr } = await endOf(child);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^-:2(?::1)?: .+ \[bad-json\]\n$/);
    expect(parsedLines(stdout)).toHaveLength(2);
  });

  test("what it prints with a codebook is imported, topics and all", async () => {
    await using folder = await folderWith();
    const { code, stdout } = await runProgram(["extract", "import/news", "--codebook", "import/codebook"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/"(?:topic|event)":"[^"]+","asWritten":"[^"]+","span":\{"start":\d+,"end":\d+\}/);
    await using printed = await folderWith({ "found.jsonl": stdout });
    const store = `file:${folder.at("store.grafeo")}`;
    const imported = await runProgram(["import", printed.at("found.jsonl"), "--store", store, "--json"]);
    expect([imported.code, imported.stderr]).toEqual([0, ""]);
    expect(JSON.parse(imported.stdout)).toMatchObject({ documents: { new: 12 }, problemCount: 0 });
  });

  test("its help names its options", async () => {
    const { code, stdout } = await runProgram(["extract", "--help"]);
    expect(code).toBe(0);
    for (const option of ["--gold", "--codebook FOLDER"]) expect(stdout).toContain(option);
  });
});
