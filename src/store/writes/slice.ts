import type { NodeReference, Properties } from "../contribution.js";
import type { ContentLabel } from "../graph-schema.js";
import { type Entry, entriesOf, type HeldRelation } from "./entry.js";
import { ownerOf } from "./relation-rules.js";
import { fullRelations } from "./told-once.js";

/** The text under which a node is the same. */
export function nodeId(label: ContentLabel, key: string): string {
  return `${label}\t${key}`;
}

/** An owner of relations: what the graph holds at it, and the entries of it as they are to be. */
export interface Owner {
  label: ContentLabel;
  key: string;
  held: readonly HeldRelation[];
  entries: Entry[];
}

/**
 * The part of the graph that a batch touches: its nodes as they are stored, and with each owner of relations all that it owns.
 * What is not in it when it has been read is not in the graph.
 */
export class Slice {
  readonly nodes = new Map<string, Properties>();
  readonly owners = new Map<string, Owner>();
  /** The owners at which a source has entries. */
  readonly #ownersOfSource = new Map<string, Set<Owner>>();

  node(label: ContentLabel, key: string): Properties | undefined {
    return this.nodes.get(nodeId(label, key));
  }

  /** Takes in all that the graph holds at an owner, whose node was read before. */
  hold(label: ContentLabel, key: string, held: readonly HeldRelation[]): void {
    const owner = this.#owner({ label, key });
    owner.held = held;
    const statement = label === "Statement" ? this.node(label, key) : undefined;
    const relations = statement ? fullRelations(statement, held) : held;
    for (const relation of relations) for (const entry of entriesOf(relation)) this.#push(owner, entry);
  }

  add(entry: Entry): void {
    this.#push(this.#owner(ownerOf(entry)), entry);
  }

  /** Takes the entries of a source away that `gone` tells. */
  subtract(source: string, gone: (entry: Entry, owner: Owner) => boolean): void {
    for (const owner of this.#ownersOfSource.get(source) ?? []) {
      owner.entries = owner.entries.filter((entry) => entry.source !== source || !gone(entry, owner));
    }
  }

  owner(label: ContentLabel, key: string): Owner | undefined {
    return this.owners.get(nodeId(label, key));
  }

  #owner({ label, key }: NodeReference): Owner {
    const id = nodeId(label, key);
    const known = this.owners.get(id);
    if (known) return known;
    const owner: Owner = { label, key, held: [], entries: [] };
    this.owners.set(id, owner);
    return owner;
  }

  #push(owner: Owner, entry: Entry): void {
    owner.entries.push(entry);
    const owners = this.#ownersOfSource.get(entry.source);
    if (owners) owners.add(owner);
    else this.#ownersOfSource.set(entry.source, new Set([owner]));
  }
}
