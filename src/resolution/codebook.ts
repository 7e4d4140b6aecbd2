import { fold } from "../model/fold.js";

/** An event or topic, and the words that mean it. */
export interface CodebookEntry {
  type: "event" | "topic";
  key: string;
  terms: readonly string[];
}

/** A place where a text means an event or topic. */
export interface CodebookHit {
  type: "event" | "topic";
  key: string;
  /** The words in the text. */
  asWritten: string;
}

/** Finds events and topics in texts, in one pass over the words whatever the number of terms. */
export interface Codebook {
  /** Each event or topic once, in the order of the text; a longer term hides a shorter one at its place. */
  find(text: string): CodebookHit[];
}

/** The codebook of entries whose keys are known. */
export function codebookOf(entries: readonly CodebookEntry[]): Codebook {
  const root = newNode();
  for (const entry of entries) for (const term of entry.terms) plant(root, term, entry);
  return { find: (text) => findIn(root, text) };
}

interface Node {
  next: Map<string, Node>;
  entries: CodebookEntry[];
}

function newNode(): Node {
  return { next: new Map(), entries: [] };
}

function plant(root: Node, term: string, entry: CodebookEntry): void {
  const words = wordsOf(term);
  if (words.length === 0) return;
  let node = root;
  for (const { stem } of words) {
    const next = node.next.get(stem) ?? newNode();
    node.next.set(stem, next);
    node = next;
  }
  if (!node.entries.includes(entry)) node.entries.push(entry);
}

interface Word {
  stem: string;
  start: number;
  end: number;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const found of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu))
    for (const part of fold(found[0]).split(" "))
      if (part) words.push({ stem: stemOf(part), start: found.index, end: found.index + found[0].length });
  return words;
}

/** Without the endings that gender and number add: "armées" and "armée" are one. */
function stemOf(word: string): string {
  return word.length < 4 ? word : word.replace(/(?:es|s|e)$/, "");
}

function findIn(root: Node, text: string): CodebookHit[] {
  const words = wordsOf(text);
  const hits = new Map<string, CodebookHit>();
  for (let at = 0; at < words.length; ) {
    const found = longest(root, words, at);
    if (found === null) at++;
    else {
      const asWritten = text.slice(words[at]?.start, words[found.to - 1]?.end);
      for (const { type, key } of found.entries)
        if (!hits.has(`${type} ${key}`)) hits.set(`${type} ${key}`, { type, key, asWritten });
      at = found.to;
    }
  }
  return [...hits.values()];
}

function longest(
  root: Node,
  words: readonly Word[],
  from: number,
): { entries: readonly CodebookEntry[]; to: number } | null {
  let node: Node | undefined = root;
  let best: { entries: readonly CodebookEntry[]; to: number } | null = null;
  for (let at = from; at < words.length; at++) {
    node = node.next.get((words[at] as Word).stem);
    if (node === undefined) break;
    if (node.entries.length) best = { entries: node.entries, to: at + 1 };
  }
  return best;
}
