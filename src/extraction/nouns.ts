import type { RoleSynonym } from "./lexicon.js";
import { readTable } from "./table.js";

/** Nouns whose lemma is kept. */
const MOST_LEMMAS = 5000;

/** The function that takes gender and number off a noun, by rewriting rules in their order. */
export function lemmatizer(rules: readonly (readonly [string, string])[]): (noun: string) => string {
  const compiled = rules.map(([ending, replacement]) => [new RegExp(ending, "u"), replacement] as const);
  const lemmas = new Map<string, string>();
  return (noun) => {
    const known = lemmas.get(noun);
    if (known !== undefined) return known;
    const lemma = compiled.reduce((form, [ending, replacement]) => form.replace(ending, replacement), noun);
    if (lemmas.size < MOST_LEMMAS) lemmas.set(noun, lemma);
    return lemma;
  };
}

/** A word without the endings of gender and number: "armées" and "armée" are one. */
export function stemOf(word: string): string {
  if (word.length < 4) return word;
  const endings = word.endsWith("es") ? 2 : word.endsWith("s") || word.endsWith("e") ? 1 : 0;
  return endings > 0 ? word.slice(0, -endings) : word;
}

/** Of each general noun, the nouns that it can stand for, all as lemmas. */
export function hypernymsOf(table: string, lemmaOf: (noun: string) => string): Map<string, Set<string>> {
  const hypernyms = new Map<string, Set<string>>();
  for (const { general = "", specific = "" } of readTable(table)) {
    const lemma = lemmaOf(spaced(general));
    const known = hypernyms.get(lemma) ?? new Set();
    for (const noun of specific.split(" ")) known.add(lemmaOf(spaced(noun)));
    hypernyms.set(lemma, known);
  }
  return hypernyms;
}

/** What each other name of a role means, by the name as one unit of text. */
export function roleSynonymsOf(table: string, lemmaOf: (noun: string) => string): Map<string, RoleSynonym> {
  return new Map(
    readTable(table).flatMap(({ names = "", role = "", words = "", country = "" }) => {
      const synonym = { lemma: lemmaOf(spaced(role)), words: words.split(" ").filter(Boolean).map(stemOf), country };
      return names.split(" ").map((name) => [spaced(name).replaceAll("' ", "'"), synonym] as const);
    }),
  );
}

function spaced(word: string): string {
  return word.replaceAll("_", " ");
}
