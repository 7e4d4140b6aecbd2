import { importRecords } from "../dist/loading/import-records.js";
import { createReader } from "../dist/reader.js";
import { openStore } from "../dist/store/graph-store.js";
import { parseStoreTarget } from "../dist/store/target.js";
import { newsroom } from "./newsroom.mjs";

const readAt = { file: "newsroom.jsonl" };

/** Opens the store at an address, with user and password from the environment as `dixit` takes them. */
export function openAt(uri) {
  const { DIXIT_STORE_USER: user, DIXIT_STORE_PASSWORD: password } = process.env;
  return openStore(parseStoreTarget(uri, { user, password }));
}

/** Streams a newsroom of so many statements into a store; gives how many batches it took and how much was written. */
export async function importNewsroom(store, statements) {
  let batches = 0;
  const report = await importRecords(store, placed(newsroom({ statements })), {
    reader: createReader(),
    onBatch: () => batches++,
  });
  if (report.problems.length > 0) throw new Error(`the newsroom has problems: ${JSON.stringify(report.problems[0])}`);
  return { batches, written: report.written };
}

function* placed(records) {
  for (const record of records)
    yield { ...record, readAt, ...(record.statements && { statements: record.statements.map(place) }) };
}

function place(statement) {
  return { ...statement, readAt };
}
