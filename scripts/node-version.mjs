import { readFileSync } from "node:fs";

/** Ends the process with a clear message when this Node is older than package.json asks for. */
export function requireNode(current = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const needed = engines.node.replace(/^>=\s*/, "");
  if (!isOlder(current, needed)) return;
  console.error(
    `Dixit needs Node.js ${needed} or newer; this is ${current}. Get one from https://nodejs.org/ and try again.`,
  );
  process.exit(1);
}

function isOlder(version, than) {
  const [major, minor = 0] = version.split(".").map(Number);
  const [neededMajor, neededMinor = 0] = than.split(".").map(Number);
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}
