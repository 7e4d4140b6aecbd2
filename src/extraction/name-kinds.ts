import type { ActorKind } from "../model/vocabulary.js";
import type { Clues } from "./clues.js";
import type { Lexicon } from "./lexicon.js";
import { isAcronym } from "./name-parts.js";
import type { NameRun } from "./name-runs.js";
import { is } from "./units.js";

/** What the uses of a name say of its bearer: one clue may mislead, most do not. */
export interface Votes {
  person: number;
  body: number;
  media: number;
}

/** What stands next to a name, what it is made of, and a first name alone. */
const BESIDE = 2;
const WITHIN = 3;
const FIRST_NAME = 1.5;

/** Adds what one use of a name says. */
export function addVotes(votes: Votes, { units, from, to }: NameRun, clue: Clues["kind"], lexicon: Lexicon): void {
  if (clue === "person" || clue === "body" || clue === "media") votes[clue] += BESIDE;
  const own = units.slice(from, to);
  const first = own.length > 1 && lexicon.firstNames.has(own[0]?.form ?? "");
  // "Marianne": the first word of a person's name is no newspaper.
  if (own.slice(first ? 1 : 0).some((unit) => is(unit, "MEDIA", "MEDIANAME"))) votes.media += BESIDE;
  else if (own.some((unit) => is(unit, "ORG")) || is(own.at(-1), "BODYEND")) votes.body += WITHIN;
  else if (own.length === 1 && isAcronym(own[0])) votes.body += BESIDE;
  if (first) votes.person += FIRST_NAME;
}

/** The kind that most uses of a name speak for. */
export function votedKind({ person, body, media }: Votes, name: string, { countries }: Lexicon): ActorKind {
  if (countries.has(name.toLowerCase())) return "COUNTRY";
  const most = Math.max(person, body, media);
  if (most === 0) return "UNKNOWN";
  if (person === most) return "PERSON";
  return media === most ? "MEDIA" : "ORGANIZATION";
}
