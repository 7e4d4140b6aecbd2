import { Conflict, type Problem, Unavailable } from "../errors.js";
import { importRecords } from "../loading/import-records.js";
import type { ImportReport } from "../loading/import-report.js";
import type { SourceRecord } from "../model/record.js";
import { createReader } from "../reader.js";
import { readSources } from "../sources/read-sources.js";
import { encodeRecord } from "../sources/record-lines.js";
import { isProblem } from "../sources/rules.js";
import { openStore } from "../store/graph-store.js";
import { type ImportDoor, readLock } from "../store/lock-file.js";
import type { StoreTarget } from "../store/target.js";
import type { Command, Effects, ExitCode, Invocation } from "./command.js";
import { handOver } from "./hand-over.js";
import { heapKeeper } from "./heap.js";
import { exitCodeOf, textOfReport } from "./import-report.js";
import { STORE_OPTION, settingOf } from "./open.js";
import { PROGRESS_CHOICES, type Progress, type ProgressChoice, type ProgressView, progressView } from "./progress.js";

/** `dixit import`: files and folders into a store, or to the server that holds it. */
export const IMPORT: Command = {
  name: "import",
  summary: "Reads articles, web pages, CSV folders and JSON lines into the graph.",
  paths: "PATH…",
  pathsRequired: true,
  options: [
    STORE_OPTION,
    { name: "collection", value: "NAME", description: "Collection of what names none; public when left out." },
    { name: "dry-run", description: "Tell what would be new, changed and unchanged, and write nothing." },
    { name: "json", description: "Print the report as one JSON object." },
    {
      name: "progress",
      value: "FORM",
      choices: PROGRESS_CHOICES,
      description: "A bar on a terminal and nothing in a pipe unless told; json prints a line per committed batch.",
    },
  ],
  run: runImport,
};

async function runImport(invocation: Invocation, effects: Effects): Promise<ExitCode> {
  const { options } = invocation;
  const { target } = settingOf(invocation, effects);
  const view = progressView(options.progress as ProgressChoice | undefined, effects);
  const dryRun = options["dry-run"] === true;
  const report = await importInto(target, invocation, effects, view).finally(() => view.end());
  effects.stdout(options.json ? `${JSON.stringify(report)}\n` : textOfReport(report, dryRun));
  return exitCodeOf(report);
}

async function importInto(
  target: StoreTarget,
  invocation: Invocation,
  effects: Effects,
  view: ProgressView,
): Promise<ImportReport> {
  const door = await doorOf(target);
  return door ? importThrough(door, invocation, effects, view) : importHere(target, invocation, effects, view);
}

/** Where the server that holds an embedded file takes records, if one does. */
async function doorOf(target: StoreTarget): Promise<ImportDoor | undefined> {
  const holder = target.kind === "file" ? await readLock(target.path) : undefined;
  return holder?.address && holder.token ? { address: holder.address, token: holder.token } : undefined;
}

async function importHere(
  target: StoreTarget,
  invocation: Invocation,
  effects: Effects,
  view: ProgressView,
): Promise<ImportReport> {
  await using store = await openStore(target);
  const keepHeap = heapKeeper();
  return await importRecords(store, recordsOf(invocation, effects), {
    reader: createReader(),
    dryRun: invocation.options["dry-run"] === true,
    signal: effects.signal,
    onBatch: (progress) => {
      view.show(progress);
      keepHeap();
    },
  });
}

function recordsOf({ paths, options }: Invocation, { stdin }: Effects) {
  const collection = typeof options.collection === "string" ? options.collection : undefined;
  return readSources(paths, { stdin, ...(collection === undefined ? {} : { collection }) });
}

/** What cannot be read is told here, the rest by the server; on Ctrl-C the sending ends and the server reports what it got. */
async function importThrough(
  door: ImportDoor,
  invocation: Invocation,
  effects: Effects,
  view: ProgressView,
): Promise<ImportReport> {
  if (invocation.options["dry-run"]) {
    throw new Conflict(
      `A server at ${door.address} holds the store, and it only imports for good. Stop it for a --dry-run.`,
    );
  }
  const unread: Problem[] = [];
  let last: unknown;
  for await (const answer of handOver(door, linesToSend(recordsOf(invocation, effects), unread, effects.signal))) {
    if ("problems" in answer) last = answer;
    else view.show(answer as unknown as Progress);
  }
  if (last === undefined) throw new Unavailable(`The server at ${door.address} ended before its report. Import again.`);
  const report = last as ImportReport;
  return {
    ...report,
    problems: [...unread, ...report.problems],
    problemCount: unread.length + report.problemCount,
    interrupted: report.interrupted || effects.signal.aborted,
  };
}

async function* linesToSend(
  records: AsyncIterable<SourceRecord | Problem>,
  unread: Problem[],
  signal: AbortSignal,
): AsyncGenerator<string> {
  for await (const item of records) {
    if (signal.aborted) return;
    if (isProblem(item)) unread.push(item);
    else yield `${encodeRecord(item)}\n`;
  }
}
