// One measurement in a process of its own: Dixit imports a newsroom into a store.
//   node bench/measure-import.mjs STATEMENTS STORE      prints {seconds, peakMegabytes, batches, written}
import { importNewsroom, openAt } from "./import-newsroom.mjs";
import { measure } from "./measure.mjs";

const [, , statements, uri] = process.argv;
const store = await openAt(uri);
await measure(() => importNewsroom(store, Number(statements)));
await store.close();
