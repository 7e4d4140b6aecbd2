import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { judged } from "./calibration.mjs";
import { HALVES } from "./gold-corpora.mjs";

export const TABLE = fileURLToPath(new URL("../src/extraction/priors.tsv", import.meta.url));

/** Observations that the mean of a group counts for: what was seen less often than that says little by itself. */
const WEIGHT = 8;

/** The table of priors with new counts, from the halves of the corpora that are not kept unseen. */
export async function estimatedPriors(corpora) {
  const statements = [];
  for (const corpus of corpora)
    statements.push(...judged({ ...corpus, documents: seenIn(corpus) }, await corpus.predict()));
  return withCounts(readFileSync(TABLE, "utf8"), statements);
}

/** The documents of a corpus whose errors may be looked at. */
export function seenIn({ name, documents }) {
  return name.endsWith("-dev") ? documents.filter(HALVES.seen) : documents;
}

/**
 * The predictions with the confidence that another table of priors gives them: that of the pattern times that of the
 * speaker, which for a floating quotation is no better than that of the statement before it.
 */
export function withPriors(predictions, table) {
  const priors = priorsIn(table);
  return predictions.map((document) => {
    let sureness = 1;
    const quotes = document.quotes.map((quote) => {
      const speaker = priors.get(`${quote.way ?? "lost"} ${quote.speaker_kind ?? "UNKNOWN"}`);
      sureness = quote.way === "floating" ? Math.min(sureness, speaker) : speaker;
      return { ...quote, confidence: priors.get(quote.rule) * sureness };
    });
    return { ...document, quotes };
  });
}

function priorsIn(table) {
  const { rows } = parsed(table);
  return new Map(
    rows.flatMap(({ part, name, kinds, prior }) =>
      part === "pattern" ? [[name, Number(prior)]] : kinds.split(" ").map((kind) => [`${name} ${kind}`, Number(prior)]),
    ),
  );
}

/** The lines of a table with the counts of these statements; its other columns stay. */
export function withCounts(table, statements) {
  const { above, columns, rows } = parsed(table);
  for (const row of rows) Object.assign(row, countsOf(row, statements));
  const counted = rows.map((row) => ({
    ...row,
    prior: priorOf(row, Number(row.guess) || meanOf(rows, row)).toFixed(2),
  }));
  return [...above, ...counted.map((row) => columns.map((column) => row[column]).join("\t")), ""].join("\n");
}

/** The lines up to the names of the columns, these names, and the rows. */
function parsed(table) {
  const lines = table.trimEnd().split("\n");
  const head = lines.findIndex((line) => !line.startsWith("#"));
  const columns = lines[head].split("\t");
  const rows = lines.slice(head + 1).map((line) => rowOf(columns, line.split("\t")));
  return { above: lines.slice(0, head + 1), columns, rows };
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

/** How much worse unseen text is read than the corpora whose errors were looked at: half of what the kept halves are. */
const MARGIN = 0.08;

/** Of all patterns together, or of all ways to find speakers of these kinds. */
function meanOf(rows, { part, kinds }) {
  const group = rows.filter((row) => row.part === part && row.kinds === kinds);
  const sum = (column) => group.reduce((total, row) => total + row[column], 0);
  return sum("seen") > 0 ? sum("right") / sum("seen") - MARGIN : 0.5;
}

function priorOf({ right, seen }, mean) {
  return (right + WEIGHT * mean) / (seen + WEIGHT);
}
