import type { EntityName } from "./entities.js";

/** What a field of a `where` asks of a node or an edge. */
export type Condition =
  /** Compares a property; a text may also be searched, with upper and lower case the same. */
  | { asks: "property"; property: string }
  /** Compares the key of an actor; that of a merged one leads to the actor that it was merged into. */
  | { asks: "actor key" }
  /** Compares the interval of days between two properties. */
  | { asks: "days"; first: string; last: string }
  /** Compares folded names: all of them, through the Name nodes. */
  | { asks: "names" }
  /** Some, none or all entries of the relation of that name meet conditions of their own. */
  | { asks: "list"; relation: string }
  /** The one node at the end of the relation of that name meets conditions. */
  | { asks: "end"; relation: string };

type Conditions = Readonly<Record<string, Condition>>;

function properties(...names: string[]): Conditions {
  return Object.fromEntries(names.map((property) => [property, { asks: "property", property }]));
}

function relations(asks: "list" | "end", ...names: string[]): Conditions {
  return Object.fromEntries(names.map((relation) => [relation, { asks, relation }]));
}

/** The fields of each `where`, but for AND, OR and NOT. */
export const NODE_CONDITIONS: Readonly<Record<EntityName, Conditions>> = {
  Actor: {
    ...properties("kind", "resolved", "wikidataId", "description"),
    ...relations("list", "statements", "statementsAbout", "memberOf", "involvedIn"),
    key: { asks: "actor key" },
    named: { asks: "names" },
  },
  Statement: {
    ...properties("key", "text", "mode", "act", "language", "confidence", "origin", "status"),
    ...relations("list", "speakers", "onBehalfOf", "about", "addressees", "relayedBy", "reports"),
    saidAt: { asks: "days", first: "saidDay", last: "saidLastDay" },
  },
  Document: {
    ...properties("key", "title", "url", "language", "collection", "contentHash"),
    ...relations("end", "outlet"),
    ...relations("list", "statements"),
    publishedAt: { asks: "days", first: "publishedDay", last: "publishedLastDay" },
  },
  Event: {
    ...properties("key", "kind", "place"),
    ...relations("list", "participants", "statementsAbout"),
    ...relations("end", "partOf"),
    named: { asks: "names" },
    start: { asks: "days", first: "startDay", last: "startLastDay" },
    end: { asks: "days", first: "endDay", last: "endLastDay" },
  },
  Topic: {
    ...properties("key"),
    ...relations("list", "narrower", "statementsAbout"),
    ...relations("end", "broader"),
    named: { asks: "names" },
  },
  ImportRun: {},
};

/** The fields of what a list takes that ask something of the edge, by relation. */
export const EDGE_CONDITIONS: Readonly<Record<string, Conditions>> = {
  speakers: properties("verb", "channel", "role", "asWritten"),
  about: properties("stance", "asWritten"),
  reports: properties("verb", "speaker", "extractor", "confidence"),
  participants: properties("role"),
  involvedIn: properties("role"),
  memberOf: properties("role"),
};

/** The fields of what a list takes that ask something of the node, with its type; without an entry, all of them do. */
export const END_FIELDS: Readonly<Record<string, Readonly<Record<string, EntityName>>>> = {
  speakers: { actor: "Actor" },
  about: { actor: "Actor", event: "Event", topic: "Topic" },
  reports: { document: "Document" },
  participants: { actor: "Actor" },
  involvedIn: { event: "Event" },
  memberOf: { organisation: "Actor" },
};
