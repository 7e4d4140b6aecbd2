import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { judged } from "./calibration.mjs";
import { HALVES } from "./gold-corpora.mjs";

const TABLE = fileURLToPath(new URL("../src/extraction/priors.tsv", import.meta.url));

/** Observations that the mean of a group counts for: what was seen less often than that says little by itself. */
const WEIGHT = 8;

/** The table of priors with new counts, from the halves of the corpora that are not kept unseen. */
export async function estimatedPriors(corpora) {
  const statements = [];
  for (const corpus of corpora) {
    const documents = corpus.name.endsWith("-dev") ? corpus.documents.filter(HALVES.seen) : corpus.documents;
    statements.push(...judged({ ...corpus, documents }, await corpus.predict()));
  }
  return withCounts(readFileSync(TABLE, "utf8"), statements);
}

/** The lines of a table with the counts of these statements; its other columns stay. */
export function withCounts(table, statements) {
  const lines = table.trimEnd().split("\n");
  const head = lines.findIndex((line) => !line.startsWith("#"));
  const columns = lines[head].split("\t");
  const rows = lines.slice(head + 1).map((line) => rowOf(columns, line.split("\t")));
  for (const row of rows) Object.assign(row, countsOf(row, statements));
  const counted = rows.map((row) => ({
    ...row,
    prior: priorOf(row, Number(row.guess) || meanOf(rows, row)).toFixed(2),
  }));
  return [
    ...lines.slice(0, head + 1),
    ...counted.map((row) => columns.map((column) => row[column]).join("\t")),
    "",
  ].join("\n");
}

function rowOf(columns, cells) {
  return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""]));
}

/** A pattern is right where what it found is said; a way, where that is so and the speaker is the right one. */
function countsOf({ part, name, kinds }, statements) {
  if (part === "pattern")
    return counted(
      statements.filter(({ rule }) => rule === name),
      ({ matched }) => matched,
    );
  const found = statements.filter((it) => it.matched && it.way === name && kinds.split(" ").includes(it.speaker_kind));
  return counted(found, ({ right }) => right);
}

function counted(statements, isRight) {
  return { right: statements.filter(isRight).length, seen: statements.length };
}

/** How much worse unseen text is read than the corpora whose errors were looked at. */
const MARGIN = 0.05;

/** Of all patterns together, or of all ways to find speakers of these kinds. */
function meanOf(rows, { part, kinds }) {
  const group = rows.filter((row) => row.part === part && row.kinds === kinds);
  const sum = (column) => group.reduce((total, row) => total + row[column], 0);
  return sum("seen") > 0 ? sum("right") / sum("seen") - MARGIN : 0.5;
}

function priorOf({ right, seen }, mean) {
  return (right + WEIGHT * mean) / (seen + WEIGHT);
}
