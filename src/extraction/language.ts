import { readFileSync } from "node:fs";
import { READ_LANGUAGES, UNDETERMINED } from "../model/vocabulary.js";
import { type Lexicon, lexiconOf } from "./lexicon.js";
import { readTable } from "./table.js";

const SAMPLE = 20_000;

/** Words of grammar that another language must show before a text counts as written in it, and how many times those of French or English. */
const LEAST = 4;
const RATIO = 1.5;

/**
 * The language of a text, as an ISO 639-1 code: the one whose words of grammar are the most frequent at its start.
 * French or English unless another one stands out; `und` for text in another script.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  if (isOfAnotherScript(sample)) return UNDETERMINED;
  const words = wordsIn(sample.toLowerCase());
  const read = best(READ_LANGUAGES.map((language) => [language, shown(words, language)]));
  const other = best([...otherLanguages()].map(([language, known]) => [language, countIn(words, known)]));
  const [strong = 0] = read.score;
  const [count = 0] = other.score;
  return count >= LEAST && count > RATIO * strong ? other.language : read.language;
}

/** The words of a text, elided ones ("d'") once more with their apostrophe. */
function wordsIn(text: string): string[] {
  const elided = text.match(/(?<![\p{L}'’])\p{L}{1,2}['’](?=\p{L})/gu) ?? [];
  return [...(text.match(/\p{L}+/gu) ?? []), ...elided.map((word) => word.replace("’", "'"))];
}

interface Scored {
  language: string;
  score: readonly number[];
}

/** The language with the highest score, compared number by number; the last of equals. */
function best(scores: readonly (readonly [language: string, score: readonly number[]])[]): Scored {
  const ranked = scores.map(([language, score]) => ({ language, score }));
  return ranked.reduce((first, next) => (isLess(next.score, first.score) ? first : next));
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}

/** What speaks for a language: its words of grammar; where they do not tell, as in a headline, any word of its lexicon. */
function shown(words: readonly string[], language: string): number[] {
  const lexicon = lexiconOf(language) as Lexicon;
  const known = words.filter((word) => lexicon.tags.has(word) || lexicon.cues.has(word)).length;
  return [...countIn(words, new Set(lexicon.grammar.functionWords)), known];
}

function countIn(words: readonly string[], known: ReadonlySet<string>): number[] {
  return [words.filter((word) => known.has(word)).length];
}

/** Most letters are of no Latin script. */
function isOfAnotherScript(sample: string): boolean {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 < letters;
}

let others: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function otherLanguages(): ReadonlyMap<string, ReadonlySet<string>> {
  others ??= new Map(
    readTable(readFileSync(new URL("./languages.tsv", import.meta.url), "utf8")).map(
      ({ language = "", words = "" }) => [language, new Set(words.split(" "))],
    ),
  );
  return others;
}
