// Scores `dixit extract --gold` on annotated corpora, tells what its confidence is worth, and measures its speed:
//   npm run bench:extraction [-- NAME… --folder FOLDER --only scores|speed|calibration|priors --json]
// The corpora and their scorer (score.mjs) are looked for in ../shared/gold; NAME is a file there, without .jsonl,
// or any other file. `--only priors` prints src/extraction/priors.tsv as the development corpora would have it, and
// `--only calibration` what confidence is worth on documents that its priors were not counted on.
import { parseArgs } from "node:util";
import { calibrationOf } from "./calibration.mjs";
import { crossValidated } from "./cross-validation.mjs";
import { scoresOf } from "./extraction-scores.mjs";
import { measureSpeed } from "./extraction-speed.mjs";
import { printCorpus, printCrossValidation, printSpeed } from "./extraction-tables.mjs";
import { DEFAULT_FOLDER, openCorpora } from "./gold-corpora.mjs";
import { estimatedPriors } from "./priors.mjs";
import { printMachine } from "./table.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: "string", default: DEFAULT_FOLDER },
    only: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

if (values.only === "priors" || values.only === "calibration") {
  const all = await openCorpora(values.folder, positionals);
  // Those that are there for acceptance, or not annotated in full, count only when they are named.
  const counted = positionals.length > 0 ? all : all.filter(({ name }) => name.endsWith("-dev"));
  if (values.only === "priors") process.stdout.write(await estimatedPriors(counted));
  else printCrossValidation(await crossValidated(counted));
  process.exit();
}

const corpora = values.only === "speed" ? [] : await openCorpora(values.folder, positionals);
if (!values.json) printMachine();

const scored = [];
for (const corpus of corpora) {
  const predictions = await corpus.predict();
  const scores = scoresOf(corpus, predictions);
  const calibration = corpus.hasNames ? calibrationOf(corpus, predictions) : null;
  scored.push({ name: corpus.name, scores, calibration });
  if (!values.json) printCorpus({ name: corpus.name, scores, calibration });
}

const speed = values.only === "scores" ? null : await measureSpeed(values.folder);
if (speed && !values.json) printSpeed(speed);
if (values.json) console.log(JSON.stringify({ corpora: scored, speed }, null, 2));
if (speed && speed.lowest < speed.aim) process.exitCode = 1;
