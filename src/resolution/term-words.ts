import { readFileSync } from "node:fs";
import { fold } from "../model/fold.js";
import { formsOf } from "./endings.js";

/** What the small words of a language do inside terms; see `term-grammar.json`. */
interface TermGrammar {
  /** Words that may stand between the words of a term, or be left out. */
  articles: ReadonlySet<string>;
  /** Words that make the noun after them a known one. */
  definite: ReadonlySet<string>;
  /** Words that count as another: "du" as "de". */
  joints: ReadonlyMap<string, string>;
  /** Whether "marché" and "marche" are two words. */
  accentsMatter: boolean;
}

/** A word of a text, and what a term may call it. */
export interface TextWord {
  raw: string;
  start: number;
  end: number;
  /** What stands between it and the next word. */
  gap: "joins" | "hyphen" | "parts";
}

/** Dotted initials, else letters and digits with what is invisible among them. */
const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060]+/gu;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060.]/g;
const HYPHEN = /^[-\u2010\u2011]$/;
const JOIN = /^[\s'’ʼ\-\u2010-\u2013«»"“”„]{1,6}$/;
const ACUTE_ENDING = /é(e?s?)$/;
const CAPITALS = /^\p{Lu}[\p{Lu}\p{N}]+$/u;
const MOST_KEPT = 50_000;

/** The words of a text, with their offsets. */
export function textWords(text: string): TextWord[] {
  const words: TextWord[] = [];
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    const last = words.at(-1);
    if (last) last.gap = gapOf(text.slice(last.end, index), last.raw);
    words.push({ raw, start: index, end: index + raw.length, gap: "parts" });
  }
  return words;
}

/** A full stop parts words, but not after a short one ("St. Petersburg"); so does a blank line. */
function gapOf(between: string, before: string): TextWord["gap"] {
  if (HYPHEN.test(between)) return "hyphen";
  if (/^\.\s$/.test(between) && before.length <= 3) return "joins";
  return JOIN.test(between) && !/\n\s*\n/.test(between) ? "joins" : "parts";
}

/** The words of one language, as terms and texts have them in common. */
export class TermWords {
  private readonly grammar: TermGrammar;
  private readonly formsKept = new Map<string, readonly string[]>();
  private readonly kept = new Map<string, readonly string[]>();
  private readonly keptUnaccented = new Map<string, readonly string[]>();

  constructor(readonly language: string) {
    this.grammar = grammarOf(language);
  }

  /** Whether this text is written without any accents, so that "refugie" may be "réfugié". */
  isUnaccented(text: string): boolean {
    return this.grammar.accentsMatter && !/[\u00C0-\u024F]/.test(text);
  }

  isArticle({ raw }: TextWord): boolean {
    return this.grammar.articles.has(raw.toLowerCase());
  }

  isDefinite({ raw }: TextWord): boolean {
    return this.grammar.definite.has(raw.toLowerCase());
  }

  /** Under which a word of a text is found in the codebook; more than one where its spelling leaves it open. */
  keysOf(raw: string, unaccented: boolean): readonly string[] {
    const kept = unaccented ? this.keptUnaccented : this.kept;
    const known = kept.get(raw);
    if (known) return known;
    const keys = this.computeKeys(raw.replace(INVISIBLE, ""), unaccented);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(raw, keys);
    return keys;
  }

  /** Under which a word of a term is planted: itself and its other forms. */
  formsOf(raw: string): readonly string[] {
    const known = this.formsKept.get(raw);
    if (known) return known;
    const forms = this.computeForms(raw.replace(INVISIBLE, ""));
    if (this.formsKept.size >= MOST_KEPT) this.formsKept.clear();
    this.formsKept.set(raw, forms);
    return forms;
  }

  private computeForms(word: string): string[] {
    const joint = this.grammar.joints.get(word.toLowerCase());
    if (joint !== undefined) return [joint];
    const forms = formsOf(word.normalize("NFC").toLowerCase(), this.language);
    return [...new Set(forms.flatMap((form) => this.variants(this.keyOf(form), CAPITALS.test(word))))];
  }

  /** A term of two or three capitals means just these: "UN" is no "un". */
  acronymKey(raw: string): string | undefined {
    const word = raw.replace(INVISIBLE, "");
    return word.length <= 3 && CAPITALS.test(word) ? `=${fold(word)}` : undefined;
  }

  private computeKeys(word: string, unaccented: boolean): string[] {
    const joint = this.grammar.joints.get(word.toLowerCase());
    if (joint !== undefined) return [joint];
    const acronym = this.acronymKey(word);
    const keys = this.variants(this.keyOf(word), unaccented || CAPITALS.test(word));
    return acronym === undefined ? keys : [...keys, acronym];
  }

  /** The word without case and accents, but for an é at its end where that makes another word. */
  private keyOf(word: string): string {
    const folded = fold(word).replaceAll(" ", "");
    if (!this.grammar.accentsMatter) return folded;
    const ending = ACUTE_ENDING.exec(word.normalize("NFC").toLowerCase())?.[1];
    return ending === undefined ? folded : `${folded.slice(0, folded.length - ending.length - 1)}é${ending}`;
  }

  /** Where accents are left out, an e at the end may be an é. */
  private variants(key: string, unaccented: boolean): string[] {
    if (!unaccented || !this.grammar.accentsMatter || key.includes("é")) return [key];
    const others = ["e", "es", "ee", "ees"].filter((ending) => key.endsWith(ending));
    return [key, ...others.map((ending) => `${key.slice(0, key.length - ending.length)}é${ending.slice(1)}`)];
  }
}

const NO_GRAMMAR: TermGrammar = {
  articles: new Set(),
  definite: new Set(),
  joints: new Map(),
  accentsMatter: false,
};

const grammars = new Map<string, TermGrammar>();

function grammarOf(language: string): TermGrammar {
  if (grammars.size === 0) readGrammars();
  return grammars.get(language) ?? NO_GRAMMAR;
}

function readGrammars(): void {
  const text = readFileSync(new URL("./term-grammar.json", import.meta.url), "utf8");
  const read = JSON.parse(text) as Record<
    string,
    { articles: string[]; definite: string[]; joints: Record<string, string>; accentsMatter: boolean }
  >;
  for (const [language, { articles, definite, joints, accentsMatter }] of Object.entries(read))
    grammars.set(language, {
      articles: new Set(articles),
      definite: new Set(definite),
      joints: new Map(Object.entries(joints)),
      accentsMatter,
    });
}
