import type { Readable } from "node:stream";

/** How a command ended, as the exit code of the process. */
export const EXIT = { OK: 0, FAILURE: 1, PROBLEMS: 2, INTERRUPTED: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An option of a command, as data: parsing, checks and help derive from it. */
export interface CommandOption {
  name: string;
  /** What the help calls the value; absent for a switch. */
  value?: string;
  /** The only values taken. */
  choices?: readonly string[];
  description: string;
}

/** Everything outside the process that a command touches, so that a test can stand in for a terminal. */
export interface Effects {
  stdin: Readable;
  stdout(text: string): void;
  stderr(text: string): void;
  env: Readonly<Record<string, string | undefined>>;
  /** True where a person watches standard error. */
  isTerminal: boolean;
  /** Aborted by the first Ctrl-C or SIGTERM. */
  signal: AbortSignal;
}

/** The words after the command's name, parsed. */
export interface Invocation {
  paths: readonly string[];
  options: Readonly<Record<string, string | true | undefined>>;
}

/** One command of the command line. */
export interface Command {
  name: string;
  summary: string;
  /** Name of the positional arguments, `PATH…`, where the command takes any. */
  paths?: string;
  /** True when at least one path is needed. */
  pathsRequired?: boolean;
  options: readonly CommandOption[];
  run(invocation: Invocation, effects: Effects): Promise<ExitCode>;
}
