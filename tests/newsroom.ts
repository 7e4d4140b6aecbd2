import { importRecords } from "../src/loading/import-records.js";
import type { ImportReport } from "../src/loading/import-report.js";
import type { Reader } from "../src/loading/resolve.js";
import { slugOf } from "../src/model/fold.js";
import type { DocumentRecord, SourceRecord, StatementRecord } from "../src/model/record.js";
import type { Stance } from "../src/model/vocabulary.js";
import { createReader } from "../src/reader.js";
import { examine } from "../src/store/doctor.js";
import type { GraphStore } from "../src/store/graph-store.js";
import { removeDocument } from "../src/store/writes/remove-document.js";
import type { TestEngine } from "./engines.js";

const PLACE = { file: "newsroom.jsonl", line: 1 };

/** What is said of a saying: about whom, where, when. */
export interface Circumstances {
  about?: string;
  stance?: Stance;
  topic?: string;
  /** Id of the document. */
  in?: string;
  on?: string;
  outlet?: string;
}

/** A newsroom whose archive is a real store: what its sources say can be imported, and looked at again. */
export class Newsroom implements AsyncDisposable {
  readonly #notes: DocumentRecord[] = [];

  constructor(
    readonly store: GraphStore,
    readonly reader: Reader = createReader(),
  ) {}

  /** Notes a document in which somebody says something; `publish` imports it. */
  says(speaker: string, text: string, circumstances: Circumstances = {}): this {
    this.#notes.push(saying(speaker, text, circumstances));
    return this;
  }

  /** Imports what was noted. */
  publish(): Promise<ImportReport> {
    return this.import(this.#notes.splice(0));
  }

  import(
    records: readonly SourceRecord[],
    options: { batchStatements?: number; dryRun?: boolean } = {},
  ): Promise<ImportReport> {
    return importRecords(this.store, records, { reader: this.reader, ...options });
  }

  remove(key: string) {
    return removeDocument(this.store, key);
  }

  /** The digest that the ledger keeps. */
  async digest(): Promise<string> {
    return (await this.store.ledger()).digest;
  }

  /** The digest of what really stands in the store, element by element. */
  async recounted(): Promise<string> {
    return (await examine(this.store)).digest;
  }

  read(statement: string, parameters = {}) {
    return this.store.engine.read(statement, parameters);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.store.close();
  }
}

/** A newsroom with an empty archive on an engine. */
export async function openNewsroom(engine: TestEngine, reader?: Reader): Promise<Newsroom> {
  return new Newsroom(await engine.open(), reader);
}

/** A document with one statement. */
export function saying(speaker: string, text: string, circumstances: Circumstances = {}): DocumentRecord {
  const { in: id = slugOf(text), on, outlet } = circumstances;
  const statements = [statementBy(speaker, text, circumstances)];
  return { type: "document", id, title: `On ${id}`, publishedAt: on, outlet, readAt: PLACE, statements };
}

/** A statement in a document. */
export function statementBy(
  speaker: string,
  text: string,
  { about, stance, topic }: Circumstances = {},
): StatementRecord {
  const targets = [
    about === undefined ? [] : { actor: { name: about }, stance },
    topic === undefined ? [] : { topic, stance },
  ];
  return { type: "statement", text, speakers: [{ name: speaker }], about: targets.flat(), readAt: PLACE };
}
