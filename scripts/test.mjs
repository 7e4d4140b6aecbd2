// `npm test [-- PATTERN]`: installs and builds what is out of date, then lints, checks types and runs the tests that match.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { withSetUp } from "./ensure.mjs";
import { ROOT, runNode, runNpm } from "./run-step.mjs";

const STEPS = [
  { name: "Formatting and lint", run: () => succeeded(runNpm(["run", "--silent", "lint"])) },
  { name: "Types", run: () => succeeded(runNpm(["run", "--silent", "types"])) },
  { name: "Tests", run: () => runTests(process.argv.slice(2)) },
];

await withSetUp(build);
const total = { passed: 0, failed: 0 };
const failures = [];
for (const step of STEPS) {
  console.log(`\n=== ${step.name} ===\n`);
  const { passed, failed } = await step.run();
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(step.name);
}
console.log(failures.length > 0 ? `\nFailed: ${failures.join(", ")}` : "");
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function succeeded(exitCode) {
  return (await exitCode) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runTests(patterns) {
  const folder = mkdtempSync(join(tmpdir(), "dixit-test-"));
  const results = join(folder, "results.json");
  const jest = join(ROOT, "node_modules/jest/bin/jest.js");
  const flags = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"];
  const env = { ...process.env, NODE_OPTIONS: [process.env.NODE_OPTIONS, ...flags].filter(Boolean).join(" ") };
  const code = await runNode([jest, "--maxWorkers=2", "--json", `--outputFile=${results}`, ...patterns], { env });
  const counts = countsOf(results, code);
  rmSync(folder, { recursive: true, force: true });
  return counts;
}

/** A test file that cannot be loaded counts as one failure; so does a run that fails without a failed test. */
function countsOf(results, exitCode) {
  let report;
  try {
    report = JSON.parse(readFileSync(results, "utf8"));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  if (report.numPendingTests > 0) console.log(`${report.numPendingTests} tests did not run (skipped)`);
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
