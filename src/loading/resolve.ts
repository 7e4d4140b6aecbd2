import { LRUCache } from "lru-cache";
import type { ActorReference, ArticleRecord, StatementRecord } from "../model/record.js";
import type { ResolvedActor } from "../model/resolved-actor.js";
import type { Steps } from "../model/steps.js";

/** Names to keys: a pure function of the reference, the document and the gazetteer. */
export type Resolve = (reference: ActorReference, document: string) => ResolvedActor;

/** An event or topic that statements may be about, with all the words that mean it, or an actor that was declared, with its names. */
export interface CodebookTerm {
  type: "event" | "topic" | "actor";
  key: string;
  /** Names and other terms, each perhaps of one language (`""`: of any). */
  terms: readonly { language: string; term: string }[];
}

/** What extraction reads in an article. */
export interface ArticleReading {
  language: string;
  statements: readonly StatementRecord[];
}

/** What loading needs of extraction and resolution. */
export interface Reader {
  resolve: Resolve;
  /** In small steps, since an article may be a book. */
  readArticle(article: ArticleRecord, codebook: readonly CodebookTerm[]): Steps<ArticleReading>;
}

/** Names that are kept with what they mean: more than a newspaper's actors of some months. */
const KEPT_NAMES = 50_000;

/** The same resolution, which remembers what names mean where that does not depend on the document. */
export function remembering(resolve: Resolve): Resolve {
  const kept = new LRUCache<string, ResolvedActor>({ max: KEPT_NAMES });
  return (reference, document) => {
    const { key = "", name = "", language = "", kind = "", resolved = true, asWritten = "" } = reference;
    const asked = `${key}\t${name}\t${language}\t${kind}\t${resolved}\t${name === "" ? asWritten : ""}`;
    const known = kept.get(asked);
    if (known) return known;
    const actor = resolve(reference, document);
    if (actor.resolved) kept.set(asked, actor);
    return actor;
  };
}
