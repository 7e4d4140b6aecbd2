import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A page of documentation; `path` is relative to the project. */
export interface Page {
  path: string;
  text: string;
}

/** Every Markdown file that is the project's own. */
export function pages(): Page[] {
  return ["", "docs", "import"].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => readPage(relative(ROOT, join(ROOT, folder, name)))),
  );
}

export function readPage(path: string): Page {
  return { path, text: readFileSync(join(ROOT, path), "utf8") };
}

/** The contents of the fenced blocks in a language, in order. */
export function fencedBlocks(text: string, language: string): string[] {
  const fences = text.matchAll(/^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm);
  return [...fences].filter((fence) => fence[1] === language).map((fence) => fence[2] ?? "");
}

/** The targets of the links outside fenced blocks, without those on other hosts. */
export function localLinks(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((link) => link[1] ?? "").filter((target) => !/^\w+:/.test(target));
}

/** The anchors that GitHub gives to the headings of a page. */
export function anchorsOf(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, "");
  return [...prose.matchAll(/^#{1,6} (.+)$/gm)].map((heading) => anchorOf(heading[1] ?? ""));
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

/** The rows of the first table under a heading, without its head: the text of each cell, backquotes taken off. */
export function tableUnder(text: string, heading: string): string[][] {
  const section = text.split(`\n${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) => row.split("|").slice(1, -1).map(plain));
}

function plain(cell: string): string {
  return cell.trim().replaceAll("`", "");
}
