/**
 * How sure each way of finding out whom a mention means is, from 0 to 1: the confidence of a statement is the prior of
 * its pattern times that of its speaker's way.
 */
export const WAYS = {
  /** The mention has the full name. */
  name: 1,
  /** A surname, initial or shorter form of a name in the document. */
  shortName: 0.97,
  /** An acronym that the document explains. */
  acronym: 0.97,
  /** A body described in full, which needs no other name. */
  body: 0.95,
  /** The maker of a document: "a report of the ministry". */
  maker: 0.93,
  /** A role with the same noun and complement as somebody's in the document. */
  role: 0.93,
  /** A more general noun: "the agency" for an observatory. */
  hypernym: 0.85,
  /** A noun for the kind of body last spoken of: "the company". */
  kind: 0.75,
  pronoun: 0.87,
  /** A floating quotation goes on with the words of the last speaker. */
  floating: 0.95,
  /** A description of somebody whom the document does not name. */
  unnamed: 0.9,
  /** A pronoun that nothing before fits. */
  lost: 0.5,
} as const satisfies Record<string, number>;

/** A way of finding out whom a mention means. */
export type Way = keyof typeof WAYS;

/** Another actor that a mention may mean, with a score from 0 to 1. */
export interface Rival {
  name: string;
  score: number;
}
