import { listed, readRows } from "./table.js";

/** A rule that makes one form of a word out of another. */
interface Rule {
  from: string;
  to: string;
  /** Letters that the word has at least. */
  least: number;
  words: ReadonlySet<string>;
  endings: readonly string[];
}

/** The rules of a language, by what they make. */
interface Endings {
  plural: readonly Rule[];
  /** Those of the plural, the other way round. */
  singulars: readonly Rule[];
  feminine: readonly Rule[];
  masculine: readonly Rule[];
  spelling: readonly Rule[];
}

/** The languages whose words are inflected; words of others are taken as they are. */
const INFLECTED: readonly string[] = ["fr", "en"];

const loaded = new Map<string, Endings>();

/**
 * A noun or adjective in its other numbers and genders, itself first: `général`, `générale`, `généraux`, `générales`.
 * Forms are made out of the term instead of cutting endings off the text, so that no two words meet in a common stem.
 */
export function formsOf(word: string, language: string): string[] {
  if (!INFLECTED.includes(language) || /\p{N}/u.test(word)) return [word];
  const { plural, singulars, feminine, masculine, spelling } = endingsOf(language);
  const singular = [word, ...singulars.flatMap((rule) => applied(rule, word))];
  const spelled = [...singular, ...singular.flatMap((form) => spelling.flatMap((rule) => applied(rule, form)))];
  const others = spelled.flatMap((form) => [...feminine, ...masculine].flatMap((rule) => applied(rule, form)));
  const gendered = [...spelled, ...others];
  return [...new Set([...gendered, ...gendered.flatMap((form) => plural.flatMap((rule) => applied(rule, form)))])];
}

function applied({ from, to, least, words, endings }: Rule, word: string): string[] {
  if (word.length < least || !word.endsWith(from) || words.has(word)) return [];
  if (endings.some((ending) => word.endsWith(ending)) || (from === "" && /[sxz]$/.test(word))) return [];
  return [word.slice(0, word.length - from.length) + to];
}

function inverse({ from, to, ...rule }: Rule): Rule {
  return { ...rule, from: to, to: from, least: rule.least + Math.max(0, to.length - from.length) };
}

function endingsOf(language: string): Endings {
  const known = loaded.get(language);
  if (known) return known;
  const rows = readRows(`${language}/endings.tsv`);
  const rulesOf = (kind: string) => rows.filter((row) => row.kind === kind).map(ruleOf);
  const plural = rulesOf("plural");
  const endings = {
    plural,
    singulars: plural.map(inverse),
    feminine: rulesOf("feminine"),
    masculine: rulesOf("masculine"),
    spelling: rulesOf("spelling"),
  };
  loaded.set(language, endings);
  return endings;
}

function ruleOf({ from = "", to = "", least, except }: Record<string, string>): Rule {
  const exceptions = listed(except);
  const words = new Set(exceptions.filter((exception) => !exception.startsWith("-")));
  const endings = exceptions.filter((exception) => exception.startsWith("-")).map((exception) => exception.slice(1));
  return { from, to, least: Number(least), words, endings };
}
