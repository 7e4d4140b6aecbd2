import type { Grammar } from "./lexicon.js";
import type { Described } from "./mentions.js";
import type { Phrase } from "./noun-phrase.js";
import { is, isComma } from "./units.js";

/** How far before its verb a quotation may end. */
const REACH = 12;

/** "Son porte-parole", "their staff": whoever is told by an owner alone, in full. */
export function ownedBy(owned: Described, noun: string, owner: Described, grammar: Grammar): Described {
  const { mention, gender } = owner;
  const whose = genitive(mention.name, gender, grammar.genitives);
  const name = grammar.headLast ? `${whose} ${noun}` : `${noun} ${whose}`;
  const resolved = owned.mention.kind === "ORGANIZATION" && mention.resolved;
  return { ...owned, mention: { ...owned.mention, name, resolved } };
}

/** By the first rule that fits the gender (`m`, `f` or `-`), a bar, and the name: "m|ministère" is "du ministère". */
function genitive(name: string, gender: string, rules: Grammar["genitives"]): string {
  const marked = `${gender || "-"}|${name}`;
  const rule = rules.find(([pattern]) => new RegExp(pattern, "u").test(marked));
  return rule ? marked.replace(new RegExp(rule[0], "u"), rule[1]) : name;
}

/** What is owned: "voisin" of "son voisin d'en face, un retraité". */
export function ownedNoun({ units, from, to }: Phrase): Phrase {
  let end = from + 2;
  while (end < to && !isComma(units[end]) && !(is(units[end], "OF") && is(units[end + 1], "PREP"))) end++;
  return { units, from: from + 1, to: end };
}

/** "« Nos soldats tiennent », a dit leur chef": whom the words in marks name may be the owners as well. */
export function isAfterOthers({ units, from }: Phrase): boolean {
  const before = units.slice(Math.max(0, from - REACH), from);
  return before.some(({ quotation }) => quotation?.units.some((unit) => is(unit, "HUMANS")));
}
