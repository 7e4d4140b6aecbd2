import type { Problem } from "../errors.js";
import type { Counts, WriteReport } from "../store/contribution.js";
import { addReport, emptyReport } from "../store/writes/write-report.js";

/** Problems that are kept in a report; of more, only the number. */
const MOST_PROBLEMS = 10_000;

/** How many elements of a kind were read, and found new, changed and unchanged. An element may be read many times. */
export interface ReadCounts extends Counts {
  read: number;
}

/** A stored document that a new one without URL or id resembles. */
export interface Resemblance {
  /** Key of the new document. */
  document: string;
  /** Key of the stored one. */
  stored: string;
  /** Share of three-word sequences that both texts have, from 0 to 1. */
  similarity: number;
}

/** What an import did. */
export interface ImportReport {
  documents: ReadCounts;
  statements: ReadCounts;
  actors: ReadCounts;
  events: ReadCounts;
  topics: ReadCounts;
  relations: ReadCounts;
  /** Nodes and relations written or deleted; the history of imports is not counted. */
  written: { nodes: number; relations: number };
  /** At most 10,000 of them. */
  problems: Problem[];
  /** All problems. */
  problemCount: number;
  resembles: Resemblance[];
  /** Key of the ImportRun; absent of a dry run. */
  run?: string;
  /** True when it was stopped on request after a whole batch. */
  interrupted: boolean;
}

/** The kinds of things that a report counts. */
export type Counted = "documents" | "statements" | "actors" | "events" | "topics" | "relations";

const LABELS = {
  documents: "Document",
  statements: "Statement",
  actors: "Actor",
  events: "Event",
  topics: "Topic",
} as const;

/** Counts up what an import reads, writes and finds wrong. */
export class Tally {
  readonly problems: Problem[] = [];
  readonly resembles: Resemblance[] = [];
  readonly read: Record<Counted, number> = {
    documents: 0,
    statements: 0,
    actors: 0,
    events: 0,
    topics: 0,
    relations: 0,
  };
  readonly #written: WriteReport = emptyReport();
  #problemCount = 0;

  problem(problem: Problem): void {
    this.#problemCount += 1;
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }

  add(report: WriteReport): void {
    addReport(this.#written, report);
  }

  report(run: string | undefined, interrupted: boolean): ImportReport {
    const counts = (kind: keyof typeof LABELS) => ({ read: this.read[kind], ...this.#written.labels[LABELS[kind]] });
    return {
      documents: counts("documents"),
      statements: counts("statements"),
      actors: counts("actors"),
      events: counts("events"),
      topics: counts("topics"),
      relations: { read: this.read.relations, ...this.#written.relations },
      written: { ...this.#written.written },
      problems: this.problems,
      problemCount: this.#problemCount,
      resembles: this.resembles,
      ...(run === undefined ? {} : { run }),
      interrupted,
    };
  }
}
