import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");
const MAIN = join(ROOT, "dist/main.js");

/** How a run of the program ended, and what it printed. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export type Environment = Record<string, string>;

/** Starts the built program as a user would. */
export function startProgram(words: readonly string[], env: Environment = {}): ChildProcess {
  if (!existsSync(MAIN))
    throw new Error("dist/main.js is missing: run `npm run build` first (npm test does it itself)");
  return spawn(process.execPath, [MAIN, ...words], { cwd: ROOT, env: { ...process.env, ...env } });
}

/** Resolves when the program has ended. */
export function endOf(child: ChildProcess): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (bytes) => (stdout += bytes));
  child.stderr?.on("data", (bytes) => (stderr += bytes));
  return new Promise((done) => child.on("close", (code, signal) => done({ code, signal, stdout, stderr })));
}

/** Runs the program to its end. */
export function runProgram(words: readonly string[], env: Environment = {}): Promise<Ended> {
  return endOf(startProgram(words, env));
}

/** Runs a command that prints one JSON object; an error that shows its output when it prints none. */
export async function jsonOf<Printed>(words: readonly string[], env: Environment = {}): Promise<Printed> {
  const { code, stdout, stderr } = await runProgram(words, env);
  try {
    return JSON.parse(stdout);
  } catch (cause) {
    throw new Error(`dixit ${words.join(" ")} ended with ${code}:\n${stdout}${stderr}`, { cause });
  }
}

/** What `dixit import --json` prints, as far as these tests look at it. */
export interface PrintedReport {
  documents: { read: number; new: number; changed: number; unchanged: number };
  statements: { read: number; new: number; changed: number; unchanged: number };
  written: { nodes: number; relations: number };
  problems: { rule: string; message: string }[];
}

/** What `dixit doctor --json` prints, as far as these tests look at it. */
export interface PrintedDiagnosis {
  counts: Record<string, number>;
  digest: string;
}

/** A folder that is deleted when the test is done. */
export class TemporaryFolder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), "dixit acceptance "));

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** The example queries of schema/examples, by file name. */
export function exampleQueries(): { name: string; query: string }[] {
  const folder = join(ROOT, "schema/examples");
  const names = readdirSync(folder).filter((name) => name.endsWith(".graphql"));
  return names.sort().map((name) => ({ name, query: readFileSync(join(folder, name), "utf8") }));
}
