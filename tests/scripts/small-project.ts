import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

/** What a script printed, on both outputs, and how it ended. */
export interface Ended {
  output: string;
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A project with our scripts and a program of a few lines, in a folder whose name has spaces. */
export class SmallProject implements Disposable {
  readonly folder: string;
  private readonly parent = mkdtempSync(join(tmpdir(), "dixit small "));

  constructor(files: Record<string, string>) {
    this.folder = join(this.parent, "a project");
    for (const path of ["scripts", "package.json", "package-lock.json", "tsconfig.json"]) {
      cpSync(join(ROOT, path), join(this.folder, path), { recursive: true });
    }
    symlinkSync(join(ROOT, "node_modules"), join(this.folder, "node_modules"));
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  delete(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  /** Starts a script of ours from another working directory, as `npm --prefix` would. */
  start(script: string, ...words: string[]): ChildProcess {
    return spawn(process.execPath, [join(this.folder, script), ...words], { cwd: tmpdir() });
  }

  run(script: string, ...words: string[]): Promise<Ended> {
    return endOf(this.start(script, ...words));
  }

  [Symbol.dispose](): void {
    rmSync(this.parent, { recursive: true, force: true });
  }
}

/** Resolves when a process has ended. */
export function endOf(child: ChildProcess): Promise<Ended> {
  let output = "";
  child.stdout?.on("data", (bytes) => (output += bytes));
  child.stderr?.on("data", (bytes) => (output += bytes));
  return new Promise((done) => child.on("close", (code, signal) => done({ output, code, signal })));
}

/** Resolves when a process has printed a text on its standard output. */
export function printed(child: ChildProcess, text: string): Promise<void> {
  let output = "";
  return new Promise((done, fail) => {
    child.stdout?.on("data", (bytes) => {
      output += bytes;
      if (output.includes(text)) done();
    });
    child.on("close", () => fail(new Error(`ended without printing ${JSON.stringify(text)}:\n${output}`)));
  });
}
