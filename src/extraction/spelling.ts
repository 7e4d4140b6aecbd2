import type { Cue } from "./cue.js";
import type { Lexicon } from "./lexicon.js";

/** What a token is by its letters alone, wherever it stands. */
export interface Spelling {
  /** In lower case. */
  form: string;
  kind: "word" | "number" | "punctuation";
  /** Starts with a capital letter. */
  capital: boolean;
  tags: ReadonlySet<string>;
  cue: Cue | null;
  /** The known phrases that start with this word, longest first. */
  phrases: readonly (readonly string[])[];
  /** Whether it can be part of a name, once that was asked. */
  nameWord?: boolean;
  /** Whether it is a finite verb, once that was asked. */
  finite?: boolean;
}

export const NO_TAGS: ReadonlySet<string> = new Set();
const NO_PHRASES: Spelling["phrases"] = [];

/** Spellings that are remembered for a language: all that its news has often. */
const MOST = 50_000;

/** Longer spellings are not remembered: V8 keeps the whole text alive for a part of it that is longer. */
const LONGEST = 12;

/** The spelling of a token, remembered in the lexicon. */
export function spellingOf(written: string, lexicon: Lexicon): Spelling {
  const known = lexicon.spellings.get(written);
  if (known) return known;
  const spelling = read(written, written.toLowerCase(), lexicon);
  if (written.length <= LONGEST) {
    if (lexicon.spellings.size >= MOST) lexicon.spellings.clear();
    lexicon.spellings.set(written, spelling);
  }
  return spelling;
}

/** The spelling of several words under the form of a known phrase. */
export function spellingOfPhrase(written: string, words: readonly string[], lexicon: Lexicon): Spelling {
  return read(written, words.join(" ").replaceAll("' ", "'"), lexicon);
}

function read(written: string, form: string, lexicon: Lexicon): Spelling {
  const kind = kindOf(written);
  const acronym = written.length > 1 && /^\p{Lu}+$/u.test(written);
  const tags = lexicon.tags.get(form) ?? NO_TAGS;
  return {
    form,
    kind,
    capital: kind === "word" && isCapital(written),
    tags: acronym ? acronymTags(tags) : tags,
    cue: acronym ? null : (lexicon.cues.get(form) ?? null),
    phrases: lexicon.phrases.get(form) ?? NO_PHRASES,
  };
}

function kindOf(written: string): Spelling["kind"] {
  const first = written.charCodeAt(0);
  if (first >= 48 && first <= 57) return "number";
  return /\p{L}/u.test(written) ? "word" : "punctuation";
}

/** "WHO" is no relative pronoun. */
function acronymTags(tags: ReadonlySet<string>): ReadonlySet<string> {
  return tags.has("MEDIA") || tags.has("ORG") || tags.has("ROLE") ? tags : NO_TAGS;
}

function isCapital(written: string): boolean {
  const first = String.fromCodePoint(written.codePointAt(0) ?? 0);
  return first !== first.toLowerCase();
}
