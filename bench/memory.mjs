// Streams a generated file of JSON lines into Neo4j and prints the most memory that the importer ever had:
//   npm run bench:memory [-- --gigabytes N --filler CHARACTERS]
// Neo4j from DIXIT_BENCH_NEO4J_URI (it is emptied), or started for the purpose.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { emptyNeo4j } from "./bare-engine.mjs";
import { withServer } from "./bench-server.mjs";
import { startDixit } from "./dixit.mjs";
import { writeNewsroom } from "./newsroom.mjs";
import { printMachine, printTable } from "./table.mjs";
import { watchMemory } from "./watch-memory.mjs";

const LIMIT_MEGABYTES = 400;

const { values } = parseArgs({
  options: { gigabytes: { type: "string", default: "2" }, filler: { type: "string", default: "20000" } },
});
const folder = mkdtempSync(join(tmpdir(), "dixit-memory-"));
const file = join(folder, "newsroom.jsonl");

try {
  const size = { statements: Number.MAX_SAFE_INTEGER, filler: Number(values.filler) };
  const written = await writeNewsroom(file, size, Number(values.gigabytes) * 2 ** 30);
  const { seconds, peakMegabytes } = await withServer((uri) => importInto(uri));
  printMachine();
  printTable([
    {
      "file, GB": (written.bytes / 2 ** 30).toFixed(2),
      documents: written.documents,
      statements: written.statements,
      seconds: seconds.toFixed(0),
      "statements/s": Math.round(written.statements / seconds),
      "peak RSS, MB": `${peakMegabytes} (limit ${LIMIT_MEGABYTES})`,
    },
  ]);
  process.exitCode = peakMegabytes < LIMIT_MEGABYTES ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function importInto(uri) {
  await emptyNeo4j(uri);
  const started = performance.now();
  const { child, ended } = startDixit(["import", file, "--store", uri, "--progress", "none"]);
  const memory = watchMemory(child.pid);
  const { code, stdout, stderr } = await ended;
  if (code !== 0) throw new Error(`the import ended with ${code}:\n${stdout}${stderr}`);
  return { seconds: (performance.now() - started) / 1000, peakMegabytes: memory.stop() };
}
