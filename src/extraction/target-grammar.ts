import type { TimeWords } from "./times.js";

/** What a language tells of whom a statement is about, to whom, when and with what aim it is said; see `fr/targets.json`. */
export interface TargetGrammar {
  times: TimeWords;
  /** Object pronouns before the verb that mean whom one speaks to. */
  addresseeClitics: readonly string[];
  /** Words that open a reported question. */
  askingWords: readonly string[];
  /** Verbs after which "must" and "should" make a demand, and those words. */
  urgingVerbs: readonly string[];
  obligations: readonly string[];
  /** Imperatives, and the ending of the others where the language has one. */
  imperatives: readonly string[];
  imperativeEnding: string;
  /** Verbs in the first person that do what they say, with the pronouns of those that only have one ("m' engage"). */
  performatives: { COMMITMENT: readonly string[]; DEMAND: readonly string[]; reflexives: readonly string[] };
  /** How the future of somebody else is told: words, and an ending or none. */
  told: { words: readonly string[]; ending: string };
  /** Words and endings of the future in the first person. */
  futures: readonly string[];
  futureEnding: string;
  /** Words besides the negations that deny the next ones. */
  denials: readonly string[];
  /** Verbs that go on with what was said just before, and so where and when. */
  continuing: readonly string[];
  /** Prepositions before a medium on which somebody is heard. */
  airPrepositions: readonly string[];
  /** Prepositions and particles that show what a phrase is in its clause; `town` those of places that only towns have. */
  parts: Readonly<Record<"agent" | "place" | "town" | "likeness", readonly string[]>>;
  firstPerson: Readonly<Record<"singular" | "plural", readonly string[]>>;
  firstPersonObjects: Readonly<Record<"singular" | "plural", readonly string[]>>;
  /** Pronouns that mean persons, with their gender, and the words before a noun that point at one known already. */
  personPronouns: Readonly<Record<string, string>>;
  pointing: readonly string[];
  /** Words before a noun that make it the speaker's. */
  owning: readonly string[];
  /** Prepositions between a person and the body that person belongs to. */
  belonging: readonly string[];
  /** What agreements are about that news calls by it: "peace". */
  pactKinds: readonly string[];
  /** How adverbs end. */
  adverbEnding: string;
  /** Prepositions before the country where somebody is sent: "ambassadeur en France". */
  hosting: readonly string[];
  /** Words in the names of bodies whose members say "we" of everybody. */
  academies: readonly string[];
  /** Prepositions of place after which a country or body is mostly meant. */
  inside: readonly string[];
  /** First halves of adjectives of two nationalities, with the country: "franco" in "franco-arménien". */
  nationPrefixes: Readonly<Record<string, string>>;
  /** The article of several who are known. */
  severalOf: string;
  /** Those who govern a town or region. */
  governors: readonly string[];
  /** Endings of the participles that tell a deed after "to be". */
  deedEndings: readonly string[];
  /** Words for what a country does or what happens in it: with them a nationality or place is no mere label. */
  deeds: readonly string[];
  /** Nouns for what a country has or says: with them a nationality means the country. */
  holdings: readonly string[];
}
