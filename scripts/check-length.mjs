// Lint: a TypeScript file over 300 lines holds a second thing that wants a file of its own.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "./run-step.mjs";

const LIMIT = 300;
const FOLDERS = ["src", "web", "tests", "bench"];

const folders = process.argv.length > 2 ? process.argv.slice(2) : FOLDERS.map((name) => join(ROOT, name));
const long = folders
  .flatMap(filesOf)
  .map(measure)
  .filter(({ lines }) => lines > LIMIT);
for (const { file, lines } of long) console.error(`${relative(ROOT, file)}: ${lines} lines, the limit is ${LIMIT}`);
process.exitCode = long.length > 0 ? 1 : 0;

function filesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules") return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : /\.(ts|tsx|mts)$/.test(entry.name) ? [path] : [];
  });
}

function measure(file) {
  return { file, lines: readFileSync(file, "utf8").replace(/\n$/, "").split("\n").length };
}
