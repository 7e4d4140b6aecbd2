import type { NodeReference, Properties } from "../contribution.js";
import type { Transaction } from "../engine.js";
import type { ContentLabel } from "../graph-schema.js";
import type { Change, Verdict } from "./change.js";
import type { Draft } from "./draft.js";
import type { Judgements } from "./judgements.js";
import type { NamedLabel } from "./named-node.js";
import type { NodeCache } from "./node-cache.js";
import { nodeId, type Slice } from "./slice.js";

/** What a batch is to write, and how each node and relation that it speaks of comes out. */
export interface Plan {
  change: Change;
  /** By the text that identifies a node. */
  nodes: Map<string, Verdict>;
  relations: { new: number; changed: number; unchanged: number };
  /** The nodes with names that it concerns, before and after. */
  named: readonly NamedState[];
}

/** A node with names before and after a batch; undefined is absence. */
export interface NamedState {
  label: NamedLabel;
  key: string;
  before: Properties | undefined;
  after: Properties | undefined;
}

/** What is being planned: the slice as it is stored and as it is to be. */
export interface Planning extends Plan {
  tx: Transaction;
  cache: NodeCache | undefined;
  slice: Slice;
  draft: Draft;
  judgements: Judgements;
  /** Named nodes that lose a relation, and how many they lose. */
  lost: Map<string, { node: NodeReference; count: number }>;
  /** Named nodes that gain a relation. */
  gained: Set<string>;
  /** Named nodes of which a document no longer says what it said. */
  namesTaken: Set<string>;
  /** Named nodes that a judgement speaks of. */
  judged: Set<string>;
}

/** Plans one node, and keeps how it came out. */
export function planNode(planning: Planning, label: ContentLabel, key: string, after: Properties | undefined): void {
  const verdict = planning.change.node(label, key, planning.slice.node(label, key), after);
  planning.nodes.set(nodeId(label, key), verdict);
}
