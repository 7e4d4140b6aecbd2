import { fold } from "../model/fold.js";
import type { Span } from "../model/span.js";

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
  /** Where they stand in it. */
  span: Span;
}

/** Finds events and topics in texts, in one pass over the words whatever the number of terms. */
export interface Codebook {
  /** Each event or topic once, in the order of the text, or of these parts of it; a longer term hides a shorter one at its place. */
  find(text: string, parts?: readonly Span[]): CodebookHit[];
}

/** The codebook of entries whose keys are known. */
export function codebookOf(entries: readonly CodebookEntry[]): Codebook {
  const root = newNode();
  for (const entry of entries) for (const term of entry.terms) plant(root, term, entry);
  return { find: (text, parts = [{ start: 0, end: text.length }]) => findIn(root, text, parts) };
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

function findIn(root: Node, text: string, parts: readonly Span[]): CodebookHit[] {
  const hits = new Map<string, CodebookHit>();
  for (const part of parts)
    for (const hit of hitsIn(root, text, part)) {
      const named = `${hit.type} ${hit.key}`;
      if (!hits.has(named)) hits.set(named, hit);
    }
  return [...hits.values()];
}

function* hitsIn(root: Node, text: string, part: Span): Generator<CodebookHit> {
  const words = wordsOf(text.slice(part.start, part.end));
  for (let at = 0; at < words.length; ) {
    const found = longest(root, words, at);
    if (found) {
      const start = part.start + (words[at] as Word).start;
      const end = part.start + (words[found.to - 1] as Word).end;
      for (const { type, key } of found.entries)
        yield { type, key, asWritten: text.slice(start, end), span: { start, end } };
    }
    at = found ? found.to : at + 1;
  }
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
