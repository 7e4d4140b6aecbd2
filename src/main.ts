#!/usr/bin/env node
import "reflect-metadata";
import { existsSync, readFileSync } from "node:fs";
import { type Effects, EXIT, type ExitCode } from "./commands/command.js";
import { helpOf, helpOfAll } from "./commands/help.js";
import { parseInvocation } from "./commands/parse.js";
import { COMMANDS } from "./commands/registry.js";
import { DixitError, InvalidInput } from "./errors.js";

/** Runs the command line: parses, runs one command, and is the only place that catches, prints and sets the exit code. */
async function main(words: readonly string[], effects: Effects): Promise<ExitCode> {
  try {
    return await runCommand(words, effects);
  } catch (error) {
    effects.stderr(`dixit: ${messageOf(error, effects)}\n`);
    return EXIT.FAILURE;
  }
}

async function runCommand([name, ...words]: readonly string[], effects: Effects): Promise<ExitCode> {
  if (name === undefined || name === "--help" || name === "help") return print(helpOfAll(COMMANDS), effects);
  if (name === "--version") return print(`${versionOf()}\n`, effects);
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) throw new InvalidInput(`There is no command ${JSON.stringify(name)}. See: dixit --help`);
  if (words.includes("--help")) return print(helpOf(command), effects);
  return command.run(parseInvocation(command, words), effects);
}

function print(text: string, effects: Effects): ExitCode {
  effects.stdout(text);
  return EXIT.OK;
}

function versionOf(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return manifest.version;
}

/** Our own errors say all a user needs; of any other the stack is shown only on request, since it may hold what was imported. */
function messageOf(error: unknown, effects: Effects): string {
  if (error instanceof DixitError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (effects.env.DIXIT_DEBUG) return error.stack ?? error.message;
  return `unexpected failure: ${error.message} (DIXIT_DEBUG=1 shows where)`;
}

/** Milliseconds within which a second signal is the same Ctrl-C, which npx and npm pass on to a process that has it already. */
const SAME_SIGNAL = 1000;

/** The first Ctrl-C asks for an orderly end; a later one ends at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let first = Number.POSITIVE_INFINITY;
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (performance.now() - first > SAME_SIGNAL) process.exit(EXIT.INTERRUPTED);
      first = Math.min(first, performance.now());
      controller.abort();
    });
  }
  return controller.signal;
}

// A reader that closes the pipe early (`dixit … | head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.OK);
  throw error;
});

// Variables that are set already win over those of the file.
if (existsSync(".env")) process.loadEnvFile(".env");

process.exitCode = await main(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  env: process.env,
  isTerminal: process.stderr.isTTY === true,
  signal: stopSignal(),
});
