import type { Label } from "../graph-schema.js";

/** How nodes of one label are read. */
export interface Entity {
  /** Scalars that are always read together, so that the text of a plan does not follow the selection. */
  light: readonly string[];
  /** Properties that are read only when asked for. */
  heavy: readonly string[];
  /** True where `collections` says who may see a node. */
  guarded: boolean;
  /** The properties behind each order of a list; the key comes after them. */
  orders: Readonly<Record<string, string>>;
  /** True where an order is too long to be scanned, so that engines without range indexes read it day by day. */
  long: boolean;
}

const NAMED = ["key", "name", "names", "aliases", "foldedName"] as const;

export const ENTITIES = {
  Actor: {
    light: [...NAMED, "kind", "description", "wikidataId", "resolved"],
    heavy: [],
    guarded: false,
    orders: { NAME: "foldedName" },
    long: false,
  },
  Statement: {
    light: ["key", "text", "mode", "act", "saidAt", "saidDay", "language", "confidence", "origin", "status"],
    heavy: [],
    guarded: true,
    orders: { SAID_AT: "saidDay" },
    long: true,
  },
  Document: {
    light: ["key", "title", "url", "publishedAt", "publishedDay", "language", "contentHash", "collection"],
    heavy: ["text"],
    guarded: true,
    orders: { PUBLISHED_AT: "publishedDay" },
    long: true,
  },
  Event: {
    light: [...NAMED, "kind", "start", "startDay", "end", "place"],
    heavy: [],
    guarded: false,
    orders: { START: "startDay", NAME: "foldedName" },
    long: false,
  },
  Topic: { light: [...NAMED], heavy: [], guarded: false, orders: { NAME: "foldedName" }, long: false },
  ImportRun: {
    light: ["key", "startedAt", "finishedAt", "status", "counts"],
    heavy: [],
    guarded: false,
    orders: { STARTED_AT: "startedAt" },
    long: false,
  },
} as const satisfies Partial<Record<Label, Entity>>;
export type EntityName = keyof typeof ENTITIES;

export function entityOf(name: EntityName): Entity {
  return ENTITIES[name];
}

export function isEntityName(name: string): name is EntityName {
  return Object.hasOwn(ENTITIES, name);
}
