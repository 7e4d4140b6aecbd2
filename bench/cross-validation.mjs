import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { judged, summaryOf } from "./calibration.mjs";
import { seenIn, TABLE, withCounts, withPriors } from "./priors.mjs";

const FOLDS = 5;

/**
 * What confidence is worth on documents that its priors were not counted on: the documents are dealt into folds, and
 * the statements of each get the priors that the other folds give. The kept halves of development corpora are a fold of
 * their own, which nothing is ever counted on.
 */
export async function crossValidated(corpora) {
  const read = [];
  for (const corpus of corpora) read.push({ corpus, predictions: await corpus.predict() });
  const table = readFileSync(TABLE, "utf8");
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const others = read.flatMap((one) => judgedIn(one, (document) => foldOf(document) !== fold));
    const priors = withCounts(table, others);
    return read.flatMap((one) => judgedIn(withNew(one, priors), (document) => foldOf(document) === fold));
  });
  const all = withCounts(
    table,
    read.flatMap((one) => judgedIn(one, () => true)),
  );
  const kept = read.flatMap((one) => judgedKept(withNew(one, all)));
  return { folds: summaryOf(folds.flat()), kept: summaryOf(kept) };
}

function withNew({ corpus, predictions }, priors) {
  return { corpus, predictions: withPriors(predictions, priors) };
}

function judgedIn({ corpus, predictions }, filter) {
  return judged({ ...corpus, documents: seenIn(corpus).filter(filter) }, predictions);
}

function judgedKept({ corpus, predictions }) {
  const seen = new Set(seenIn(corpus));
  return judged({ ...corpus, documents: corpus.documents.filter((document) => !seen.has(document)) }, predictions);
}

/** By the name of the document, with other bytes than those that deal the halves. */
function foldOf({ id }) {
  return createHash("sha256").update(id).digest().readUInt32BE(4) % FOLDS;
}
