import type { Span } from "../model/span.js";
import { type DeclaredActor, DeclaredActors } from "./declared-actors.js";
import { TermWords, type TextWord, textWords } from "./term-words.js";

/** An event or topic and the words that mean it, or an actor that the user declared and its names. */
export interface CodebookEntry {
  type: "event" | "topic" | "actor";
  key: string;
  /** Each of one language, or of any (`""`). */
  terms: readonly { language: string; term: string }[];
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

/** Finds events and topics in texts, in one pass over the words whatever the number of terms, and knows the user's actors. */
export interface Codebook {
  /** The key of the declared actor that a name means. */
  findActor(name: string): string | undefined;
  /**
   * Each event or topic once, in the order of the text, or of these parts of it. A term is found whatever its case, accents,
   * number and gender, in texts of its language; a longer term hides those within it.
   */
  find(text: string, language: string, parts?: readonly Span[]): CodebookHit[];
}

/** The codebook of entries whose keys are known. */
export function codebookOf(entries: readonly CodebookEntry[]): Codebook {
  const actors = new DeclaredActors(entries.filter(({ type }) => type === "actor").map(actorOf));
  const terms = entries.filter(isTerm);
  const books = new Map<string, LanguageBook>();
  const bookOf = (language: string) => {
    const book = books.get(language) ?? new LanguageBook(language, terms);
    books.set(language, book);
    return book;
  };
  return {
    findActor: (name) => actors.find(name),
    find: (text, language, parts = [{ start: 0, end: text.length }]) =>
      terms.length === 0 ? [] : bookOf(language).find(text, parts),
  };
}

type TermEntry = CodebookEntry & { type: CodebookHit["type"] };

function isTerm(entry: CodebookEntry): entry is TermEntry {
  return entry.type !== "actor";
}

function actorOf({ key, terms }: CodebookEntry): DeclaredActor {
  return { key, names: terms.map(({ term }) => term) };
}

/** A term that ends here; `definite` where it counts only as a known one ("le blocus"). */
interface Ending {
  entry: TermEntry;
  definite: boolean;
}

interface Node {
  /** By the forms of the next word; words that have a form in common lead to several nodes. */
  next?: Map<string, Node[]>;
  /** The same nodes, by all forms of their word. */
  children?: Map<string, Node>;
  endings: Ending[];
}

interface Found {
  endings: readonly Ending[];
  /** The word after it. */
  to: number;
}

/** The terms that are looked for in texts of one language. */
class LanguageBook {
  private readonly words: TermWords;
  private readonly root: Node = { endings: [] };
  private unaccented = { text: "", is: false };

  constructor(language: string, entries: readonly TermEntry[]) {
    this.words = new TermWords(language);
    for (const entry of entries)
      for (const { term, language: of } of entry.terms) if (of === "" || of === language) this.plant(term, entry);
  }

  find(text: string, parts: readonly Span[]): CodebookHit[] {
    if (this.unaccented.text !== text) this.unaccented = { text, is: this.words.isUnaccented(text) };
    const hits = new Map<string, CodebookHit>();
    for (const part of parts)
      for (const hit of this.hitsIn(text, part)) {
        const named = `${hit.type} ${hit.key}`;
        if (!hits.has(named)) hits.set(named, hit);
      }
    return [...hits.values()];
  }

  private plant(term: string, entry: TermEntry): void {
    const words = textWords(term);
    const content = words.filter((word) => !this.words.isArticle(word));
    const definite = content.length > 0 && words[0] !== content[0] && this.words.isDefinite(words[0] as TextWord);
    this.plantFrom(this.root, content.length > 0 ? content : words, 0, { entry, definite });
  }

  private plantFrom(node: Node, words: readonly TextWord[], at: number, ending: Ending): void {
    const word = words[at];
    if (word === undefined) {
      if (node !== this.root) endAt(node, ending);
      return;
    }
    const acronym = words.length === 1 ? this.words.acronymKey(word.raw) : undefined;
    const forms = acronym === undefined ? this.words.formsOf(word.raw) : [acronym];
    this.plantFrom(childOf(node, forms), words, at + 1, ending);
    const second = word.gap === "hyphen" ? words[at + 1] : undefined;
    if (second) this.plantFrom(childOf(node, this.words.formsOf(word.raw + second.raw)), words, at + 2, ending);
  }

  private *hitsIn(text: string, part: Span): Generator<CodebookHit> {
    const words = textWords(text.slice(part.start, part.end));
    let reached = 0;
    for (let at = 0; at < words.length; at++) {
      const found = this.longest(words, at);
      if (!found || found.to <= reached) continue;
      reached = found.to;
      const start = part.start + (words[at] as TextWord).start;
      const end = part.start + (words[found.to - 1] as TextWord).end;
      for (const { entry } of found.endings)
        yield { type: entry.type, key: entry.key, asWritten: text.slice(start, end), span: { start, end } };
    }
  }

  private longest(words: readonly TextWord[], from: number): Found | undefined {
    let best: Found | undefined;
    const arrive = (node: Node, to: number) => {
      const endings = node.endings.filter(({ definite }) => !definite || this.followsDefinite(words, from));
      if (endings.length > 0 && to > (best?.to ?? 0)) best = { endings, to };
      else if (best?.to === to) best = { endings: [...best.endings, ...endings], to };
      if (node.next) for (const next of this.following(words, to)) walk(node, next);
    };
    const walk = (node: Node, at: number) => {
      const [word, second] = [words[at], words[at + 1]];
      if (word === undefined) return;
      this.step(node, word.raw, at + 1, arrive);
      if (word.gap === "hyphen" && second) this.step(node, word.raw + second.raw, at + 2, arrive);
    };
    walk(this.root, from);
    return best;
  }

  private step(node: Node, raw: string, to: number, arrive: (node: Node, to: number) => void): void {
    for (const key of this.words.keysOf(raw, this.unaccented.is))
      for (const next of node.next?.get(key) ?? []) arrive(next, to);
  }

  private followsDefinite(words: readonly TextWord[], at: number): boolean {
    const before = words[at - 1];
    return before !== undefined && before.gap !== "parts" && this.words.isDefinite(before);
  }

  /** Where a term that has come to this word may go on: here, or behind an article. */
  private following(words: readonly TextWord[], to: number): number[] {
    const [last, next] = [words[to - 1] as TextWord, words[to]];
    if (last.gap === "parts" || next === undefined) return [];
    return this.words.isArticle(next) && next.gap !== "parts" ? [to, to + 1] : [to];
  }
}

/** An entry ends at a node once; a term without article asks for less than the same one with it. */
function endAt(node: Node, ending: Ending): void {
  const known = node.endings.find(({ entry }) => entry === ending.entry);
  if (known) known.definite &&= ending.definite;
  else node.endings.push({ ...ending });
}

function childOf(node: Node, forms: readonly string[]): Node {
  node.children ??= new Map();
  node.next ??= new Map();
  const signature = forms.join(" ");
  const known = node.children.get(signature);
  if (known) return known;
  const child: Node = { endings: [] };
  node.children.set(signature, child);
  for (const form of forms) {
    const others = node.next.get(form);
    if (others) others.push(child);
    else node.next.set(form, [child]);
  }
  return child;
}
