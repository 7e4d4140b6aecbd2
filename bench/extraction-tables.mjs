import { printTable } from "./table.mjs";

/** Prints what was found out about one corpus. */
export function printCorpus({ name, scores, calibration }) {
  const documents = Object.entries(scores).map(([part, { documents }]) => `${documents} ${part}`);
  console.log(`\n## ${name} (documents: ${documents.join(", ")})\n`);
  printTable(Object.entries(scores).flatMap(([part, { modes }]) => modeRows(part, modes)));
  console.log();
  printTable(Object.entries(scores).map(([part, { details }]) => ({ part, ...detailCells(details) })));
  if (calibration) printCalibration(calibration);
}

function modeRows(part, modes) {
  return Object.entries(modes).map(([mode, { P, R, F, spk, resolved, cue, jointF, jointRF, n, R_by }]) => ({
    part,
    mode,
    ...fixed({ P, R, F, spk, resolved, cue, jointF, jointRF }),
    "gold/found": n,
    "R by type": Object.entries(R_by)
      .map(([type, share]) => `${type} ${share.toFixed(3)}`)
      .join(", "),
  }));
}

function detailCells({ about, aboutLoose, aboutEndToEnd, type, stance, relayed_by, addressees }) {
  const triple = (figure) =>
    figure ? `${figure.P.toFixed(3)} ${figure.R.toFixed(3)} ${figure.F.toFixed(3)} (${figure.n})` : "-";
  const share = (figure) => (figure ? `${figure.acc.toFixed(3)} (${figure.n})` : "-");
  return {
    "about P R F (n)": triple(about),
    "about, loose": triple(aboutLoose),
    "about, end to end": triple(aboutEndToEnd),
    type: share(type),
    "in marks or not": type ? type.marks.toFixed(3) : "-",
    stance: share(stance),
    "relayed by": triple(relayed_by),
    addressees: triple(addressees),
  };
}

/** Prints how often statements of each tenth of confidence are right. */
export function printCalibration({ n, error, tenths }) {
  console.log();
  printTable(
    tenths.map(({ tenth, n, ...shares }) => ({
      confidence: tenth,
      n,
      mean: shares.confidence.toFixed(3),
      right: shares.accuracy.toFixed(3),
    })),
  );
  console.log(`\nexpected calibration error ${error.toFixed(3)} over ${n} statements`);
}

/** Prints what confidence is worth on documents that its priors were not counted on. */
export function printCrossValidation({ folds, kept }) {
  console.log(
    "\n## Confidence on documents that its priors were not counted on\n\nIn turns, of the documents looked at:",
  );
  printCalibration(folds);
  console.log("\nThe kept halves:");
  printCalibration(kept);
}

/** Prints characters a second by size of document. */
export function printSpeed({ rows, lowest, aim }) {
  const millions = (rate) => (rate / 1e6).toFixed(2);
  console.log("\n## Speed, one core, million characters a second\n");
  printTable(
    rows.map(({ size, documents, first, warm, peakMegabytes }) => ({
      "characters each": size.toLocaleString("en"),
      documents,
      "first pass": millions(first.clock),
      "of processor time": millions(first.busy),
      "later passes": millions(warm.clock),
      "of its time": millions(warm.busy),
      "peak memory, MB": peakMegabytes,
    })),
  );
  console.log(`\nlowest ${millions(lowest)} (aim: at least ${millions(aim)} at every size)`);
}

function fixed(figures) {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, value.toFixed(3)]));
}
