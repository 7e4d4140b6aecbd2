import { join } from "node:path";
import { importRecords } from "../../src/loading/import-records.js";
import type { ImportReport } from "../../src/loading/import-report.js";
import { createReader } from "../../src/reader.js";
import { readSources } from "../../src/sources/read-sources.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { ROOT } from "./markdown.js";

/** Imports the sample that comes with the project. */
export function importSample(store: GraphStore): Promise<ImportReport> {
  return importRecords(store, readSources([join(ROOT, "import")]), { reader: createReader() });
}
