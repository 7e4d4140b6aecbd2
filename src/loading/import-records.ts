import type { Problem } from "../errors.js";
import type { SourceRecord } from "../model/record.js";
import type { GraphStore } from "../store/graph-store.js";
import type { ImportReport } from "./import-report.js";
import { endRun, IMPORT_EFFECTS, type ImportEffects, startRun } from "./import-run.js";
import { Importing } from "./importing.js";
import type { Reader } from "./resolve.js";

/** What has been committed so far. */
export interface ImportProgress {
  /** Number of the batch in the graph's ledger. */
  batch: number;
  documents: number;
  statements: number;
}

export interface ImportOptions {
  /** Statements in one transaction, at most, unless one document alone has more. */
  batchStatements?: number;
  /** Tells what would be new, changed and unchanged, and writes nothing. */
  dryRun?: boolean;
  /** Stops the import after the batch that is being written. */
  signal?: AbortSignal;
  /** Called after each batch that is stored for good. */
  onBatch?(progress: ImportProgress): void;
  /** How names and articles are read. */
  reader: Reader;
}

/**
 * Imports a stream of records: every record is joined into the graph, bad ones are reported and skipped. One batch is in
 * the making while another is being written, and no more than those are in memory. A failure of the store ends it; the
 * batches before it stand.
 */
export async function importRecords(
  store: GraphStore,
  records: AsyncIterable<SourceRecord | Problem> | Iterable<SourceRecord | Problem>,
  options: ImportOptions,
  effects: ImportEffects = IMPORT_EFFECTS,
): Promise<ImportReport> {
  const run = options.dryRun ? undefined : await startRun(store, effects);
  const importing = await Importing.begin({ store, options, run, now: effects.now });
  try {
    await importing.takeAll(records);
  } catch (error) {
    if (run !== undefined)
      await endRun(store, run, { status: "FAILED", counts: countsOf(importing.report()) }, effects).catch(() => {});
    throw error;
  }
  const report = importing.report();
  const status = report.interrupted ? "INTERRUPTED" : "FINISHED";
  if (run !== undefined) await endRun(store, run, { status, counts: countsOf(report) }, effects);
  return report;
}

/** What an ImportRun keeps of a report. */
function countsOf({ problems, resembles, run, interrupted, ...counts }: ImportReport): object {
  return counts;
}
