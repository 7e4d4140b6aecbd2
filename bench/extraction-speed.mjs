import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DEFAULT_FOLDER } from "./gold-corpora.mjs";
import { runMeasure } from "./measure.mjs";
import { pick, randomFrom } from "./random.mjs";

/** Sizes of documents, in characters. */
export const SIZES = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/** Characters that are read at least, in as many documents as that takes: less would measure how a process starts. */
const LEAST = 1_000_000;

/** Characters a second, at each size. */
const AIM = 500_000;

/** Characters a second for documents of every size, each in a process of its own: its first pass, and the later ones. */
export async function measureSpeed(folder = DEFAULT_FOLDER) {
  const rows = [];
  for (const size of SIZES)
    rows.push({ size, ...(await runMeasure("./measure-extraction.mjs", String(size), folder)) });
  const rates = rows.flatMap(({ first, warm }) => [Math.max(first.clock, first.busy), Math.max(warm.clock, warm.busy)]);
  return { rows, lowest: Math.min(...rates), aim: AIM };
}

/** Documents of a size in each language in turn, as much as is measured. Names differ from copy to copy, so that nothing is gained by reading the same again. */
export function documentsOf(size, folder) {
  const paragraphs = { fr: paragraphsIn(folder, "fr"), en: paragraphsIn(folder, "en") };
  const random = randomFrom(size);
  const documents = [];
  for (let length = 0; length < Math.max(size, LEAST); ) {
    const language = documents.length % 2 ? "en" : "fr";
    const text = textOf(paragraphs[language], size, random);
    documents.push({ language, text });
    length += text.length;
  }
  return documents;
}

function textOf(paragraphs, size, random) {
  const text = [];
  for (let length = 0; length < size; ) {
    const paragraph = renamed(paragraphs[pick(random, paragraphs.length)], pick(random, 1_000));
    text.push(paragraph);
    length += paragraph.length + 2;
  }
  return text.join("\n\n").slice(0, size);
}

const VOWELS = "aeiou";
const CONSONANTS = "bdfglmnprstv";

/** The text with other surnames: the letters of a capitalised word after another are moved on. */
export function renamed(text, by) {
  return text.replace(/(?<=\p{Lu}\p{Ll}+ \p{Lu})\p{Ll}+/gu, (rest) =>
    rest.replace(/./gu, (letter) => moved(VOWELS, letter, by) ?? moved(CONSONANTS, letter, by) ?? letter),
  );
}

function moved(letters, letter, by) {
  const at = letters.indexOf(letter);
  return at < 0 ? undefined : letters[(at + by) % letters.length];
}

/** Paragraphs of the development corpora, or of the sample news where those are not there. */
function paragraphsIn(folder, language) {
  const gold = join(folder, `wikinews-${language}-dev.jsonl`);
  const texts = existsSync(gold)
    ? readFileSync(gold, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line).text)
    : sampleTexts(language);
  return texts.flatMap((text) => text.split(/\n\s*\n/)).filter((paragraph) => paragraph.trim() !== "");
}

function sampleTexts(language) {
  const news = fileURLToPath(new URL("../import/news", import.meta.url));
  const files = readdirSync(news).filter((file) => file.endsWith("-en.txt") === (language === "en"));
  return files.sort().map((file) => readFileSync(join(news, file), "utf8"));
}
