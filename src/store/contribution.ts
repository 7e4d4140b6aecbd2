import type { CypherValue } from "./engine.js";
import type { ContentLabel, RelationType } from "./graph-schema.js";

export type Properties = Readonly<Record<string, CypherValue>>;

export interface NodeReference {
  label: ContentLabel;
  key: string;
}

export interface NodeContribution extends NodeReference {
  properties: Properties;
}

export interface RelationContribution {
  type: RelationType;
  from: NodeReference;
  to: NodeReference;
  properties: Properties;
}

/**
 * All that one source says of the graph. The graph is the join of the contributions of all its sources, whatever their order:
 * taking one away leaves what the others say.
 */
export interface Contribution {
  /** Key of a document, or name of a set of records. */
  source: string;
  kind: "document" | "records";
  /** True when this is all the source says, so that whatever it said before is taken away. */
  replaces: boolean;
  /** Hash of all of the above and below; equal to the stored one means that nothing changed. */
  fingerprint: string;
  nodes: readonly NodeContribution[];
  relations: readonly RelationContribution[];
}

/** What a batch did: of each label, how many were new, changed and unchanged, and how many nodes and relations were written or deleted. */
export interface WriteReport {
  labels: Record<ContentLabel, { new: number; changed: number; unchanged: number }>;
  relations: { new: number; changed: number; unchanged: number };
  written: { nodes: number; relations: number };
  /** Number of the batch in the graph's ledger. */
  batch: number;
}
