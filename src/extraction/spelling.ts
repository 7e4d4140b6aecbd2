import type { Cue } from "./cue.js";
import type { Lexicon } from "./lexicon.js";

/** What a token is by its letters alone, wherever it stands. */
export interface Spelling {
  /** As written. */
  text: string;
  /** In lower case. */
  form: string;
  kind: "word" | "number" | "punctuation";
  /** Starts with a capital letter. */
  capital: boolean;
  tags: ReadonlySet<string>;
  cue: Cue | null;
  /** The known phrases that start with this word, by their second word, longest first; null where there are none. */
  phrases: ReadonlyMap<string, readonly KnownPhrase[]> | null;
  /** Whether it can open a pattern of reported speech: a verb or noun of saying, or a word for "according to". */
  signals: boolean;
  /** What else was asked of it; undefined until then. */
  nameWord: boolean | undefined;
  finite: boolean | undefined;
  noun: boolean | undefined;
  head: boolean | undefined;
  opens: boolean | undefined;
  /** What it tells of whether its phrase can speak. */
  agency: Agency | undefined;
}

/** Yes, no, by its ending where endings count, or nothing yet. */
export type Agency = "yes" | "no" | "ending" | "open";

/** Several words that are one unit of text. */
export interface KnownPhrase {
  words: readonly string[];
  /** The words as one form. */
  form: string;
  /** What it is where it is written in lower case; undefined until asked. */
  spelling: Spelling | undefined;
}

export const NO_TAGS: ReadonlySet<string> = new Set();

/** Spellings that are remembered for a language: all that its news has often. */
const MOST = 50_000;

/** Longer spellings are not remembered: V8 keeps the whole text alive for a part of it that is longer. */
const LONGEST = 12;

/** The spelling of a token, remembered in the lexicon. */
export function spellingOf(written: string, lexicon: Lexicon): Spelling {
  const known = lexicon.spellings.get(written);
  if (known) return known;
  const spelling = read(written, formOf(written, lexicon), lexicon);
  if (written.length <= LONGEST) {
    if (lexicon.spellings.size >= MOST) lexicon.spellings.clear();
    lexicon.spellings.set(written, spelling);
  }
  return spelling;
}

/** The spelling of the first word of a sentence, which may be another word without its accent: "A" for "À". */
export function openingSpellingOf(written: string, lexicon: Lexicon): Spelling {
  const opener = written.length === 1 ? lexicon.grammar.openers[written] : undefined;
  return opener === undefined ? spellingOf(written, lexicon) : { ...spellingOf(opener, lexicon), text: written };
}

/** In lower case, with the accent that a capital may lack: "Etat" is "état". */
function formOf(written: string, { accented }: Lexicon): string {
  const form = written.toLowerCase();
  return form === written ? form : (accented.get(form) ?? form);
}

/** The known words that begin with an accent, by what they are when their capital has none, where that is no word itself. */
export function accentedBy(words: Iterable<string>): Map<string, string> {
  const known = new Set(words);
  const accented = new Map<string, string>();
  for (const word of known) {
    const bare = withoutAccent(word);
    if (bare.length > 2 && bare !== word && !known.has(bare)) accented.set(bare, word);
  }
  return accented;
}

/** The word without the accent of its first letter. */
export function withoutAccent(word: string): string {
  return word.charAt(0).normalize("NFD").charAt(0) + word.slice(1);
}

/** The spelling of several words under the form of a known phrase, remembered where they are written as the form is. */
export function spellingOfPhrase(written: string, phrase: KnownPhrase, capital: boolean, lexicon: Lexicon): Spelling {
  if (written !== phrase.form) return { ...read(written, phrase.form, lexicon), capital };
  phrase.spelling ??= { ...read(phrase.form, phrase.form, lexicon), capital };
  return phrase.spelling;
}

function read(written: string, form: string, lexicon: Lexicon): Spelling {
  const kind = kindOf(written);
  const acronym = written.length > 1 && /^\p{Lu}+$/u.test(written);
  const tags = lexicon.tags.get(form) ?? NO_TAGS;
  const spelling: Spelling = {
    text: written,
    form,
    kind,
    capital: kind === "word" && isCapital(written),
    tags: acronym ? acronymTags(tags) : tags === NO_TAGS && isAdverb(written, lexicon) ? ADVERB : tags,
    cue: acronym ? null : (lexicon.cues.get(form) ?? null),
    phrases: lexicon.phrases.get(form) ?? null,
    signals: false,
    nameWord: isSmall(written, kind) ? false : undefined,
    finite: undefined,
    noun: undefined,
    head: undefined,
    opens: undefined,
    agency: undefined,
  };
  spelling.signals = spelling.cue !== null || SIGNS.some((tag) => spelling.tags.has(tag));
  return spelling;
}

/** Words other than verbs that reported speech can open with. */
const SIGNS = ["ATTRIB", "ATTRIBAGENT", "CLAIM", "OF"];

/** Nothing that a name has: a word in small letters without a hyphen or apostrophe, a figure, a mark. */
function isSmall(written: string, kind: Spelling["kind"]): boolean {
  return kind !== "word" || (!isCapital(written) && !/[-']/.test(written));
}

function kindOf(written: string): Spelling["kind"] {
  const first = written.charCodeAt(0);
  if (first >= 48 && first <= 57) return "number";
  return /\p{L}/u.test(written) ? "word" : "punctuation";
}

const ADVERB: ReadonlySet<string> = new Set(["ADV"]);

/** "Vigoureusement": by an ending that hardly any noun has. */
function isAdverb(written: string, { grammar, cues }: Lexicon): boolean {
  return grammar.adverbEndings.some((ending) => written.endsWith(ending)) && !isCapital(written) && !cues.has(written);
}

/** "WHO" is no relative pronoun. */
function acronymTags(tags: ReadonlySet<string>): ReadonlySet<string> {
  return tags.has("MEDIA") || tags.has("ORG") || tags.has("ROLE") ? tags : NO_TAGS;
}

function isCapital(written: string): boolean {
  const first = String.fromCodePoint(written.codePointAt(0) ?? 0);
  return first !== first.toLowerCase();
}
