import { PassThrough } from "node:stream";
import type { GivenArticle, Importer, ImportOutcome } from "./api/context.js";
import { NotFound, type Problem } from "./errors.js";
import { type ImportOptions, importRecords } from "./loading/import-records.js";
import type { ImportReport } from "./loading/import-report.js";
import { documentKey } from "./loading/keys.js";
import type { ArticleRecord, SourceRecord } from "./model/record.js";
import { createReader } from "./reader.js";
import { articleRecord } from "./sources/article-record.js";
import { parseRecordLines } from "./sources/record-lines.js";
import type { GraphStore } from "./store/graph-store.js";
import { removeDocument } from "./store/writes/remove-document.js";

/** Everything that changes the graph of a running server, one change after the other. */
export interface ServingImporter extends Importer {
  /** Imports JSON lines: an object for each committed batch, and the report as the last. */
  importLines(lines: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncIterable<object>;
}

/** The importer of a server over `store`. */
export function createImporter(store: GraphStore): ServingImporter {
  const reader = createReader();
  const importAll = (
    records: AsyncIterable<SourceRecord | Problem> | Iterable<SourceRecord | Problem>,
    options: Partial<ImportOptions> = {},
  ) => importRecords(store, records, { ...options, reader });
  return {
    async importArticles(articles) {
      const records = articles.map(recordOf);
      return outcomeOf(await importAll(records), records);
    },
    async removeDocument(key) {
      return !((await removeDocument(store, key)) instanceof NotFound);
    },
    importLines(lines, signal) {
      const answers = new PassThrough({ objectMode: true });
      importAll(parseRecordLines(lines, "import"), {
        signal,
        onBatch: (progress) => void answers.write(progress),
      }).then(
        (report) => answers.end(report),
        (error) => answers.destroy(error),
      );
      return answers;
    },
  };
}

function recordOf(given: GivenArticle, index: number): ArticleRecord {
  const named = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return articleRecord({ ...(Object.fromEntries(named) as { text: string }), readAt: { file: `articles[${index}]` } });
}

function outcomeOf(report: ImportReport, records: readonly ArticleRecord[]): ImportOutcome {
  const { documents, statements, actors, events, topics, relations, problems, resembles } = report;
  const bad = new Set(problems.map(({ place }) => place.file));
  const kept = records.filter(({ readAt }) => !bad.has(readAt.file));
  return {
    documents: kept.map((record) => documentKey(record)),
    counts: { documents, statements, actors, events, topics, relations },
    resembles,
    problems,
  };
}
