// `npm start`: installs and builds what is out of date, then serves, with the sample news when the store is empty.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { withSetUp } from "./ensure.mjs";
import { ROOT } from "./run-step.mjs";

await withSetUp(build);
process.chdir(ROOT);
// In this same process, so that signals and the exit code need nobody to pass them on.
const main = join(ROOT, "dist", "main.js");
process.argv = [process.execPath, main, "serve", "--import-if-empty", "import", ...process.argv.slice(2)];
await import(pathToFileURL(main).href);
