import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const EVERY_MS = 200;

/** Watches the resident memory of a process; `stop` gives the most it had, in megabytes. */
export function watchMemory(pid) {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentKilobytes(pid));
  }, EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round(peak / 1024);
    },
  };
}

/** Linux keeps the high-water mark itself, so that nothing is missed between two looks. */
function residentKilobytes(pid) {
  try {
    const status = `/proc/${pid}/status`;
    if (existsSync(status)) return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, "utf8"))?.[1] ?? 0);
    return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }));
  } catch {
    return 0;
  }
}
