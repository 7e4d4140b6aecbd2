import { fold, slugOf } from "../model/fold.js";
import { listed, readRows } from "./table.js";

/** Surnames from other alphabets, Slavic, Armenian, Georgian and Turkic, that French and English each write in their way; folded. */
const SURNAME =
  /..(?:[eoi]va?|[eo]ff|enko|[sc]k(?:i|y|yi|iy|ii|ij|yy)|skai?a|skaya|..[iy]an|[iy]ants|(?:ch|sh)vili|dze|zadeh?|oglu|chuk|tchouk|vit?ch|vych)$/;

/** What only an Arabic name holds, folded. */
const ARABIC = / (?:al|el|ben|bin)(?: |$)|(?:^| )(?:abou|abu|abd[eou]l|abdoul|mohammed|ahmed|youssef|mahmoud)(?: |$)/;

/** How another spelling becomes that of the key, in this order; on a folded word. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/([a-z])\1+/g, "$1"],
  [/^(?:ye|ie)/, "e"],
  [/shch|chtch|tsch|tch|sch|sh/g, "ch"],
  [/dzh|dj|zh/g, "j"],
  [/ou/g, "u"],
  [/gu(?=[ei])|gh/g, "g"],
  [/x/g, "ks"],
  [/w/g, "v"],
  [/(?<=[eo])f$/, "v"],
  [/y|ij$/g, "i"],
  [/(?<=[aeou])i?ev(a?)$/, "ev$1"],
];

/** Before these, for Arabic names. */
const ARABIC_RULES: readonly (readonly [RegExp, string])[] = [
  [/^el$/, "al"],
  [/^bin$/, "ben"],
  [/^abou$/, "abu"],
  [/^abd(?:[ou]|ou)l$/, "abdel"],
  [/w/g, "u"],
  [/(?<=[aeiu][nrl])e$/, ""],
];

/** "Poutine", "Sobianine", beside a first name that tells. */
const SLAVIC_RULES: readonly (readonly [RegExp, string])[] = [[/(?<=[^aeiou][iy]n)e$/, ""]];

interface FirstName {
  name: string;
  isTelling: boolean;
}

let firstNames: ReadonlyMap<string, FirstName> | undefined;

/** First names by every spelling. */
function theFirstNames(): ReadonlyMap<string, FirstName> {
  firstNames ??= new Map(
    readRows("first-names.tsv").flatMap(({ name = "", telling, spellings }) =>
      [name, ...listed(spellings)].map((one) => [one, { name, isTelling: telling === "yes" }] as const),
    ),
  );
  return firstNames;
}

/**
 * The key of a name. A full name from another alphabet has one key in all its French and English spellings, made of one of
 * them; every other name has the slug of its own spelling, since near names are mostly those of different people.
 */
export function keyOfName(name: string): string {
  const form = fold(name);
  return slugOf(transliterated(form) ?? form);
}

/** The spelling that stands for all of a transliterated full name, given folded; undefined of any other name. */
export function transliterated(form: string): string | undefined {
  const words = form.split(" ");
  if (words.length < 2) return undefined;
  const first = theFirstNames().get(words[0] as string);
  const isArabic = ARABIC.test([first?.name ?? words[0], ...words.slice(1)].join(" "));
  if (!isArabic && !first?.isTelling && !SURNAME.test(words.at(-1) as string)) return undefined;
  const rules = isArabic ? ARABIC_RULES : first?.isTelling ? SLAVIC_RULES : [];
  return words.map((word, at) => knownSpelling(word, at === 0 || isArabic) ?? spelled(word, rules)).join(" ");
}

function knownSpelling(word: string, mayBeFirst: boolean): string | undefined {
  return mayBeFirst ? theFirstNames().get(word)?.name : undefined;
}

/** Applied until nothing changes, so that a key is the key of itself. */
function spelled(word: string, first: typeof RULES): string {
  let form = word;
  for (let last = ""; last !== form; ) {
    last = form;
    for (const [pattern, by] of [...first, ...RULES]) form = form.replace(pattern, by);
  }
  return form;
}
