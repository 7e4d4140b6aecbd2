// Import rates beside those of the bare engine, which writes the same rows in as many batches with textbook statements:
//   npm run bench:import [-- --statements N --engine grafeo|neo4j --rounds N]
// Neo4j from DIXIT_BENCH_NEO4J_URI (it is emptied), or started for the purpose.
// Each measurement has a process and an empty store of its own; from round to round the two sides change places.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { emptyNeo4j } from "./bare-engine.mjs";
import { withServer } from "./bench-server.mjs";
import { runMeasure } from "./measure.mjs";
import { NEWSROOM } from "./newsroom.mjs";
import { printMachine, printTable } from "./table.mjs";

const LEAST_RATIO = 0.7;

const { values } = parseArgs({
  options: {
    statements: { type: "string", default: String(NEWSROOM.statements) },
    engine: { type: "string" },
    rounds: { type: "string", default: "2" },
  },
});
const engines = values.engine ? [values.engine] : ["grafeo", "neo4j"];
const folder = mkdtempSync(join(tmpdir(), "dixit-bench-"));
const batches = join(folder, "batches.jsonl");
let files = 0;

try {
  console.error("preparing the rows for the bare engine ...");
  await runMeasure("write-batches.mjs", values.statements, newFile(), batches);
  const rows = [];
  if (engines.includes("grafeo")) rows.push(await compare("Grafeo, file", newFile));
  if (engines.includes("neo4j")) rows.push(await withServer(compareOnServer));
  printMachine();
  printTable(rows.map(({ figures }) => figures));
  process.exitCode = rows.every(({ sound }) => sound) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compareOnServer(uri) {
  const emptied = async () => {
    await emptyNeo4j(uri, { schema: true });
    return uri;
  };
  console.error("warming up the server ...");
  await runMeasure("measure-bare.mjs", await emptied(), batches);
  return compare("Neo4j", emptied);
}

/** Measures both sides on stores that `empty` gives, as often as there are rounds. */
async function compare(engine, empty) {
  const seconds = { import: 0, again: 0, bare: 0 };
  let peak = 0;
  const sides = [
    async () => {
      const store = await empty();
      const first = await runMeasure("measure-import.mjs", values.statements, store);
      seconds.import += first.seconds;
      seconds.again += (await runMeasure("measure-import.mjs", values.statements, store)).seconds;
      peak = Math.max(peak, first.peakMegabytes);
    },
    async () => {
      seconds.bare += (await runMeasure("measure-bare.mjs", await empty(), batches)).seconds;
    },
  ];
  for (let round = 0; round < Number(values.rounds); round++) {
    console.error(`${engine}: round ${round + 1} of ${values.rounds} ...`);
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) await side();
  }
  return resultOf(engine, seconds, peak);
}

function resultOf(engine, seconds, peak) {
  const rate = (name) => (Number(values.statements) * Number(values.rounds)) / seconds[name];
  const ratio = rate("import") / rate("bare");
  const figures = {
    engine,
    "import, statements/s": Math.round(rate("import")),
    "bare engine": Math.round(rate("bare")),
    [`ratio (at least ${LEAST_RATIO})`]: ratio.toFixed(2),
    "imported again": Math.round(rate("again")),
    "again / first (at least 1)": (rate("again") / rate("import")).toFixed(2),
    "peak memory, MB": peak,
  };
  return { figures, sound: ratio >= LEAST_RATIO && rate("again") >= rate("import") };
}

function newFile() {
  files++;
  return `file:${join(folder, `${files}.grafeo`)}`;
}
