import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startDixit } from "./dixit.mjs";

export const DEFAULT_FOLDER = fileURLToPath(new URL("../../shared/gold", import.meta.url));

/** The annotated corpora of a folder with their scorer: those of these names or files, or all; none, and a word about it, where there are none. */
export async function openCorpora(folder, names = []) {
  const scorer = join(folder, "score.mjs");
  if (!existsSync(scorer)) {
    console.error(
      `Nothing is scored: there is no ${scorer}. Put the annotated corpora (*.jsonl) and score.mjs into that folder, or name another with --folder.`,
    );
    return [];
  }
  const { score, details, match } = await import(pathToFileURL(scorer).href);
  const found = readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .map((file) => file.slice(0, -6));
  const unknown = names.filter((name) => !found.includes(name) && !existsSync(name));
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(", ")} in ${folder}; there are ${found.join(", ")}.`);
  return (names.length > 0 ? names : found).map((name) =>
    openCorpus(found.includes(name) ? join(folder, `${name}.jsonl`) : name, name, { score, details, match }),
  );
}

function openCorpus(file, name, scorer) {
  const documents = linesOf(readFileSync(file, "utf8"));
  return {
    name,
    documents,
    ...scorer,
    /** Whether the corpus says who the speakers are. */
    hasNames: documents.some(({ quotes }) => quotes.some(({ speaker_resolved }) => speaker_resolved)),
    predict: () => predict(file),
  };
}

async function predict(file) {
  const { code, stdout, stderr } = await startDixit(["extract", "--gold", file]).ended;
  if (code !== 0) throw new Error(`dixit extract --gold ${file} ended with ${code}:\n${stderr}`);
  return linesOf(stdout);
}

function linesOf(text) {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** A development corpus is in two halves: errors are looked at in one, and the other is kept unseen. */
export const HALVES = {
  seen: ({ id }) => firstByte(id) % 2 === 0,
  kept: ({ id }) => firstByte(id) % 2 === 1,
};

function firstByte(id) {
  return createHash("sha256").update(id).digest()[0];
}
