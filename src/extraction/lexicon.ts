import { readFileSync } from "node:fs";
import { READ_LANGUAGES } from "../model/vocabulary.js";
import { type Channels, channelsOf } from "./channels.js";
import { type Cue, cuesOf } from "./cue.js";
import { type Judgements, judgementsOf } from "./judgements.js";
import { nationsOf } from "./nations.js";
import { hypernymsOf, lemmatizer, roleSynonymsOf, stemOf } from "./nouns.js";
import { accentedBy, type KnownPhrase, type Spelling, withoutAccent } from "./spelling.js";
import { readTable } from "./table.js";
import type { TargetGrammar } from "./target-grammar.js";

/** What a pronoun agrees with; `near` for those that mean the last one named rather than the subject ("ce dernier"). */
export interface PronounAgreement {
  gender: string;
  number: string;
  near?: boolean;
}

/** Another name of a role: "chef de la diplomatie" is a minister of foreign affairs. */
export interface RoleSynonym {
  lemma: string;
  words: readonly string[];
  country: string;
}

/** The part of a language's grammar that is not word lists; see `fr/grammar.json`. */
export interface Grammar extends TargetGrammar {
  language: string;
  /** The state, in lower case, that "the head of state" mostly means when several are named; empty where none. */
  homeState: string;
  complementizers: readonly string[];
  /** Whether "he said they left" needs no word for "that". */
  bareComplement: boolean;
  pronouns: Readonly<Record<string, PronounAgreement>>;
  /** Words for "his", "its" and "their", with what they show of the owner. */
  possessives: Readonly<Record<string, PronounAgreement>>;
  /** Rules, the first that fits counts, from gender, bar and name to the name as an owner; see owned.ts. */
  genitives: readonly (readonly [string, string])[];
  definite: readonly string[];
  /** Bodies that every state has, of which a text names the owner once: "les autorités", "the army". */
  stateBodies: readonly string[];
  /** Those that mean somebody spoken of already, whatever the noun. */
  pointingAt: readonly string[];
  feminine: readonly string[];
  masculine: readonly string[];
  /** Those that stand before a vowel whatever the gender: "son avocate". */
  beforeVowels: readonly string[];
  /** Articles and numerals that make a phrase plural. */
  plural: readonly string[];
  /** Nouns whose gender they tell, and endings of nouns, which begin with a hyphen. */
  feminineNouns: readonly string[];
  masculineNouns: readonly string[];
  /** Endings of surnames that only women have. */
  feminineSurnames: readonly string[];
  /** Rewriting rules, in order, from a noun for a person to its form without gender and number. */
  lemmas: readonly (readonly [string, string])[];
  /** Whether the noun of a phrase comes after the words that describe it ("foreign ministry spokesman"). */
  headLast: boolean;
  /** Whether adjectives of nationality have a capital, so that a capital alone makes no name. */
  capitalAdjectives: boolean;
  /** Whether bodies and countries are "it", and persons alone "he" and "she". */
  bodiesAreNeuter: boolean;
  /** What capitals of one letter are that open a sentence without their accent. */
  openers: Readonly<Record<string, string>>;
  functionWords: readonly string[];
  finiteEndings: readonly string[];
  pastEndings: readonly string[];
  /** How verbs end that report in the past what was said in the present. */
  backshiftEndings: readonly string[];
  participleEndings: readonly string[];
  /** How a verb ends that has several as its subject. */
  pluralVerbEndings: readonly string[];
  /** How infinitives end that are mostly no nouns. */
  verbalEndings: readonly string[];
  /** How adverbs end that are hardly ever nouns. */
  adverbEndings: readonly string[];
  /** What stands before who does it in a passive. */
  agentPrepositions: readonly string[];
  /** How verbs end that no list has. */
  verbEndings: readonly string[];
  /** How nouns end that mostly name who does something: "pêcheur", "florist". */
  agentEndings: readonly string[];
  infinitiveEndings: readonly string[];
  gerundEndings: readonly string[];
  elisions: readonly string[];
  enclitics: readonly string[];
  unsplit: readonly string[];
  nounPrepositions: readonly string[];
  addresseePrepositions: readonly string[];
  /** Prepositions with which the name of a body goes on: "Action contre la faim". */
  purposes: readonly string[];
}

/** Everything the engine knows of one language. */
export interface Lexicon {
  grammar: Grammar;
  /** Tags of a word or phrase in lower case; phrases have single spaces. */
  tags: ReadonlyMap<string, ReadonlySet<string>>;
  cues: ReadonlyMap<string, Cue>;
  /** Phrases of more than one word by their first and second word, longest first. */
  phrases: ReadonlyMap<string, ReadonlyMap<string, readonly KnownPhrase[]>>;
  /** What a general noun can stand for later in a text, both as lemmas: "group" for "company". */
  hypernyms: ReadonlyMap<string, ReadonlySet<string>>;
  roleSynonyms: ReadonlyMap<string, RoleSynonym>;
  /** Rows of name, office, first and last year. */
  officeHolders: readonly Record<string, string>[];
  /** A noun for a person or body without gender and number. */
  lemmaOf(noun: string): string;
  /** A word of a description without the endings of gender and number. */
  stemOf(word: string): string;
  /** Gender of a first name: `m` or `f`. */
  firstNames: ReadonlyMap<string, string>;
  /** Countries in this language, in lower case. */
  countries: ReadonlySet<string>;
  /** The country whose an adjective of nationality is; empty where it is of none or of several. */
  nations: ReadonlyMap<string, string>;
  channels: Channels;
  /** What judging words state. */
  judgements: Judgements;
  /** Words with a capital that name nobody whom a statement could be about: languages, faiths, measures, nets. */
  noTargets: ReadonlySet<string>;
  /** Regions whose fate is news, in lower case. */
  regions: ReadonlySet<string>;
  /** The state, in lower case, that a name of a country or an adjective of nationality means. */
  states: ReadonlyMap<string, string>;
  /** The names of states, by the same in lower case. */
  stateNames: ReadonlyMap<string, string>;
  /** Abbreviations without their stop. */
  abbreviations: ReadonlySet<string>;
  /** One regular expression that matches one token; sticky. */
  token: RegExp;
  /** Words that begin with an accent, by their form without it: capitals often lack it. */
  accented: ReadonlyMap<string, string>;
  /** Spellings that were looked up before. */
  spellings: Map<string, Spelling>;
}

const loaded = new Map<string, Lexicon>();

/** The lexicon of a language, read once; undefined where the language has none. */
export function lexiconOf(language: string): Lexicon | undefined {
  const code = READ_LANGUAGES.find((known) => known === language);
  if (code === undefined) return undefined;
  const lexicon = loaded.get(code) ?? readLexicon(code);
  loaded.set(code, lexicon);
  return lexicon;
}

function readLexicon(language: string): Lexicon {
  const file = (name: string) => readFileSync(new URL(`./${language}/${name}`, import.meta.url), "utf8");
  const grammar: Grammar = { ...JSON.parse(file("grammar.json")), ...JSON.parse(file("targets.json")) };
  const nations = nationsOf(file("nations.tsv"));
  const words = [file("words.tsv"), file("actor-words.tsv"), file("target-words.tsv")].flatMap(readTable);
  const channels = channelsOf(file("channels.tsv"));
  const tags = tagsOf([...words, ...channels.rows], [...nations.keys()]);
  const cues = cuesOf(file("cues.tsv"));
  const countries = readTable(file("countries.tsv"));
  const lemmaOf = lemmatizer(grammar.lemmas);
  const token = tokenPattern(grammar);
  const phrases = phrasesOf([...tags.keys(), ...cues.keys()], token);
  const states = statesOf(countries, nations);
  return {
    grammar,
    tags,
    cues,
    hypernyms: hypernymsOf(file("hypernyms.tsv"), lemmaOf),
    officeHolders: readTable(file("office-holders.tsv")),
    roleSynonyms: roleSynonymsOf(file("role-synonyms.tsv"), lemmaOf),
    lemmaOf,
    stemOf,
    firstNames: firstNamesOf([file("../first-names.tsv"), file("first-names.tsv")]),
    nations,
    channels,
    judgements: judgementsOf(file("judgements.tsv")),
    noTargets: new Set(readTable(file("no-targets.tsv")).flatMap(({ names = "" }) => names.split("|"))),
    regions: new Set(readTable(file("regions.tsv")).flatMap(({ regions = "" }) => regions.split("|"))),
    countries: new Set(countries.flatMap(({ name = "" }) => [name.toLowerCase(), withoutAccent(name.toLowerCase())])),
    states,
    stateNames: new Map([...nations.values()].map((name) => [name.toLowerCase(), name])),
    phrases,
    accented: accentedBy([tags.keys(), cues.keys(), states.keys(), wordsOf(phrases)].flatMap((words) => [...words])),
    abbreviations: new Set(readTable(file("abbreviations.tsv")).map((row) => row.abbreviation ?? "")),
    token,
    spellings: new Map(),
  };
}

function tagsOf(rows: readonly Record<string, string>[], demonyms: readonly string[]): Map<string, Set<string>> {
  const tags = new Map<string, Set<string>>();
  const add = (word: string, tag: string) => tags.set(word, (tags.get(word) ?? new Set()).add(tag));
  for (const row of rows)
    for (const written of (row.words ?? "").split(" "))
      add(written.replaceAll("_", " ").replaceAll("' ", "'"), row.tag ?? "");
  for (const word of demonyms) add(word, "DEMONYM");
  return tags;
}

function statesOf(countries: readonly Record<string, string>[], nations: ReadonlyMap<string, string>) {
  const states = new Map(
    countries.map(({ name = "", state }) => [name.toLowerCase(), (state || name).toLowerCase()] as const),
  );
  for (const [adjective, country] of nations) if (country) states.set(adjective, country.toLowerCase());
  return states;
}

function firstNamesOf(tables: readonly string[]): Map<string, string> {
  return new Map(
    tables
      .flatMap((table) => readTable(table))
      .flatMap(({ gender = "", names = "" }) =>
        names.split(" ").map((name) => [name, gender === "mf" ? "" : gender] as const),
      ),
  );
}

/** In order: what is never cut, elided words, enclitics, figures, initials, words, and any other character. */
function tokenPattern({ elisions, enclitics, unsplit }: Grammar): RegExp {
  const elided = elisions.length ? [`(?:${elisions.join("|")})'(?=[\\p{L}\\p{N}«"“„\\[])`] : [];
  const tail = enclitics.join("|");
  const word = `[\\p{L}\\p{M}\\p{N}_@#]+(?:(?!${tail})[-.&/'](?=[\\p{L}\\p{N}])[\\p{L}\\p{M}\\p{N}]+)*`;
  const kinds = [
    ...unsplit,
    ...elided,
    tail,
    "\\d+(?:[., ]\\d{3})*(?:[.,]\\d+)?%?(?![\\p{L}])",
    "(?:\\p{L}\\.){2,}",
    word,
  ];
  return new RegExp(`${kinds.join("|")}|\\.{2,}|[^\\s]`, "iuy");
}

const ONE_WORD = /^\p{L}+$/u;

function phrasesOf(entries: readonly string[], token: RegExp): Map<string, Map<string, KnownPhrase[]>> {
  const phrases = new Map<string, Map<string, KnownPhrase[]>>();
  for (const entry of entries) {
    if (ONE_WORD.test(entry)) continue;
    const words = entry.endsWith("'") ? tokensOf(`${entry}a`, token).slice(0, -1) : tokensOf(entry, token);
    const [first, second] = words;
    if (first === undefined || second === undefined) continue;
    const phrase = { words, form: words.join(" ").replaceAll("' ", "'"), spelling: undefined };
    const seconds = phrases.get(first) ?? new Map<string, KnownPhrase[]>();
    const same = [...(seconds.get(second) ?? []), phrase].sort((a, b) => b.words.length - a.words.length);
    phrases.set(first, seconds.set(second, same));
  }
  return phrases;
}

function wordsOf(phrases: Lexicon["phrases"]): string[] {
  const all = [...phrases.values()].flatMap((seconds) => [...seconds.values()].flat());
  return all.flatMap(({ words }) => words);
}

function tokensOf(text: string, token: RegExp): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length; ) {
    token.lastIndex = at;
    const word = token.exec(text)?.[0];
    if (word) words.push(word);
    at += word?.length ?? 1;
  }
  return words;
}
