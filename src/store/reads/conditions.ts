import type { EntityName } from "./entities.js";

/** What a field of a `where` asks of a node or an edge. */
export type Condition =
  /** Compares a property; a text may also be searched, with upper and lower case the same. */
  | { asks: "property"; property: string }
  /** Compares the interval of days between two properties. */
  | { asks: "days"; first: string; last: string }
  /** Compares folded names: all of them, through the Name nodes. */
  | { asks: "names" }
  /** Some entry of the relation of that name meets conditions of its own. */
  | { asks: "some"; relation: string }
  /** The one node at the end of the relation of that name meets conditions. */
  | { asks: "end"; relation: string };

type Conditions = Readonly<Record<string, Condition>>;

function properties(...names: string[]): Conditions {
  return Object.fromEntries(names.map((property) => [property, { asks: "property", property }]));
}

function relations(asks: "some" | "end", ...names: string[]): Conditions {
  return Object.fromEntries(names.map((relation) => [relation, { asks, relation }]));
}

/** The fields of each `where`, but for AND, OR and NOT. */
export const NODE_CONDITIONS: Readonly<Record<EntityName, Conditions>> = {
  Actor: { ...properties("key", "kind", "resolved", "wikidataId"), named: { asks: "names" } },
  Statement: {
    ...properties("key", "text", "mode", "act", "language", "confidence", "origin", "status"),
    ...relations("some", "speakers", "onBehalfOf", "about", "addressees", "relayedBy", "reports"),
    saidAt: { asks: "days", first: "saidDay", last: "saidLastDay" },
  },
  Document: {
    ...properties("key", "title", "url", "language", "collection"),
    ...relations("end", "outlet"),
    publishedAt: { asks: "days", first: "publishedDay", last: "publishedLastDay" },
  },
  Event: {
    ...properties("key", "kind", "place"),
    named: { asks: "names" },
    start: { asks: "days", first: "startDay", last: "startLastDay" },
    end: { asks: "days", first: "endDay", last: "endLastDay" },
  },
  Topic: { ...properties("key"), ...relations("end", "broader"), named: { asks: "names" } },
  ImportRun: {},
};

/** The fields of what `some` takes that ask something of the edge, by relation. */
export const EDGE_CONDITIONS: Readonly<Record<string, Conditions>> = {
  speakers: properties("verb", "channel", "role"),
  about: properties("stance"),
  reports: properties("verb", "confidence"),
};

/** The fields of what `some` takes that ask something of the node, with its type; without an entry, all of them do. */
export const END_FIELDS: Readonly<Record<string, Readonly<Record<string, EntityName>>>> = {
  speakers: { actor: "Actor" },
  about: { actor: "Actor", event: "Event", topic: "Topic" },
  reports: { document: "Document" },
};
