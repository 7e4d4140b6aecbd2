import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

const PASSED_ON = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a program in the project's folder with our own input and output, and resolves to its exit code.
 * A signal that reaches us is passed on, and ends us once the program has ended.
 */
export function run(program, words, { env = process.env, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: ROOT, stdio: "inherit", env, shell });
    let stoppedBy;
    const passOn = (signal) => {
      stoppedBy = signal;
      child.kill(signal);
    };
    for (const signal of PASSED_ON) process.on(signal, passOn);
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      for (const name of PASSED_ON) process.off(name, passOn);
      if (stoppedBy) process.kill(process.pid, stoppedBy);
      else resolve(code ?? (signal ? 1 : 0));
    });
  });
}

/** Runs another script of ours, or of a package, with this same Node. */
export function runNode(words, options) {
  return run(process.execPath, words, options);
}

/** Runs npm: the one that runs us where there is one, so that several installed versions are not mixed. */
export function runNpm(words, options) {
  const cli = process.env.npm_execpath;
  if (cli && /\.[cm]?js$/.test(cli)) return runNode([cli, ...words], options);
  return run("npm", words, { ...options, shell: process.platform === "win32" });
}
