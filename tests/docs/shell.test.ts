import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { COMMANDS } from "../../src/commands/registry.js";
import { fencedBlocks, pages, ROOT } from "./markdown.js";

const manifest: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

const shells = pages().map(({ path, text }) => ({ path, commands: fencedBlocks(text, "sh").flatMap(commandsOf) }));

test.each(shells.filter(({ commands }) => commands.length > 0))("the commands of $path exist", ({ commands }) => {
  expect(commands.filter((command) => !exists(command))).toEqual([]);
});

/** One string per command line, continued lines joined, comments left out. */
function commandsOf(block: string): string[] {
  return block
    .replaceAll(/\\\n\s*/g, " ")
    .split("\n")
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

/** What stands before the program's name: settings for this one command, and the container it runs in. */
const BEFORE = /^(?:[A-Z0-9_]+=\S+ )+|^docker compose (?:exec|run --rm)(?: --\S+ \S+)* dixit /;

function exists(line: string): boolean {
  const [program, ...words] = line.replace(BEFORE, "").split(/\s+/);
  if (program === "npm") return words[0] === "run" ? (words[1] ?? "") in manifest.scripts : isNpmCommand(words[0]);
  if (program === "npx" && words[0] === "dixit") return isOurCommand(words.slice(1));
  if (program === "dixit") return isOurCommand(words);
  return ["npx", "git", "cd", "curl", "export", "docker", "cp"].includes(program ?? "");
}

function isNpmCommand(name = ""): boolean {
  return name === "ci" || name === "install" || (["start", "test"].includes(name) && name in manifest.scripts);
}

/** A command of ours, with no option that it does not have. */
function isOurCommand([name, ...words]: readonly string[]): boolean {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  const options = words.filter((word) => word.startsWith("--")).map((word) => word.slice(2).split("=")[0]);
  return command !== undefined && options.every((option) => command.options.some(({ name }) => name === option));
}
