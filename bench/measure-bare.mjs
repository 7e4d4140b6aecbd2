// One measurement in a process of its own: the bare engine writes the batches of a file into an empty store.
//   node bench/measure-bare.mjs STORE BATCHES.json      prints {seconds, peakMegabytes}
import { readFileSync } from "node:fs";
import { openBare } from "./bare-engine.mjs";
import { measure } from "./measure.mjs";

const [, , uri, file] = process.argv;
const bare = await openBare(uri);
const batches = readFileSync(file, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => bare.prepare(JSON.parse(line)));
await bare.define([...new Set(batches.flatMap(({ nodes }) => nodes.map(({ label }) => label)))]);
await measure(async () => {
  for (const batch of batches) await bare.write(batch);
});
await bare.close();
