const TENTHS = 10;

/**
 * What confidence is worth on a corpus: how many of the statements of each tenth are right, which is when the content
 * matches one of the corpus by half and its speaker is the right one. What touches optional statements is left out.
 */
export function calibrationOf({ documents, match, score }, predictions) {
  return summaryOf(judged({ documents, match, score }, predictions));
}

/** Each statement with whether its content is right, and whether its speaker is too. */
export function judged({ documents, match, score }, predictions) {
  const quotesOf = new Map(predictions.map(({ id, quotes }) => [id, quotes]));
  return documents.flatMap((document) => {
    const { tp, fp } = match(document, quotesOf.get(document.id) ?? [], "jac50");
    const right = ([gold, quote]) => speakerIsRight(score, document, gold, quote);
    return [
      ...tp.map((pair) => ({ ...pair[1], matched: true, right: right(pair) })),
      ...fp.map((quote) => ({ ...quote, matched: false, right: false })),
    ];
  });
}

/** The scorer's own judgement of the name, asked of this pair alone. */
function speakerIsRight(score, document, gold, quote) {
  const { jac50 } = score([{ ...document, quotes: [gold] }], [{ id: document.id, quotes: [quote] }]);
  return jac50.resolved === 1;
}

/** Accuracy per tenth of confidence, and the expected calibration error: how far the two are apart, weighed by number. */
export function summaryOf(statements) {
  const tenths = Array.from({ length: TENTHS }, (_, tenth) =>
    binOf(
      tenth,
      statements.filter(({ confidence }) => Math.min(TENTHS - 1, Math.floor(confidence * TENTHS + 1e-9)) === tenth),
    ),
  );
  const apart = tenths.reduce((sum, { n, confidence, accuracy }) => sum + n * Math.abs(confidence - accuracy), 0);
  return {
    n: statements.length,
    error: statements.length ? apart / statements.length : 0,
    tenths: tenths.filter(({ n }) => n > 0),
  };
}

function binOf(tenth, statements) {
  const n = statements.length;
  const mean = (value) => (n ? statements.reduce((sum, statement) => sum + value(statement), 0) / n : 0);
  return {
    tenth: `${tenth / TENTHS}-${(tenth + 1) / TENTHS}`,
    n,
    confidence: mean(({ confidence }) => confidence),
    accuracy: mean(({ right }) => Number(right)),
  };
}
