import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { withSetUp } from "./ensure.mjs";
import { ROOT, runNode } from "./run-step.mjs";

const DATA = new Set([".tsv", ".json"]);
const BOTH = ["package-lock.json", "scripts/build.mjs"];

/** What is built: from its entry and all its inputs, to a folder where `proof` tells that it is there. */
const TARGETS = [
  {
    name: "program",
    entry: "src/main.ts",
    inputs: ["src", "tsconfig.json", ...BOTH],
    to: "dist",
    proof: "main.js",
    build: buildProgram,
  },
  {
    name: "playground",
    entry: "web/playground/index.html",
    inputs: ["web", "schema", ...BOTH],
    to: "public",
    proof: "index.html",
    build: buildPlayground,
  },
];

/** Builds what is older than its inputs; ends the process with exit code 1 when that fails. */
export async function build() {
  for (const target of TARGETS.filter(({ entry }) => existsSync(join(ROOT, entry)))) {
    const stamp = join(ROOT, target.to, ".stamp");
    const hash = hashOf(target.inputs);
    if (readIfThere(stamp) === hash && existsSync(join(ROOT, target.to, target.proof))) continue;
    console.log(`Building the ${target.name} ...`);
    rmSync(stamp, { force: true });
    const code = await target.build(join(ROOT, target.to));
    if (code !== 0) {
      console.error(`Building the ${target.name} failed, see above.`);
      process.exit(1);
    }
    writeFileSync(stamp, hash);
  }
}

/** Writes over what is there and then deletes what has lost its source, so that a running server keeps its files. */
async function buildProgram(folder) {
  const code = await runNode([join(ROOT, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.json"]);
  if (code !== 0) return code;
  const sources = filesIn(join(ROOT, "src")).map((file) => relative(join(ROOT, "src"), file));
  for (const source of sources.filter((file) => DATA.has(extname(file)))) copyData(source, folder);
  const kept = new Set(sources.flatMap(outputsOf));
  for (const file of filesIn(folder)) if (!kept.has(relative(folder, file))) rmSync(file);
  chmodSync(join(folder, "main.js"), 0o755);
  return 0;
}

function copyData(source, folder) {
  mkdirSync(dirname(join(folder, source)), { recursive: true });
  cpSync(join(ROOT, "src", source), join(folder, source));
}

function outputsOf(source) {
  if (DATA.has(extname(source))) return [source];
  const stem = source.replace(/\.ts$/, "");
  return [`${stem}.js`, `${stem}.js.map`, `${stem}.d.ts`];
}

function buildPlayground(folder) {
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  return runNode([vite, "build", "web/playground", "--outDir", folder, "--emptyOutDir", "--logLevel", "warn"]);
}

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => filesIn(join(ROOT, path)))) {
    const bytes = readFileSync(file);
    hash.update(`${relative(ROOT, file)} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

/** All files under a path, in an order that is the same everywhere; the path itself when it is a file. */
function filesIn(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name !== "node_modules");
  return names.sort().flatMap((name) => filesIn(join(path, name)));
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await withSetUp(build);
