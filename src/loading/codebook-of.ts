import type { Problem } from "../errors.js";
import type { SourceRecord } from "../model/record.js";
import { isProblem } from "../sources/rules.js";
import { keyOfTerm } from "./record-contribution.js";
import type { CodebookTerm } from "./resolve.js";
import { orProblem } from "./rules.js";
import { codebookTerm } from "./stored-codebook.js";

/** Reads the events and topics that records define, as an import of the same records would know them; other records are passed over. */
export async function codebookOf(
  records: AsyncIterable<SourceRecord | Problem>,
  onProblem: (problem: Problem) => void,
): Promise<CodebookTerm[]> {
  const terms = new Map<string, CodebookTerm>();
  for await (const record of records) {
    if (isProblem(record)) onProblem(record);
    else if (record.type === "event" || record.type === "topic") {
      const term = orProblem(record.readAt, () => codebookTerm(record, keyOfTerm(record)));
      if (isProblem(term)) onProblem(term);
      else terms.set(`${term.type} ${term.key}`, term);
    }
  }
  return [...terms.values()];
}
