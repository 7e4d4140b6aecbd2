import type { Counted, ImportReport } from "../loading/import-report.js";
import { EXIT, type ExitCode } from "./command.js";
import { lineOfProblem } from "./problem-line.js";

const KINDS: readonly Counted[] = ["documents", "statements", "actors", "events", "topics", "relations"];
const COLUMNS = ["read", "new", "changed", "unchanged"] as const;
/** Problems that are printed; the rest is counted, and in `--json` all that the report keeps. */
const PROBLEMS_SHOWN = 20;

/** The report of an import as a person reads it. */
export function textOfReport(report: ImportReport, dryRun: boolean): string {
  const head = ["".padEnd(12), ...COLUMNS.map((name) => name.padStart(10))].join("");
  const rows = KINDS.map((kind) => [kind.padEnd(12), ...COLUMNS.map((name) => cell(report[kind][name]))].join(""));
  const { nodes, relations } = report.written;
  const written = dryRun ? "Nothing was written (--dry-run)." : `Written: ${nodes} nodes, ${relations} relations.`;
  const parts = [head, ...rows, "", written, ...resemblances(report), ...problemLines(report)];
  if (report.interrupted) parts.push("Stopped on request after a whole batch; import again to go on.");
  return `${parts.join("\n")}\n`;
}

/** 0 when all was well, 2 with problems, 130 when stopped. */
export function exitCodeOf(report: ImportReport): ExitCode {
  if (report.interrupted) return EXIT.INTERRUPTED;
  return report.problemCount > 0 ? EXIT.PROBLEMS : EXIT.OK;
}

function cell(count: number): string {
  return count.toLocaleString("en").padStart(10);
}

function resemblances({ resembles }: ImportReport): string[] {
  return resembles.map(
    ({ document, stored, similarity }) =>
      `${document} has neither URL nor id and resembles ${stored} (${Math.round(similarity * 100)} % alike); it was taken as a new document.`,
  );
}

function problemLines({ problems, problemCount }: ImportReport): string[] {
  const shown = problems.slice(0, PROBLEMS_SHOWN).map((problem) => `  ${lineOfProblem(problem)}`);
  const more = problemCount - shown.length;
  const rest =
    more > 0
      ? [`… and ${more} more; --json tells ${problemCount > problems.length ? "the first 10,000" : "all"}.`]
      : [];
  return problemCount === 0 ? [] : ["", `${problemCount} problems:`, ...shown, ...rest];
}
