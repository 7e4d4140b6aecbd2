/** The ways of finding out whom a mention means; `priors.tsv` says how sure each is. */
export const WAYS = {
  name: "The mention has the full name.",
  shortName: "A surname, initial or shorter form of a name in the document.",
  acronym: "An acronym that the document explains.",
  body: "A body described in full, which needs no other name.",
  maker: 'The maker of a document: "a report of the ministry".',
  role: "A role with the same noun and complement as somebody's in the document.",
  hypernym: 'A more general noun: "the agency" for an observatory.',
  kind: 'A noun for the kind of body last spoken of: "the company".',
  pronoun: "A pronoun: whom it fits best.",
  floating: "A floating quotation goes on with the words of the last speaker.",
  turned: "A floating quotation of somebody whom the text has turned to.",
  unnamed: "A description of somebody whom the document does not name.",
  lost: "A pronoun that nothing before fits.",
} as const;

/** A way of finding out whom a mention means. */
export type Way = keyof typeof WAYS;

/** Another actor that a mention may mean, with a score from 0 to 1. */
export interface Rival {
  name: string;
  score: number;
}
