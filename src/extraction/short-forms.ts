import type { Lexicon } from "./lexicon.js";
import type { Entity } from "./names.js";

/** "V. Brook". */
export const INITIAL = /^\p{L}\.\s*\S/u;

/** Keys of names that were asked for before; emptied when it has grown. */
const keys = new Map<string, string>();
const MOST_KEYS = 20_000;

/** The form in which spellings of one name are the same: lower case, without accents and doubled letters. */
export function keyOf(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size >= MOST_KEYS) keys.clear();
  const key = plain(name.toLowerCase()).replace(/(\p{L})\1+/gu, "$1");
  keys.set(name, key);
  return key;
}

function plain(lower: string): string {
  return /[^\p{ASCII}]/u.test(lower)
    ? lower
        .normalize("NFD")
        .replace(/\p{M}+/gu, "")
        .replaceAll("ı", "i")
    : lower;
}

/** The keys of the shorter forms that a later mention may have: surname, first name, initial and surname, acronym. */
export function shortFormsOf(
  { name, kind, words }: Entity & { words: readonly string[] },
  { firstNames }: Lexicon,
): Set<string> {
  const forms = new Set<string>();
  const initials = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]);
  if (initials.length > 2) forms.add(keyOf(initials.join("")));
  if (kind === "ORGANIZATION" || kind === "MEDIA") return forms;
  for (const form of personalForms(words, firstNames)) if (keyOf(form) !== keyOf(name)) forms.add(keyOf(form));
  return forms;
}

function personalForms(words: readonly string[], firstNames: ReadonlyMap<string, string>): string[] {
  const first = words[0] as string;
  const last = words.at(-1) as string;
  const forms = [last, words.slice(1).join(" "), `${first[0]}. ${last}`];
  const joined = /^\p{Ll}{1,4}[-'’](\p{Lu}.*)$/u.exec(last)?.[1];
  if (joined) forms.push(joined);
  if (words.length > 2) forms.push(`${first} ${last}`, `${first[0]}. ${words.slice(1).join(" ")}`);
  if (firstNames.has(first.toLowerCase())) forms.push(first);
  return forms;
}
