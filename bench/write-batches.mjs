// Imports a newsroom and writes what came of it as batches for the bare engine, a line each.
//   node bench/write-batches.mjs STATEMENTS STORE FILE      prints {seconds, peakMegabytes, nodes, relations}
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { importNewsroom, openAt } from "./import-newsroom.mjs";
import { measure } from "./measure.mjs";
import { batchesOf } from "./rows.mjs";

const [, , statements, uri, path] = process.argv;
const store = await openAt(uri);
await measure(async () => {
  const { batches, written } = await importNewsroom(store, Number(statements));
  const file = createWriteStream(path);
  for (const batch of await batchesOf((statement) => store.engine.read(statement), batches)) {
    file.write(`${JSON.stringify(batch)}\n`);
  }
  file.end();
  await finished(file);
  return written;
});
await store.close();
