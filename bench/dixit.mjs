import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));

/** Starts the command line as a user would; `ended` resolves to its exit code, signal and output. */
export function startDixit(words, env = process.env) {
  const child = spawn(process.execPath, [MAIN, ...words], { env, stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (text) => (output[name] += text));
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, ...output }));
  });
  return { child, ended };
}

/** Runs a command to its end and parses what it prints as JSON; an error when its exit code is not 0. */
export async function dixitJson(words) {
  const { code, stdout, stderr } = await startDixit(words).ended;
  if (code !== 0) throw new Error(`dixit ${words.join(" ")} ended with ${code}:\n${stdout}${stderr}`);
  return JSON.parse(stdout);
}

/** Calls `see` with each whole line of JSON that a process prints on its standard output. */
export function onJsonLine(child, see) {
  let rest = "";
  child.stdout.on("data", (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop();
    for (const line of lines.filter((text) => text.startsWith("{"))) see(JSON.parse(line));
  });
}
