import { HALVES } from "./gold-corpora.mjs";

/** The scorer's figures of a corpus; of a development corpus also those of its two halves. */
export function scoresOf({ name, documents, score, details }, predictions) {
  const parts = { all: () => true, ...(name.endsWith("-dev") ? HALVES : {}) };
  const entries = Object.entries(parts).map(([part, filter]) => [
    part,
    {
      documents: documents.filter(filter).length,
      modes: score(documents, predictions, filter),
      details: details(documents, predictions, filter),
    },
  ]);
  return Object.fromEntries(entries);
}
