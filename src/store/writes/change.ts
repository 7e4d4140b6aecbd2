import type { Properties } from "../contribution.js";
import { nodeHash, relationHash } from "../digest.js";
import type { ContentLabel, RelationType } from "../graph-schema.js";
import type { HeldRelation } from "./entry.js";
import { sameProperties } from "./joins.js";

/** A relation to write: its ends by key. */
export interface RelationRow {
  from: string;
  to: string;
  properties: Properties;
}

/** Relations of one type between two labels. */
export interface RelationPattern {
  type: RelationType;
  from: ContentLabel;
  to: ContentLabel;
  rows: RelationRow[];
}

export type Verdict = "new" | "changed" | "unchanged" | "deleted";

/** What a batch writes, and by how much that changes the digest of the content. */
export class Change {
  readonly createdNodes = new Map<ContentLabel, Properties[]>();
  readonly setNodes = new Map<ContentLabel, Properties[]>();
  readonly deletedNodes = new Map<ContentLabel, string[]>();
  readonly createdRelations = new Map<string, RelationPattern>();
  readonly setRelations = new Map<string, RelationPattern>();
  readonly deletedRelations = new Map<string, RelationPattern>();
  readonly written = { nodes: 0, relations: 0 };
  #digest = 0n;

  /** Sum of the hashes of what is added, less those of what is taken away. */
  get digest(): bigint {
    return this.#digest;
  }

  get isEmpty(): boolean {
    return this.written.nodes + this.written.relations === 0;
  }

  /** Brings one node from a stored state to a new one; undefined is absence. */
  node(label: ContentLabel, key: string, before: Properties | undefined, after: Properties | undefined): Verdict {
    if (before === after || (before && after && sameProperties(before, after))) return "unchanged";
    if (before) this.#digest -= nodeHash(label, key, before);
    if (after) this.#digest += nodeHash(label, key, after);
    this.written.nodes += 1;
    if (after) listAt(before ? this.setNodes : this.createdNodes, label).push(after);
    else listAt(this.deletedNodes, label).push(key);
    return verdictOf(before, after);
  }

  /** The same of one relation, whose ends are equal in both states. */
  relation(before: HeldRelation | undefined, after: HeldRelation | undefined): Verdict {
    if (before && after && sameProperties(before.properties, after.properties)) return "unchanged";
    const relation = (after ?? before) as HeldRelation;
    if (before) this.#digest -= hashOf(before);
    if (after) this.#digest += hashOf(after);
    this.written.relations += 1;
    if (!after) rowsAt(this.deletedRelations, relation).push(rowOf(relation));
    else rowsAt(before ? this.setRelations : this.createdRelations, relation).push(rowOf(relation));
    return verdictOf(before, after);
  }
}

function verdictOf(before: unknown, after: unknown): Verdict {
  if (!after) return "deleted";
  return before ? "changed" : "new";
}

function hashOf({ type, from, to, properties }: HeldRelation): bigint {
  const at = type === "REPORTED_IN" ? (properties.at as number) : undefined;
  return relationHash(type, from.key, to.key, at, properties);
}

function rowOf({ from, to, properties }: HeldRelation): RelationRow {
  return { from: from.key, to: to.key, properties };
}

function rowsAt(patterns: Map<string, RelationPattern>, { type, from, to }: HeldRelation): RelationRow[] {
  const id = `${from.label} ${type} ${to.label}`;
  const known = patterns.get(id);
  if (known) return known.rows;
  const pattern: RelationPattern = { type, from: from.label, to: to.label, rows: [] };
  patterns.set(id, pattern);
  return pattern.rows;
}

function listAt<Key, Item>(map: Map<Key, Item[]>, key: Key): Item[] {
  const known = map.get(key);
  if (known) return known;
  const list: Item[] = [];
  map.set(key, list);
  return list;
}
