import type { ActorKind } from "../model/vocabulary.js";
import type { Description } from "./description.js";
import type { Lexicon, PronounAgreement } from "./lexicon.js";
import type { Described } from "./mentions.js";

/** Somebody the text has brought to mind. */
export interface Salient {
  described: Described;
  /** How much: a speaker more than a subject, a subject more than others. */
  weight: number;
  /** Number of the sentence. */
  sentence: number;
}

/** Somebody in salient, with a score from 0 to 1 for a mention. */
export interface Ranked {
  described: Described;
  score: number;
}

/** Sentences that a pronoun looks back over, and what is left of a salient from one to the next. */
const REACH = 6;
const FADING = 0.75;
/** What each further mention of the same adds, up to so many. */
const AGAIN = 0.05;
const MOST_TIMES = 4;
const HIGHEST = 1.5;
/** The subject of the very sentence counts more, who is named inside a phrase of another less even when nearest. */
const OWN = 1.2;
const INNER = 2;
/** Others count when they come this close to the best. */
const CLOSE = 0.8;
const LEAST = 0.15;

/** The salient ones that fit a mention at a place in the text: the best first, then those that come close. */
export function ranked(
  recent: readonly Salient[],
  sentence: number,
  before: number,
  near: boolean,
  fits: (salient: Salient) => number,
  reach = REACH,
): Ranked[] {
  const scores = new Map<string, Ranked & { times: number }>();
  const first = recent.find((salient) => sentence - salient.sentence <= 1)?.described.mention.span.start ?? 0;
  for (const salient of recent) {
    const { described, weight } = salient;
    const { name, span } = described.mention;
    const distance = sentence - salient.sentence;
    if (distance > reach || span.start >= before) continue;
    const place = near
      ? nearness(span.start, first, before) * Math.min(1, weight * INNER)
      : weight * (distance <= 1 && weight === 1 ? OWN : 1);
    const score = fits(salient) * place * FADING ** distance;
    if (score === 0) continue;
    const known = scores.get(name);
    const best = known && known.score > score ? known : { described, score };
    scores.set(name, { ...best, times: (known?.times ?? 0) + 1 });
  }
  return closest([...scores.values()], near ? 0 : AGAIN);
}

/** Of the last sentences the end is nearer: "ce dernier" is who was named last. */
function nearness(start: number, first: number, before: number): number {
  return start < first ? 0.5 : 0.5 + (start - first) / (2 * (before - first + 1));
}

/** The best first, then those that come close to it; who is named more often counts a little more. */
function closest(found: readonly (Ranked & { times: number })[], again: number): Ranked[] {
  const list = found
    .map(({ described, score, times }) => ({ described, score: score * (1 + again * Math.min(times - 1, MOST_TIMES)) }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score);
  const least = (list[0]?.score ?? 0) * CLOSE;
  return list
    .filter(({ score }) => score >= least)
    .map(({ described, score }) => ({ described, score: Math.min(1, score / HIGHEST) }));
}

/** How well somebody agrees with a pronoun, from 0 to 1; `neuter` where bodies are "it". */
export function agrees(described: Described, wanted: PronounAgreement, neuter: boolean): number {
  const { mention, gender, number } = described;
  if (described.description?.kind === "document" && !mention.resolved) return wanted.gender === "n" ? 0.4 : 0;
  const body = isBody(mention.kind);
  const plural = number === "p" || mention.kind === "GROUP";
  if (wanted.number === "p") return pluralFit(plural, body, gender, wanted.gender, neuter, mention.kind);
  if (plural) return 0;
  if (wanted.gender === "n") return mention.kind === "PERSON" ? 0 : body ? 1 : 0.4;
  if (gender && wanted.gender && gender !== wanted.gender) return 0;
  if (mention.kind === "PERSON") return gender ? 1 : 0.9;
  if (neuter) return mention.kind === "UNKNOWN" && mention.resolved ? unknownFit(mention.name) : 0;
  if (!body && !mention.resolved) return 0;
  if (mention.kind === "UNKNOWN") return mention.name.includes(" ") ? 0.85 : 0.7;
  return gender ? 0.9 : 0.6;
}

function isBody(kind: ActorKind): boolean {
  return kind === "ORGANIZATION" || kind === "MEDIA" || kind === "COUNTRY";
}

/** A name of which nothing is known is rather a person's when it has two words. */
function unknownFit(name: string): number {
  return name.includes(" ") ? 0.55 : 0.3;
}

/** "They" may also be a body, or one person; "ils" and "elles" are several. */
function pluralFit(
  plural: boolean,
  body: boolean,
  gender: string,
  wanted: string,
  neuter: boolean,
  kind: ActorKind,
): number {
  if (plural) return gender && wanted && gender !== wanted ? 0 : 1;
  if (!neuter) return 0;
  return body ? 0.7 : kind === "UNKNOWN" ? 0.5 : kind === "PERSON" ? 0.3 : 0;
}

/** Nouns for bodies that can mean any body of their kind already spoken of; one with an adjective of its own only a name. */
export function isOfKind({ described }: Salient, description: Description, lexicon: Lexicon): number {
  const { mention, number, way } = described;
  if (!mention.resolved || number === "p") return 0;
  if (description.kind === "person") return isDescribed(described, description);
  if (!lexicon.hypernyms.has(description.lemma)) return 0;
  if (description.kind === "media") return mention.kind === "MEDIA" && description.qualities.size === 0 ? 1 : 0;
  if (mention.kind === "MEDIA" && isBareAgency(description)) return 0.8;
  if (description.kind !== "body" || isOtherBody(mention.name, description, lexicon)) return 0;
  const bare = description.qualities.size === 0 && description.country === "";
  if (!bare && (way === "body" || !mention.name.includes(" "))) return 0;
  if (mention.kind === "ORGANIZATION") return bare ? 0.8 : 0.7;
  return mention.kind === "UNKNOWN" && mention.name.includes(" ") ? 0.4 : 0;
}

/** "L'agence", "the agency": may be one that news comes from. */
function isBareAgency({ agency, qualities, words, country }: Description): boolean {
  return agency && qualities.size === 0 && words.size === 0 && country === "";
}

/** Whose name begins with the noun of another body: "le Conseil de sécurité" is no executive. */
function isOtherBody(name: string, { lemma }: Description, { tags, hypernyms, lemmaOf }: Lexicon): boolean {
  const noun = name.split(" ", 1)[0]?.toLowerCase() ?? "";
  const own = lemmaOf(noun);
  return name.includes(" ") && tags.get(noun)?.has("ORG") === true && own !== lemma && !hypernyms.get(lemma)?.has(own);
}

/** Who is only a name that spoke may be a person. */
const ONLY_NAMED = 0.6;

/** "The activist": the person whom the text is on, when gender and country agree. */
function isDescribed({ mention, gender }: Described, description: Description): number {
  if (!description.describing || description.owned) return 0;
  if (mention.kind === "UNKNOWN") return mention.name === mention.text ? ONLY_NAMED : 0;
  if (mention.kind !== "PERSON") return 0;
  if (gender && description.gender && gender !== description.gender) return 0;
  return (gender && description.gender ? 1 : 0.7) * (description.country || description.former ? 0.8 : 1);
}
