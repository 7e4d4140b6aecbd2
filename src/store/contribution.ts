import type { CypherValue } from "./engine.js";
import type { ContentLabel, RelationType } from "./graph-schema.js";

export type Properties = Readonly<Record<string, CypherValue>>;

export interface NodeReference {
  label: ContentLabel;
  key: string;
}

export interface NodeContribution extends NodeReference {
  /** What the source says of the node; left out where it only refers to it. Dates, folded names and reports' joins are derived. */
  properties?: Properties;
  /** What the built-in gazetteer says of an actor: the same, whoever refers to it. */
  gazetteer?: Properties;
  /** True for a mention that names nobody outside its document. */
  unresolved?: boolean;
}

/** A relation as one source gives it; of REPORTED_IN, `properties.at` belongs to the identity. */
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
  /** Every node that the relations below end in, each once. */
  nodes: readonly NodeContribution[];
  relations: readonly RelationContribution[];
}

/** How many elements of a kind a batch found new, changed and unchanged. */
export interface Counts {
  new: number;
  changed: number;
  unchanged: number;
}

/** What a batch did: counts by label and of relations, and how many nodes and relations were written or deleted. */
export interface WriteReport {
  labels: Record<ContentLabel, Counts>;
  relations: Counts;
  written: { nodes: number; relations: number };
  /** Number of the batch in the graph's ledger. */
  batch: number;
}
