import type { Adjunct } from "./adjuncts.js";
import { agreementOf } from "./agreement.js";
import { afterPlainDateline } from "./clause.js";
import { descriptionOf } from "./description.js";
import type { Lexicon, PronounAgreement } from "./lexicon.js";
import type { Described, MentionReader } from "./mentions.js";
import type { NameRun } from "./name-runs.js";
import type { Phrase } from "./noun-phrase.js";
import { nounPhrasesIn } from "./noun-phrases.js";
import { isAfterOthers, ownedBy, ownedNoun } from "./owned.js";
import { unarticled } from "./phrase-core.js";
import { publishedAfter } from "./publications.js";
import { agrees, isOfKind, type Ranked, ranked, type Salient } from "./salience.js";
import type { Sentence } from "./sentences.js";
import { isSameSource, isTheCountry } from "./standing-nouns.js";
import { isBareStateBody, ofState, stateOf } from "./state-bodies.js";
import { isAgent, leads, mainSubject } from "./subject.js";
import { is, isComma } from "./units.js";
import type { Way } from "./ways.js";

const MEMORY = 40;
/** How much comes to mind who spoke, who a sentence was about, and who was only named. */
const SPOKE = 1.3;
const SUBJECT = 1;
const NAMED = 0.5;
const OWNER = 0.8;
const RELATED = 1.22;
const INSIDE = 0.3;
const PLACED = 0.2;
/** A pronoun further on in its sentence may mean somebody in it who has not spoken yet. */
const EARLY = 4;
/** A name of one word of which nothing is known is hardly "ce dernier". */
const VAGUE = 0.5;
/** How well somebody of whom no country is told fits "the Norwegian". */
const STATELESS = 0.6;
/** Sentences in which a describing noun means the person they were on. */
const PERSON_REACH = 2;

/** Whom pronouns and bare nouns go back to; fed with the sentences of a document in order. */
export class Referents {
  private recent: Salient[] = [];
  /** Genders that pronouns have shown. */
  private readonly genders = new Map<string, string>();
  private sentence = 0;

  constructor(
    private readonly reader: MentionReader,
    private readonly lexicon: Lexicon,
  ) {}

  /** Goes on to a sentence: whom it names outside marks comes to mind, its subject most. */
  enter({ units }: Sentence): void {
    this.sentence++;
    const start = afterPlainDateline(units);
    const subject = mainSubject(units, units.length, this.lexicon.grammar);
    for (const phrase of nounPhrasesIn(units, this.lexicon.grammar)) {
      if (phrase.from < start) continue;
      if (subject && phrase.from < subject.to && subject.from < phrase.to) continue;
      if (this.isSomebody(phrase)) this.rememberNamed(phrase, NAMED);
    }
    const runs = this.reader.namesIn(units).filter(({ from }) => from >= start);
    for (const run of runs) this.rememberNamed(run, weightOf(run));
    if (subject) this.enterSubject(subject);
    else this.enterLeading(runs);
  }

  /** "Au camp, Anna Noor distribue": a person whose name opens a clause before what may be a verb that no list has. */
  private enterLeading(runs: readonly NameRun[]): void {
    const { grammar } = this.lexicon;
    const leading = runs.find((run) => leads(run, grammar));
    const described = leading && this.reader.read(leading);
    if (described?.mention.kind === "PERSON") this.remember(described, SUBJECT);
  }

  private enterSubject(subject: Phrase): void {
    const pronoun = this.agreementOf(subject);
    if (pronoun ? subject.from >= EARLY : !this.isSomebody(subject)) return;
    const described = this.described(subject);
    this.remember(described, SUBJECT);
    if (described.mention.resolved) this.author(publishedAfter(subject, this.lexicon.grammar), described);
  }

  private rememberNamed(phrase: Phrase, weight: number): void {
    const described = this.reader.read(phrase);
    this.remember(described, described.mention.kind !== "PERSON" && this.isPlaced(phrase) ? PLACED : weight);
  }

  /** After a preposition of place: "à Brenne", "in Brook". */
  private isPlaced({ units, from }: Phrase): boolean {
    const { place } = this.lexicon.grammar.parts;
    return place.includes(units[from]?.form ?? "") || place.includes(units[from - 1]?.form ?? "");
  }

  private isSomebody(phrase: Phrase): boolean {
    const { units, from, to } = phrase;
    const inner = is(units[from], "CONTRACTED") && to > from + 1 ? { units, from: from + 1, to } : phrase;
    return isAgent(inner, this.lexicon.grammar) && this.reader.isSure(phrase);
  }

  /** Who a speaker's phrase stands for. */
  resolve(phrase: Phrase): Described {
    const found = this.described(phrase);
    const described = this.ofTheState(phrase, found) ?? found;
    this.remember(described, SPOKE);
    return described;
  }

  /** The person whom the text has turned to since anybody spoke: a quotation that nobody is named for may be theirs. */
  turnedTo(): Described | null {
    const last = this.recent.findLast(({ weight }) => weight === SPOKE || weight === SUBJECT);
    const turned = last?.weight === SUBJECT && last.sentence >= this.sentence - 1;
    return turned && last.described.mention.kind === "PERSON" ? last.described : null;
  }

  /** "Said in a statement": the statement is the speaker's. */
  author(adjuncts: readonly Adjunct[], { mention }: Described): void {
    for (const { phrase } of adjuncts) {
      const description = descriptionOf(phrase, this.lexicon);
      if (description?.kind === "document")
        this.reader.call(description, { ...mention, span: this.reader.mention(phrase, "", "UNKNOWN", false).span });
    }
  }

  /** Whom a phrase means, without bringing them to mind. */
  means(phrase: Phrase): Described {
    return this.described(phrase);
  }

  private described(phrase: Phrase): Described {
    const agreement = this.agreementOf(phrase);
    if (agreement) return this.pronoun(phrase, agreement);
    const meantAgain = this.sameSource(phrase) ?? this.theCountry(phrase) ?? this.national(phrase);
    if (meantAgain) return meantAgain;
    const described = this.reader.read(phrase);
    return this.ownersDocument(phrase, described) ?? this.lastOfKind(phrase, described) ?? described;
  }

  /** "Les autorités", "la diplomatie": those of the state that acted or spoke last, or whose people did. */
  private ofTheState(phrase: Phrase, described: Described): Described | null {
    if (!isBareStateBody(phrase, described, this.lexicon)) return null;
    const stateOfOne = (one: Described) => stateOf(one, this.reader, this.lexicon);
    const fits = (one: Salient) => (one.weight >= SUBJECT && stateOfOne(one.described) ? 1 : 0);
    const [best] = ranked(this.recent, this.sentence, described.mention.span.start, false, fits);
    const state = best && stateOfOne(best.described);
    return state ? ofState(state, described, this.reader.textOf(unarticled(phrase))) : null;
  }

  /** "Selon la même source": whoever spoke last. */
  private sameSource(phrase: Phrase): Described | null {
    if (!isSameSource(phrase)) return null;
    const last = this.recent.findLast(({ weight }) => weight === SPOKE);
    if (!last) return null;
    return meant(this.reader.mention(phrase, "", "UNKNOWN", false), [{ described: last.described, score: 1 }], "kind");
  }

  /** "Le pays", "the country": the last one that did or said something. */
  private theCountry(phrase: Phrase): Described | null {
    if (!isTheCountry(phrase, this.lexicon.grammar)) return null;
    const mention = this.reader.mention(phrase, "", "UNKNOWN", false);
    const fits = ({ described, weight }: Salient) =>
      weight >= SUBJECT && described.mention.kind === "COUNTRY" ? 1 : 0;
    const found = ranked(this.recent, this.sentence, mention.span.start, false, fits);
    return found.length > 0 ? meant(mention, found, "kind") : null;
  }

  /** "Le Norvégien", "the Norwegian": the person of that country whom the text is on, or one of whom no country is told. */
  private national(phrase: Phrase): Described | null {
    const { units, from, to } = phrase;
    const { lexicon } = this;
    const state = lexicon.states.get(units[to - 1]?.form ?? "");
    if (to - from !== 2 || !is(units[from], "DET") || !units[from + 1]?.capital || state === undefined) return null;
    if (lexicon.countries.has(units[from + 1]?.form ?? "")) return null;
    const { gender, number } = agreementOf(phrase, undefined, lexicon.grammar);
    if (number === "p") return null;
    const mention = this.reader.mention(phrase, "", "UNKNOWN", false);
    const fits = ({ described }: Salient) => {
      if (described.mention.kind !== "PERSON" || (gender && described.gender && gender !== described.gender)) return 0;
      const countries = this.reader.countriesOf(described.mention.name);
      return countries ? (countries.has(state) ? 1 : 0) : STATELESS;
    };
    const found = ranked(this.recent, this.sentence, mention.span.start, false, fits);
    return found.length > 0 ? meant(mention, found, "kind") : null;
  }

  private agreementOf({ units, from, to }: Phrase): PronounAgreement | undefined {
    return to - from === 1 ? this.lexicon.grammar.pronouns[units[from]?.form ?? ""] : undefined;
  }

  private pronoun(phrase: Phrase, agreement: PronounAgreement): Described {
    const span = this.reader.mention(phrase, "", "UNKNOWN", false);
    const found = this.candidates(span.span.start, agreement);
    const [best] = found;
    if (best) {
      const { gender, mention } = best.described;
      if (!gender && found.length === 1) this.genders.set(mention.name, agreement.gender);
      return { ...meant(span, found, "pronoun"), gender: gender || agreement.gender };
    }
    const name = span.text.replace(/^-(?:t-)?/, "");
    return { mention: { ...span, name }, ...agreement, role: null, body: null, way: "lost", description: null };
  }

  /** "His lawsuit", "leur rapport": a document is its owner's, who may also be the subject that comes after it. */
  private ownersDocument(phrase: Phrase, described: Described): Described | null {
    const owner = this.lexicon.grammar.possessives[phrase.units[phrase.from]?.form ?? ""];
    const { description, mention } = described;
    if (!owner || !description || described.way === "maker") return null;
    if (description.kind !== "document") return this.ownersOwn(phrase, described, owner);
    const later = this.candidates(Number.POSITIVE_INFINITY, owner, 0);
    const found = later.length > 0 ? later : this.candidates(mention.span.start, owner);
    if (found.length === 0) return null;
    const owned = { ...meant(mention, found, "maker"), description };
    this.reader.call(description, owned.mention);
    return owned;
  }

  /** "Son porte-parole", "leur état-major": nobody else is told of than whose it is. */
  private ownersOwn(phrase: Phrase, described: Described, owner: PronounAgreement): Described | null {
    if (described.way !== "unnamed" || described.mention.kind === "GROUP" || isAfterOthers(phrase)) return null;
    const [best] = this.candidates(described.mention.span.start, owner);
    return best
      ? ownedBy(described, this.reader.textOf(ownedNoun(phrase)), best.described, this.lexicon.grammar)
      : null;
  }

  /** "The company": the last body of such a kind, when nobody was called so before. */
  private lastOfKind(phrase: Phrase, described: Described): Described | null {
    const { description, way, mention } = described;
    const points = this.lexicon.grammar.pointingAt.includes(phrase.units[phrase.from]?.form ?? "");
    if (points && description === null && way === "unnamed") return this.pointedAt(described);
    const own = !mention.resolved && way === "role" && mention.name === mention.text;
    const open = own || way === "unnamed" || (way === "body" && description?.words.size === 0);
    if (!open || !description?.definite || (description.words.size > 0 && !points)) return null;
    if (description.owned && description.kind === "person") return null;
    const fits = (salient: Salient) => (salient.weight < SUBJECT ? 0 : isOfKind(salient, description, this.lexicon));
    const person = description.kind === "person";
    const found = ranked(
      this.recent,
      this.sentence,
      mention.span.start,
      false,
      person ? fits : (salient) => isOfKind(salient, description, this.lexicon),
      person ? PERSON_REACH : undefined,
    );
    if (found.length === 0) return null;
    const known = meant(mention, found, "kind");
    this.reader.call(description, known.mention);
    return { ...known, role: described.role, body: described.body };
  }

  /** "Ce proche du Premier ministre", "cette habituée": the person whom the text is on, whatever the noun. */
  private pointedAt({ mention, gender, number }: Described): Described | null {
    if (number === "p") return null;
    const fits = ({ described, weight }: Salient) =>
      weight >= SUBJECT && described.mention.kind === "PERSON" && described.gender === gender ? 1 : 0;
    const found = ranked(this.recent, this.sentence, mention.span.start, false, fits, PERSON_REACH);
    return found.length > 0 ? meant(mention, found, "kind") : null;
  }

  private candidates(before: number, agreement: PronounAgreement, reach?: number): Ranked[] {
    const fits = ({ described }: Salient) =>
      agrees(this.withGender(described), agreement, this.lexicon.grammar.bodiesAreNeuter) *
      (agreement.near && isVague(described) ? VAGUE : 1);
    return ranked(this.recent, this.sentence, before, agreement.near === true, fits, reach);
  }

  private withGender(described: Described): Described {
    const shown = described.gender ? undefined : this.genders.get(described.mention.name);
    return shown === undefined ? described : { ...described, gender: shown };
  }

  private remember(described: Described, weight: number): void {
    if (described.way === "lost") return;
    if (this.recent.length >= MEMORY) this.recent = this.recent.slice(-MEMORY / 2);
    this.recent.push({ described, weight, sentence: this.sentence });
    if (weight >= SUBJECT) this.reader.recall(described.mention);
  }
}

function isVague({ mention }: Described): boolean {
  return mention.kind === "UNKNOWN" && !mention.name.includes(" ");
}

/** A name inside a phrase comes to mind less, unless something of it opens the sentence ("Brook's book"), or a relative goes on about it. */
function weightOf({ units, from, to }: NameRun): number {
  if (is(units[to], "POSSESSIVE") && from < EARLY) return OWNER;
  return is(isComma(units[to]) ? units[to + 1] : units[to], "REL") ? RELATED : INSIDE;
}

/** The mention with the name of the best found, the others as its rivals. */
function meant(mention: Described["mention"], [best, ...others]: readonly Ranked[], way: Way): Described {
  const { described } = best as Ranked;
  const { name, kind, resolved } = described.mention;
  const candidates = others.map((other) => ({ name: other.described.mention.name, score: other.score }));
  return {
    ...described,
    way,
    mention: { ...mention, name, kind, resolved, ...(candidates.length > 0 ? { candidates } : {}) },
  };
}
