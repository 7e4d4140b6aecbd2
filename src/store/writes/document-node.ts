import { PUBLIC_COLLECTION } from "../../model/vocabulary.js";
import type { Properties } from "../contribution.js";
import { canonicalJson } from "./joins.js";

/** What is said of a document: by itself with all its statements, and by a flat record that stands beside it. */
export interface DocumentDraft {
  key: string;
  /** From a source that replaces; it wins. */
  own?: Properties;
  /** Hash of all that the replacing source brought. */
  fingerprint?: string;
  record?: Properties;
}

/** The draft that a stored document came from. */
export function documentDraft(key: string, stored: Properties | undefined): DocumentDraft {
  if (!stored || stored.contentHash === "") return { key };
  const { key: _, fingerprint, given, ...said } = stored;
  if (fingerprint === undefined) return { key, record: said };
  return {
    key,
    own: said,
    fingerprint: fingerprint as string,
    ...(given === undefined ? {} : { record: JSON.parse(given as string) as Properties }),
  };
}

/** The node of a document; one that is only spoken of has its key for a title and no hash of its content. */
export function documentNode({ key, own, fingerprint, record }: DocumentDraft): Properties {
  if (own) {
    const given = record && { given: canonicalJson(record) };
    return { ...record, ...own, key, fingerprint: fingerprint ?? "", ...given };
  }
  if (record) return { ...record, key };
  return {
    key,
    title: key,
    publishedDay: "",
    publishedLastDay: "",
    collection: PUBLIC_COLLECTION,
    collections: [PUBLIC_COLLECTION],
    contentHash: "",
  };
}
