import { LANGUAGES, lexiconOf } from "./lexicon.js";

const SAMPLE = 20_000;

/** The language whose function words are the most frequent at the start of a text; English when there are none. */
export function languageOf(text: string): string {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const counts = LANGUAGES.map((language) => {
    const known = new Set(lexiconOf(language).grammar.functionWords);
    return { language, count: words.filter((word) => known.has(word)).length };
  });
  return counts.reduce((best, next) => (next.count > best.count ? next : best), { language: "en", count: 0 }).language;
}
