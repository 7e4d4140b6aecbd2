import type { Problem } from "../errors.js";
import type { SourceRecord } from "../model/record.js";
import { recordSetOf } from "../sources/record-set.js";
import { isProblem } from "../sources/rules.js";
import { KnownTerms } from "./known-terms.js";
import { keyOfRecord } from "./record-contribution.js";
import type { CodebookTerm, Resolve } from "./resolve.js";
import { orProblem } from "./rules.js";

/** Reads the events, topics and actors that records define, as an import of the same records would know them; other records are passed over. */
export async function codebookOf(
  records: AsyncIterable<SourceRecord | Problem>,
  resolve: Resolve,
  onProblem: (problem: Problem) => void,
): Promise<readonly CodebookTerm[]> {
  const terms = new KnownTerms();
  for await (const record of records) {
    if (isProblem(record)) onProblem(record);
    else if (record.type === "actor" || record.type === "event" || record.type === "topic") {
      const key = orProblem(record.readAt, () => keyOfRecord(record, resolve));
      if (typeof key === "string") terms.take(record, key, recordSetOf(record.readAt.file));
      else onProblem(key);
    }
  }
  return terms.list();
}
