import type { Command, CommandOption } from "./command.js";

/** The page that `dixit --help` prints. */
export function helpOfAll(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => usageOf(command).length));
  const lines = commands.map((command) => `  dixit ${usageOf(command).padEnd(width)}  ${command.summary}`);
  return [
    "Dixit: who said what about whom, when, and where is it written.",
    "",
    ...lines,
    "",
    "dixit COMMAND --help tells the options of a command; dixit --version the version.",
    "Settings are environment variables, see the README. Exit codes: 0 fine, 1 failure, 2 problems in the input, 130 interrupted.",
    "",
  ].join("\n");
}

/** The page that `dixit COMMAND --help` prints. */
export function helpOf(command: Command): string {
  const rows = command.options.map((option) => [labelOf(option), option.description] as const);
  const width = Math.max(0, ...rows.map(([label]) => label.length));
  const options = rows.map(([label, description]) => `  ${label.padEnd(width)}  ${description}`);
  return [`dixit ${usageOf(command)} [OPTIONS]`, "", command.summary, "", ...options, ""].join("\n");
}

function usageOf(command: Command): string {
  return command.paths ? `${command.name} ${command.paths}` : command.name;
}

function labelOf(option: CommandOption): string {
  if (option.choices) return `--${option.name} ${option.choices.join("|")}`;
  return option.value ? `--${option.name} ${option.value}` : `--${option.name}`;
}
