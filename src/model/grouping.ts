import { INTERVALS } from "./interval.js";

/** What statements can be grouped by besides time: each with the sentence that describes it. */
const FACETS = {
  SPEAKER: "Who says it.",
  ON_BEHALF_OF: "The organisation it is said for.",
  ADDRESSEE: "Whom it is said to.",
  RELAYED_BY: "Who passes it on.",
  TARGET: "What it is about: an actor, an event or a topic.",
  EVENT: "The event it is about.",
  TOPIC: "The topic it is about.",
  BROAD_TOPIC:
    "The broadest topic, at most ten levels up, of the topic it is about; the topic itself where it has no broader one.",
  STANCE:
    "Where the speaker stands: on the first of TARGET, EVENT, TOPIC and BROAD_TOPIC that it is grouped by, else on anything it is about.",
  VERB: "The verb of saying, as a lemma: of the SPEAKER where it is grouped by that too.",
  OUTLET: "The outlet that reports it.",
  DOCUMENT: "The document that reports it.",
  MODE: "How its words are given.",
  ACT: "What the speaker does by saying it.",
  LANGUAGE: "Its language.",
  ORIGIN: "How it came into the graph.",
} as const;

/** What statements can be grouped by. */
export const GROUP_BY = { ...FACETS, ...INTERVALS } as const;
export type GroupBy = keyof typeof GROUP_BY;

/** What is counted of statements. */
export const COUNTS = ["statements", "reports", "documents", "speakers"] as const;
export type CountName = (typeof COUNTS)[number];

/** Most things to group by at once, and most buckets of a timeline, alone and with those of all its series. */
export const GREATEST_BY = 4;
export const GREATEST_BUCKETS = 1000;
export const GREATEST_CELLS = 20_000;

/** Series of a timeline when `first` is left out. */
export const SERIES = 10;
