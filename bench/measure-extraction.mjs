// Reads documents of a size in this process, again and again: `measure-extraction.mjs SIZE FOLDER`.
import { extract } from "../dist/extraction/extract.js";
import { documentsOf } from "./extraction-speed.mjs";
import { measure } from "./measure.mjs";

const [size, folder] = process.argv.slice(2);
const PASSES = 5;

const documents = documentsOf(Number(size), folder);
const characters = documents.reduce((sum, { text }) => sum + text.length, 0);

await measure(() => {
  const [first, ...later] = Array.from({ length: PASSES }, pass);
  const [warm] = later.sort((a, b) => b.busy - a.busy);
  return { documents: documents.length, characters, first, warm };
});

/** Characters a second by the clock, and by what the processor worked, which others on the machine do not slow down. The first pass includes that the tables of the languages are read. */
function pass() {
  const started = performance.now();
  const before = process.cpuUsage();
  for (const { text, language } of documents) extract(text, { language });
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - started) / 1_000;
  return { clock: Math.round(characters / seconds), busy: Math.round((characters / (user + system)) * 1e6) };
}
