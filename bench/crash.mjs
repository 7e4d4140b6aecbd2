// Kills imports with SIGKILL and looks at what is left:
//   npm run bench:crash [-- --kills N --statements N --store URI ... --json]
// Without --store: a Grafeo file, and Neo4j from DIXIT_BENCH_NEO4J_URI or started for the purpose.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { emptyNeo4j } from "./bare-engine.mjs";
import { withServer } from "./bench-server.mjs";
import { dixitJson, onJsonLine, startDixit } from "./dixit.mjs";
import { writeNewsroom } from "./newsroom.mjs";
import { pick, randomFrom } from "./random.mjs";
import { printTable } from "./table.mjs";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "10" },
    statements: { type: "string", default: "20000" },
    store: { type: "string", multiple: true },
    json: { type: "boolean", default: false },
  },
});
const kills = Number(values.kills);
const folder = mkdtempSync(join(tmpdir(), "dixit-crash-"));
const newsroom = join(folder, "newsroom.jsonl");
const random = randomFrom(7);

try {
  await writeNewsroom(newsroom, { statements: Number(values.statements), actors: 500 });
  const rows = values.store ? await crashAll(values.store) : await withServer((uri) => crashAll(["file:", uri]));
  if (values.json) console.log(JSON.stringify(rows));
  else printTable(rows);
  process.exitCode = rows.every((row) => row.sound) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function crashAll(stores) {
  const rows = [];
  for (const store of stores) rows.push(...(await crash(store)));
  return rows;
}

/** One row per kill: what was reported before it, what stood after it, and whether the next import made it whole. */
async function crash(store) {
  const whole = await openEmpty(store, "whole");
  const { batches, milliseconds } = await timed(whole);
  const { digest } = await doctor(whole);
  const rows = [];
  for (let number = 1; number <= kills; number++) {
    const killed = await openEmpty(store, `killed-${number}`);
    // Any moment between one batch and the next is as likely as any other.
    const reported = await killAfter(killed, pick(random, batches - 2), random() * (milliseconds / batches));
    rows.push({ engine: engineOf(store), kill: number, ...(await judge(killed, reported, digest)) });
  }
  return rows;
}

async function judge(store, reported, digest) {
  const found = await doctor(store);
  await dixitJson(["import", newsroom, "--store", store, "--json", "--progress", "none"]);
  const completed = await doctor(store);
  const row = {
    reported: reported.batch,
    found: found.ledger.batch,
    statements: `${reported.statements} <= ${found.counts.Statement}`,
    kept: found.ledger.batch >= reported.batch && found.counts.Statement >= reported.statements,
    whole: found.digest === found.ledger.digest && found.agrees,
    completed: completed.digest === digest,
  };
  return { ...row, sound: row.kept && row.whole && row.completed };
}

/** Imports without a break; gives how many batches were reported, and the time from the first to the last. */
async function timed(store) {
  const { child, ended } = startDixit(["import", newsroom, "--store", store, "--progress", "json"]);
  const times = [];
  onJsonLine(child, () => times.push(performance.now()));
  const { code, stderr } = await ended;
  if (code !== 0) throw new Error(`the uninterrupted import ended with ${code}:\n${stderr}`);
  if (times.length < 4) throw new Error(`${times.length} batches are too few to kill an import between them`);
  return { batches: times.length, milliseconds: times.at(-1) - times[0] };
}

/** Kills an import so long after it reported its `count`th batch, counted from 0, and gives the last batch it reported. */
async function killAfter(store, count, delay) {
  const { child, ended } = startDixit(["import", newsroom, "--store", store, "--progress", "json"]);
  let seen = 0;
  let last;
  onJsonLine(child, (line) => {
    last = line;
    if (seen++ === count) sleep(delay).then(() => child.kill("SIGKILL"));
  });
  const { signal } = await ended;
  if (signal !== "SIGKILL") throw new Error("the import ended before it was killed: give it more --statements");
  return last;
}

function doctor(store) {
  return dixitJson(["doctor", "--store", store, "--json"]);
}

async function openEmpty(store, name) {
  if (store.startsWith("file:")) return `file:${join(folder, `${name}.grafeo`)}`;
  await emptyNeo4j(store);
  return store;
}

function engineOf(store) {
  return store.startsWith("file:") ? "grafeo" : "neo4j";
}
