/** Raised when what stands in a store would have to be changed before this program may use it. */
export const SCHEMA_VERSION = 3;

/** Labels that hold content, each node with a unique `key`. A node has just one label. */
export const CONTENT_LABELS = ["Actor", "Name", "Statement", "Document", "Event", "Topic", "Judgement"] as const;
export type ContentLabel = (typeof CONTENT_LABELS)[number];

/** Labels that hold the history of imports; left out of counts of content and of the digest. */
export const HISTORY_LABELS = ["ImportRun", "Ledger"] as const;
export type Label = ContentLabel | (typeof HISTORY_LABELS)[number];

/** The relations of the graph: `from` and `to` are the labels at their ends. One of a type between two nodes, but for REPORTED_IN. */
export const RELATION_TYPES = {
  MADE: { from: ["Actor"], to: ["Statement"] },
  ON_BEHALF_OF: { from: ["Statement"], to: ["Actor"] },
  ABOUT: { from: ["Statement"], to: ["Actor", "Event", "Topic"] },
  ADDRESSED_TO: { from: ["Statement"], to: ["Actor"] },
  RELAYED_BY: { from: ["Statement"], to: ["Actor"] },
  REPORTED_IN: { from: ["Statement"], to: ["Document"] },
  PUBLISHED_BY: { from: ["Document"], to: ["Actor"] },
  NAMED_IN: { from: ["Actor", "Event", "Topic"], to: ["Document"] },
  NAMES: { from: ["Name"], to: ["Actor", "Event", "Topic"] },
  INVOLVED_IN: { from: ["Actor"], to: ["Event"] },
  PART_OF: { from: ["Event"], to: ["Event"] },
  BROADER: { from: ["Topic"], to: ["Topic"] },
  MEMBER_OF: { from: ["Actor"], to: ["Actor"] },
  JUDGES: { from: ["Judgement"], to: ["Actor", "Statement"] },
} as const satisfies Record<string, { from: readonly ContentLabel[]; to: readonly ContentLabel[] }>;
export type RelationType = keyof typeof RELATION_TYPES;

/**
 * Indexed properties beside `key`: what nodes are found by (those of "arrivals" only during an import), and what
 * a list may be ordered by. An embedded file builds its indexes each time it is opened, so that it has none too many.
 */
export const INDEXES = [
  { label: "Statement", properties: ["saidDay", "key"], serves: "order" },
  { label: "Statement", properties: ["saidDay"], serves: "equality" },
  { label: "Actor", properties: ["foldedName", "key"], serves: "order" },
  { label: "Event", properties: ["startDay", "key"], serves: "order" },
  { label: "Event", properties: ["foldedName", "key"], serves: "order" },
  { label: "Topic", properties: ["foldedName", "key"], serves: "order" },
  { label: "Document", properties: ["publishedDay", "key"], serves: "order" },
  { label: "Document", properties: ["publishedDay"], serves: "equality" },
  { label: "Document", properties: ["id"], serves: "arrivals" },
  { label: "Document", properties: ["titleMark"], serves: "arrivals" },
  { label: "Document", properties: ["openingMark"], serves: "arrivals" },
  { label: "Document", properties: ["endingMark"], serves: "arrivals" },
  { label: "ImportRun", properties: ["startedAt", "key"], serves: "order" },
] as const satisfies readonly {
  label: Label;
  properties: readonly string[];
  serves: "order" | "equality" | "arrivals";
}[];
