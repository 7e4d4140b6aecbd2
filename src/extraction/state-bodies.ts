import { headAt } from "./head-noun.js";
import type { Lexicon } from "./lexicon.js";
import type { Described, MentionReader } from "./mentions.js";
import type { Phrase } from "./noun-phrase.js";

/** Whether a phrase names a body that every state has, and nothing that tells whose: "les autorités", "the foreign ministry". */
export function isBareStateBody(
  { units, from, to }: Phrase,
  { description, way }: Described,
  { grammar }: Lexicon,
): boolean {
  if (way !== "unnamed" || !description?.definite || description.owned || description.country !== "") return false;
  const head = headAt(units, from, to, grammar.headLast);
  return grammar.stateBodies.includes(units[head]?.form ?? "") && head === to - 1 && head <= from + 1;
}

/** The state that somebody is, belongs to, or holds an office of, by its name; undefined where the text tells of none or of several. */
export function stateOf(
  { mention, description }: Described,
  reader: MentionReader,
  lexicon: Lexicon,
): string | undefined {
  if (mention.kind === "COUNTRY") return mention.name;
  const told = reader.countriesOf(mention.name) ?? new Set<string>();
  const [only] = told;
  return lexicon.stateNames.get((told.size === 1 ? only : description?.country) ?? "");
}

/** A body by its noun and the state it belongs to. */
export function ofState(state: string, described: Described, noun: string): Described {
  const mention = { ...described.mention, name: `${noun} (${state})`, kind: "ORGANIZATION", resolved: true } as const;
  return { ...described, way: "kind", mention };
}
