import type { Problem } from "../errors.js";
import type { CypherEngine } from "../store/engine.js";

/** An article as a mutation hands it in. */
export interface GivenArticle {
  text: string;
  title?: string | null;
  url?: string | null;
  id?: string | null;
  outlet?: string | null;
  publishedAt?: string | null;
  language?: string | null;
}

/** What an import did to records of one kind. */
export interface Count {
  read: number;
  new: number;
  changed: number;
  unchanged: number;
}

/** What an import of articles brought. */
export interface ImportOutcome {
  /** Keys of the documents that were read, unchanged ones too. */
  documents: readonly string[];
  /** By kind of record: documents, statements, actors … */
  counts: Readonly<Record<string, Count>>;
  /** New documents that resemble stored ones, by key; `similarity` from 0 to 1. */
  resembles?: readonly { document: string; stored: string; similarity: number }[];
  /** What was left out; the place's file is `articles[0]` for the first. */
  problems: readonly Problem[];
}

/** The import pipeline, as mutations use it. */
export interface Importer {
  importArticles(articles: readonly GivenArticle[]): Promise<ImportOutcome>;
  /** Takes a document away with all it brought; false when there is none of that key. */
  removeDocument(key: string): Promise<boolean>;
}

/** What every resolver gets: the store, and what this caller may do. */
export interface Context {
  store: { readonly engine: CypherEngine };
  /** Collections that the caller may see. */
  mine: readonly string[];
  importer: Importer;
  mayWrite: boolean;
  /** Milliseconds a root field may read. */
  timeoutMs?: number;
}
