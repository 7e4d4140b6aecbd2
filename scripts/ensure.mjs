import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.mjs";
import { requireNode } from "./node-version.mjs";
import { ROOT, runNpm } from "./run-step.mjs";

const INSTALL = ["ci", "--include=dev", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
const REMIND_MS = 15_000;

/**
 * Runs `work` with the packages of package-lock.json installed. One process of this project sets up at a time:
 * `npm start` and `npm test` in two terminals wait for each other.
 */
export function withSetUp(work) {
  requireNode();
  const onWait = () => console.log("Another npm command of this project is setting up; waiting for it ...");
  return withLock(
    join(ROOT, ".dixit", "setup.lock"),
    async () => {
      if (!isInstalled()) await install();
      return work();
    },
    { onWait },
  );
}

/**
 * Whether node_modules is what package-lock.json asks for. npm writes `node_modules/.package-lock.json` as the last
 * act of an install, so that one which was killed has none, and one by hand counts.
 */
export function isInstalled(folder = ROOT, { platform, arch } = process) {
  const wanted = packagesOf(join(folder, "package-lock.json"));
  const installed = packagesOf(join(folder, "node_modules", ".package-lock.json"));
  if (!wanted || !installed) return false;
  const fits = ({ os, cpu }) => (!os || os.includes(platform)) && (!cpu || cpu.includes(arch));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link) return true;
    const found = installed[path];
    if (!found) return entry.optional === true;
    // Entries that complete-lock.mjs added carry no hash.
    const same = entry.integrity === undefined || found.integrity === entry.integrity;
    return same && found.version === entry.version && fits(found);
  });
}

function packagesOf(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

async function install() {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.log("Installing the packages of package-lock.json (npm ci) ...");
  const reminder = setInterval(() => console.log(`  still installing, ${seconds()} s ...`), REMIND_MS);
  const code = await runNpm(INSTALL).finally(() => clearInterval(reminder));
  if (code !== 0) {
    console.error(
      "npm ci failed, see above. Is the package registry within reach (npm ping)? Then run the same command again.",
    );
    process.exit(code);
  }
  console.log(`Installed in ${seconds()} s.`);
}
