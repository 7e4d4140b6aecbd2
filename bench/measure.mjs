import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Runs `work` and prints, as a line of JSON, how long it took, how long the processor worked for it, the most
 * memory this process ever had, and what it gives. */
export async function measure(work) {
  const started = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - started) / 1000;
  // maxRSS is in kilobytes on every system.
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, peakMegabytes, ...result }));
}

/** Runs one of the measuring scripts beside this file in a process of its own, and gives the figures it prints. */
export async function runMeasure(script, ...words) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  let stdout = "";
  child.stdout.on("data", (text) => (stdout += text));
  const code = await new Promise((done) => child.on("close", done));
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return JSON.parse(stdout.trimEnd().split("\n").at(-1));
}
