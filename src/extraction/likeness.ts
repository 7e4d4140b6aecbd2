import { type Description, THE_STATE } from "./description.js";

/** How well a later description fits an earlier one of somebody, from 0 (not at all) to 1; `head` is how well the nouns do. */
export function likeness(wanted: Description, known: Description, head: number, home: string): number {
  if (conflict(wanted.gender, known.gender) || conflict(wanted.number, known.number)) return 0;
  const former = wanted.former === known.former ? 1 : wanted.former ? 0.5 : 0.75;
  return (
    head *
    former *
    countryFit(wanted, known, home) *
    wordsFit(wanted, known) *
    qualitiesFit(wanted, known, wanted.lemma === known.lemma)
  );
}

function conflict(a: string, b: string): boolean {
  return a !== "" && b !== "" && a !== b;
}

function countryFit({ country: wanted }: Description, { country: known, words }: Description, home: string): number {
  if (wanted === known || (wanted === THE_STATE && known === home)) return 1;
  if (wanted === "") return 0.95;
  if (known === "") return words.size === 0 ? 0.85 : 0.6;
  return wanted === THE_STATE || known === THE_STATE ? 0.9 : 0;
}

function wordsFit(wanted: Description, known: Description): number {
  if (wanted.words.size === 0) return known.words.size === 0 ? 1 : wanted.country === THE_STATE ? 0.4 : 0.92;
  if (known.words.size === 0)
    return known.owned ? 0.85 : wanted.country !== "" && wanted.country === known.country ? 0.65 : 0.4;
  const shared = sharedIn(wanted.words, known.words);
  if (shared === 0) return 0;
  return shared / Math.min(wanted.words.size, known.words.size) >= 0.5 ? 1 : 0.75;
}

/** "L'élue socialiste" may be a mayor of whom no party was told, but "le directeur sportif" is no "directeur général". */
function qualitiesFit(
  { qualities: wanted }: Description,
  { qualities: known }: Description,
  sameNoun: boolean,
): number {
  if (wanted.size === 0) return known.size === 0 ? 1 : 0.95;
  if (known.size === 0) return 0.78;
  return sharedIn(wanted, known) > 0 ? 1 : sameNoun ? 0.5 : 0.75;
}

function sharedIn(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared;
}
