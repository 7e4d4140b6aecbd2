import { parseArgs } from "node:util";
import { InvalidInput } from "../errors.js";
import type { Command, CommandOption, Invocation } from "./command.js";

/** Reads the words after a command's name; InvalidInput when one of them is not the command's. */
export function parseInvocation(command: Command, words: readonly string[]): Invocation {
  const { values, positionals } = parseWords(command, words);
  if (positionals.length > 0 && command.paths === undefined) {
    throw new InvalidInput(`dixit ${command.name} takes no ${JSON.stringify(positionals[0])}. ${seeHelp(command)}`);
  }
  if (positionals.length === 0 && command.pathsRequired) {
    throw new InvalidInput(`dixit ${command.name} needs ${command.paths}. ${seeHelp(command)}`);
  }
  for (const option of command.options) checkChoice(command, option, values[option.name]);
  return { paths: positionals, options: values };
}

type Values = Record<string, string | true | undefined>;

function parseWords(command: Command, words: readonly string[]): { values: Values; positionals: string[] } {
  const options = Object.fromEntries(
    command.options.map((option) => [option.name, { type: option.value ? ("string" as const) : ("boolean" as const) }]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    return { values: values as Values, positionals };
  } catch (cause) {
    const said = cause instanceof Error ? (cause.message.split(/\.\s/)[0] ?? cause.message) : String(cause);
    throw new InvalidInput(`${said}. ${seeHelp(command)}`, { cause });
  }
}

function checkChoice(command: Command, option: CommandOption, given: string | true | undefined): void {
  if (!option.choices || given === undefined || option.choices.includes(String(given))) return;
  throw new InvalidInput(
    `--${option.name} is one of ${option.choices.join(", ")}; given: ${JSON.stringify(given)}. ${seeHelp(command)}`,
  );
}

function seeHelp(command: Command): string {
  return `See: dixit ${command.name} --help`;
}
