import { type App, openApp } from "../app.js";
import { importRecords } from "../loading/import-records.js";
import { createLog } from "../log.js";
import { createReader } from "../reader.js";
import { readSources } from "../sources/read-sources.js";
import type { GraphStore } from "../store/graph-store.js";
import { type Command, type Effects, EXIT, type ExitCode, type Invocation } from "./command.js";
import { exitCodeOf, textOfReport } from "./import-report.js";
import { STORE_OPTION, settingOf } from "./open.js";
import { progressView } from "./progress.js";

/** A query that every store can answer, for the first minute. */
const FIRST_QUERY = "{ statements(first: 3) { nodes { text saidAt speakers { actor { name } } } } }";

/** `dixit serve`: the GraphQL API and the playground over a store. */
export const SERVE: Command = {
  name: "serve",
  summary: "Serves the GraphQL API and, on this machine, the playground.",
  options: [
    STORE_OPTION,
    { name: "port", value: "N", description: "Port to listen on; PORT or 4000 when left out, 0 for any free one." },
    { name: "host", value: "ADDRESS", description: "Address to listen on; HOST or 127.0.0.1 when left out." },
    { name: "import-if-empty", value: "PATH", description: "Import these files first when the store is empty." },
  ],
  run: runServe,
};

async function runServe(invocation: Invocation, effects: Effects): Promise<ExitCode> {
  const { config, secrets, target } = settingOf(invocation, effects);
  const log = createLog(config.log, secrets);
  await using app = await openApp({ config, secrets, target, log });
  const sample = invocation.options["import-if-empty"];
  if (typeof sample === "string" && (await isEmpty(app.store))) await importSample(app.store, sample, effects);
  if (effects.signal.aborted) return EXIT.INTERRUPTED;
  const url = await app.listen();
  effects.stdout(welcome(url, app));
  await untilAborted(effects.signal);
  return EXIT.OK;
}

async function isEmpty(store: GraphStore): Promise<boolean> {
  return (await store.ledger()).batch === 0;
}

async function importSample(store: GraphStore, path: string, effects: Effects): Promise<void> {
  const view = progressView(undefined, effects);
  const options = { reader: createReader(), signal: effects.signal, onBatch: view.show };
  const report = await importRecords(store, readSources([path]), options).finally(() => view.end());
  if (exitCodeOf(report) !== EXIT.OK) effects.stderr(textOfReport(report, false));
  else effects.stdout(`Imported ${path}: ${report.documents.new} documents, ${report.statements.new} statements.\n`);
}

function welcome(url: string, { playground }: App): string {
  const open = playground ? `Open ${url} in a browser, or ask` : "Ask";
  return `Dixit listening at ${url}\n${open} ${url}/graphql, for example:\n  ${FIRST_QUERY}\nCtrl-C stops it.\n`;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
