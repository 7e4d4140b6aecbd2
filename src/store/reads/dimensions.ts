import type { GroupBy } from "../../model/grouping.js";
import type { Interval } from "../../model/interval.js";
import type { EntityName } from "./entities.js";

/** A relation that leads from a statement to what it is grouped by, of `about` perhaps only to one type of target. */
interface Path {
  relation: string;
  to?: EntityName;
  /** The property of its edge that statements are grouped by. */
  property?: string;
}

const PATHS = {
  speakers: { relation: "speakers", property: "verb" },
  onBehalfOf: { relation: "onBehalfOf" },
  addressees: { relation: "addressees" },
  relayedBy: { relation: "relayedBy" },
  about: { relation: "about", property: "stance" },
  event: { relation: "about", to: "Event", property: "stance" },
  topic: { relation: "about", to: "Topic", property: "stance" },
  reports: { relation: "reports", to: "Document" },
} as const satisfies Readonly<Record<string, Path>>;
export type PathName = keyof typeof PATHS;

/** The relation behind a path. */
export function pathTo(name: PathName): Path {
  return PATHS[name];
}

/** A step from the node at the end of a path to the node that is meant. */
export type Step = "outlet" | "broadest";

/** Where the value of a group comes from; `field` holds it in the answer. */
export type Dimension = { field: string } & (
  | { of: "node"; path: PathName; to: readonly EntityName[]; step?: Step }
  | { of: "edge"; path: PathName; property: string }
  | { of: "statement"; property: string }
  | { of: "time"; interval: Interval }
);

function actor(field: string, path: PathName, step?: Step): Dimension {
  return { of: "node", field, path, to: ["Actor"], ...(step && { step }) };
}

function property(name: string): Dimension {
  return { of: "statement", field: name, property: name };
}

function time(interval: Interval): Dimension {
  return { of: "time", field: "period", interval };
}

/** What statements can be grouped by. */
export const DIMENSIONS: Readonly<Record<GroupBy, Dimension>> = {
  SPEAKER: actor("speaker", "speakers"),
  ON_BEHALF_OF: actor("onBehalfOf", "onBehalfOf"),
  ADDRESSEE: actor("addressee", "addressees"),
  RELAYED_BY: actor("relayedBy", "relayedBy"),
  TARGET: { of: "node", field: "target", path: "about", to: ["Actor", "Event", "Topic"] },
  EVENT: { of: "node", field: "event", path: "event", to: ["Event"] },
  TOPIC: { of: "node", field: "topic", path: "topic", to: ["Topic"] },
  BROAD_TOPIC: { of: "node", field: "broadTopic", path: "topic", to: ["Topic"], step: "broadest" },
  STANCE: { of: "edge", field: "stance", path: "about", property: "stance" },
  VERB: { of: "edge", field: "verb", path: "speakers", property: "verb" },
  OUTLET: actor("outlet", "reports", "outlet"),
  DOCUMENT: { of: "node", field: "document", path: "reports", to: ["Document"] },
  MODE: property("mode"),
  ACT: property("act"),
  LANGUAGE: property("language"),
  ORIGIN: property("origin"),
  DAY: time("DAY"),
  WEEK: time("WEEK"),
  MONTH: time("MONTH"),
  QUARTER: time("QUARTER"),
  YEAR: time("YEAR"),
};

/** The paths whose stance is meant, when statements are grouped by these: of the first that leads to a target. */
const TO_TARGETS: readonly PathName[] = ["about", "event", "topic"];

/** What a grouping reads, in its order. */
export function dimensionsOf(by: readonly GroupBy[]): Dimension[] {
  const dimensions = by.map((name) => DIMENSIONS[name]);
  const target = dimensions.find((each) => each.of === "node" && TO_TARGETS.includes(each.path));
  return dimensions.map((each) => {
    const moves = each.of === "edge" && each.path === "about" && target?.of === "node";
    return moves ? { ...each, path: target.path } : each;
  });
}
