import type { NodeReference } from "../contribution.js";
import type { RelationType } from "../graph-schema.js";

/** How a type of relation is kept. */
export interface RelationRule {
  /**
   * The end that owns the relation: whoever changes it has read all relations of that type at this end,
   * so that the relations of a new owner are known to be new.
   */
  owner: "from" | "to";
  /** The list of its contributors; null where the document at its end is the only one there can be. */
  contributors: "documents" | "records" | null;
}

/** The rule of each type that contributions bring. NAMES and JUDGES are derived. */
export const RELATION_RULES = {
  MADE: { owner: "to", contributors: "documents" },
  ON_BEHALF_OF: { owner: "from", contributors: "documents" },
  ABOUT: { owner: "from", contributors: "documents" },
  ADDRESSED_TO: { owner: "from", contributors: "documents" },
  RELAYED_BY: { owner: "from", contributors: "documents" },
  REPORTED_IN: { owner: "from", contributors: null },
  PUBLISHED_BY: { owner: "from", contributors: null },
  NAMED_IN: { owner: "to", contributors: null },
  INVOLVED_IN: { owner: "to", contributors: "records" },
  PART_OF: { owner: "from", contributors: "records" },
  BROADER: { owner: "from", contributors: "records" },
  MEMBER_OF: { owner: "from", contributors: "records" },
} as const satisfies Partial<Record<RelationType, RelationRule>>;

/** The types that contributions bring. */
export type BroughtType = keyof typeof RELATION_RULES;

/** The rule of a type; a type that is derived is a mistake of the caller's. */
export function ruleOf(type: RelationType): RelationRule {
  return RELATION_RULES[type as BroughtType];
}

/** Types that the nodes of a label own. */
export const OWNED_TYPES = {
  Statement: ["MADE", "ON_BEHALF_OF", "ABOUT", "ADDRESSED_TO", "RELAYED_BY", "REPORTED_IN"],
  Document: ["PUBLISHED_BY", "NAMED_IN"],
  Event: ["INVOLVED_IN", "PART_OF"],
  Topic: ["BROADER"],
  Actor: ["MEMBER_OF"],
} as const satisfies Record<string, readonly BroughtType[]>;
export type OwnerLabel = keyof typeof OWNED_TYPES;
export const OWNER_LABELS = Object.keys(OWNED_TYPES) as readonly OwnerLabel[];

/** The end that owns a relation. */
export function ownerOf(relation: { type: RelationType; from: NodeReference; to: NodeReference }): NodeReference {
  return ruleOf(relation.type).owner === "from" ? relation.from : relation.to;
}
