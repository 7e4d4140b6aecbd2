import { setImmediate as pause } from "node:timers/promises";
import type { Place, Problem } from "../errors.js";
import type {
  ArticleRecord,
  CorrectionRecord,
  DocumentRecord,
  SourceRecord,
  StatementRecord,
} from "../model/record.js";
import { inTurns } from "../model/steps.js";
import { recordSetOf } from "../sources/record-set.js";
import { isProblem } from "../sources/rules.js";
import type { Contribution } from "../store/contribution.js";
import type { GraphStore } from "../store/graph-store.js";
import { writeContributions } from "../store/writes/write-contributions.js";
import { Batch } from "./batch.js";
import { applyCorrection, Corrections } from "./corrections.js";
import { documentContribution, flatDocumentContribution, flatStatementContribution } from "./document-contribution.js";
import { DocumentLookup } from "./document-lookup.js";
import type { ImportOptions } from "./import-records.js";
import { type ImportReport, Tally } from "./import-report.js";
import { KnownTerms } from "./known-terms.js";
import { recordContribution } from "./record-contribution.js";
import { findResemblances } from "./resemblance.js";
import { type Reader, remembering } from "./resolve.js";
import { orBrokenRule, orProblem, orProblemLater, unreadLanguage } from "./rules.js";

/** Statements in one transaction when nothing else is asked: a batch of the size that import rates are measured with. */
const BATCH_STATEMENTS = 2000;

/** Records that are taken up before the batch under way gets a turn, so that both go on side by side. */
const RECORDS_AT_ONCE = 8;

/** What an import begins with; `run` is the key of its ImportRun, if any. */
export interface Begun {
  store: GraphStore;
  options: ImportOptions;
  run: string | undefined;
  now(): Date;
}

/** One import under way: what it knows, the batch in the making and the one being written. */
export class Importing {
  readonly #store: GraphStore;
  readonly #options: ImportOptions;
  readonly #run: string | undefined;
  readonly #terms: KnownTerms;
  readonly #corrections: Corrections;
  readonly #reader: Reader;
  readonly #now: () => Date;
  readonly #lookup: DocumentLookup;
  readonly #tally = new Tally();
  #batch: Batch;
  #writing: Promise<void> = Promise.resolve();
  readonly #done = { documents: 0, statements: 0 };

  private constructor({ store, options, run, now }: Begun, terms: KnownTerms, corrections: Corrections) {
    this.#store = store;
    this.#options = options;
    this.#run = run;
    this.#now = now;
    this.#terms = terms;
    this.#corrections = corrections;
    const { reader } = options;
    this.#reader = {
      resolve: corrections.seenThrough(remembering(reader.resolve)),
      readArticle: (article, terms) => reader.readArticle(article, terms),
    };
    this.#lookup = new DocumentLookup(store);
    this.#batch = this.#newBatch();
  }

  static async begin(begun: Begun): Promise<Importing> {
    return new Importing(begun, await KnownTerms.stored(begun.store), await Corrections.stored(begun.store));
  }

  /** Takes up all records, until there are no more or the import is stopped. */
  async takeAll(records: AsyncIterable<SourceRecord | Problem> | Iterable<SourceRecord | Problem>): Promise<void> {
    let taken = 0;
    for await (const item of records) {
      taken += 1;
      if (taken % RECORDS_AT_ONCE === 0) await pause();
      if (this.#options.signal?.aborted) break;
      if (isProblem(item)) this.#tally.problem(item);
      else await this.#take(item);
      if (this.#batch.isFull) await this.#flush();
    }
    if (!this.#options.signal?.aborted) await this.#flush();
    await this.#writing;
  }

  report(): ImportReport {
    return this.#tally.report(this.#run, this.#options.signal?.aborted === true);
  }

  /** What may be long is taken up in turns with other work; the rest is at once, record after record. */
  async #take(record: SourceRecord): Promise<void> {
    if (record.type === "correction") await this.#takeCorrection(record);
    else if (record.type === "article") await this.#reportLater(record.readAt, this.#takeArticle(record));
    else if (record.type === "document" && record.statements)
      await this.#reportLater(record.readAt, this.#takeDocument(record, record.statements, record.language));
    else this.#report(record.readAt, () => this.#takeShort(record));
  }

  /** A correction is applied to what is stored, so that all that was read before it is stored first. */
  async #takeCorrection(record: CorrectionRecord): Promise<void> {
    await this.#flush();
    await this.#writing;
    const context = { store: this.#store, corrections: this.#corrections, resolve: this.#reader.resolve };
    const dryRun = this.#options.dryRun === true;
    const outcome = await applyCorrection(record, { ...context, dryRun, now: this.#now });
    if (isProblem(outcome)) this.#tally.problem(outcome);
    else this.#tally.add(outcome);
  }

  #takeShort(record: Exclude<SourceRecord, { type: "correction" | "article" }>): void {
    if (record.type === "statement") this.#takeStatement(record);
    else if (record.type !== "document") this.#takeDescribed(record, recordSetOf(record.readAt.file));
    else this.#takeFlatDocument(flatDocumentContribution(record, this.#reader.resolve));
  }

  async #takeArticle(article: ArticleRecord): Promise<void> {
    const reading = inTurns(this.#reader.readArticle(article, this.#terms.list()));
    const { language, statements } = await orBrokenRule(reading);
    const unread = unreadLanguage(language, article.readAt);
    if (unread) this.#tally.problem(unread);
    await this.#takeDocument(article, statements, article.language ?? language);
  }

  async #takeDocument(
    record: DocumentRecord | ArticleRecord,
    statements: readonly StatementRecord[],
    language: string | undefined,
  ): Promise<void> {
    const steps = documentContribution(record, statements, this.#reader.resolve, language);
    const { contribution, problems } = await inTurns(steps);
    for (const problem of problems) this.#tally.problem(problem);
    const fromText =
      record.url === undefined && record.id === undefined && !("key" in record && record.key !== undefined);
    this.#count(contribution, 1, statements.length);
    this.#lookup.remember(contribution);
    this.#batch.add(contribution, { statements: statements.length, fromText });
  }

  #takeFlatDocument(contribution: Contribution): void {
    this.#count(contribution, 1, 0);
    this.#lookup.remember(contribution);
    this.#batch.add(contribution);
  }

  #takeDescribed(record: Parameters<typeof recordContribution>[0], set: string): void {
    const contribution = recordContribution(record, set, this.#reader.resolve);
    this.#count(contribution, 0, 0);
    const described = contribution.nodes.find(({ properties }) => properties);
    if (described) this.#terms.take(record, described.key, set);
    this.#batch.add(contribution);
  }

  /** The reference is checked at once, so that a bad one is reported at its place; the document is looked up later. */
  #takeStatement(statement: StatementRecord): void {
    this.#lookup.keyFor(statement);
    this.#batch.addStatement(statement);
  }

  #count({ nodes, relations }: Contribution, documents: number, statements: number): void {
    const { read } = this.#tally;
    read.documents += documents;
    read.statements += statements;
    read.relations += relations.length;
    for (const { label } of nodes) {
      if (label === "Actor") read.actors += 1;
      if (label === "Event") read.events += 1;
      if (label === "Topic") read.topics += 1;
    }
  }

  #report(place: Place, take: () => void): void {
    const problem = orProblem(place, take);
    if (problem) this.#tally.problem(problem);
  }

  async #reportLater(place: Place, taking: Promise<void>): Promise<void> {
    const problem = await orProblemLater(place, taking);
    if (problem) this.#tally.problem(problem);
  }

  #newBatch(): Batch {
    return new Batch(this.#options.batchStatements ?? BATCH_STATEMENTS);
  }

  /** Hands the batch over to be written, when the one before is stored for good. */
  async #flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = this.#newBatch();
    const contributions = batch.isEmpty ? [] : await this.#contributionsOf(batch);
    await this.#writing;
    if (contributions.length === 0 || this.#options.signal?.aborted) return;
    await this.#findResemblances(batch);
    this.#writing = this.#write(contributions, batch);
    // It is awaited before the next batch; until then a failure must not count as unhandled.
    this.#writing.catch(() => {});
  }

  async #contributionsOf(batch: Batch): Promise<Contribution[]> {
    const statements = batch.items.flatMap((item) => ("statement" in item ? item.statement : []));
    if (statements.length > 0) await this.#lookup.prepare(statements);
    const contributions: Contribution[] = [];
    for (const item of batch.items) {
      if ("contribution" in item) contributions.push(item.contribution);
      else
        this.#report(item.statement.readAt, () => void contributions.push(this.#statementContribution(item.statement)));
    }
    return contributions;
  }

  #statementContribution(statement: StatementRecord): Contribution {
    const document = this.#lookup.keyFor(statement);
    const contribution = flatStatementContribution(
      statement,
      document,
      this.#lookup.textOf(document),
      this.#reader.resolve,
    );
    this.#count(contribution, 0, 1);
    return contribution;
  }

  async #findResemblances(batch: Batch): Promise<void> {
    const arrivals = batch.items.flatMap((item) => ("contribution" in item && item.fromText ? item.contribution : []));
    this.#tally.resembles.push(...(await findResemblances(this.#store, arrivals)));
  }

  async #write(contributions: readonly Contribution[], { documents, statements }: Batch): Promise<void> {
    const report = await writeContributions(this.#store, contributions, {
      dryRun: this.#options.dryRun,
      run: this.#run,
    });
    this.#tally.add(report);
    this.#done.documents += documents;
    this.#done.statements += statements;
    this.#options.onBatch?.({ batch: report.batch, ...this.#done });
  }
}
