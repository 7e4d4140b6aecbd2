import { LRUCache } from "lru-cache";
import type { Properties } from "../contribution.js";
import type { Transaction } from "../engine.js";
import type { GraphStore } from "../graph-store.js";
import type { NamedState } from "./planning.js";
import { nodeId } from "./slice.js";

/** Named nodes that are remembered from batch to batch. */
const KEPT = 20_000;

/**
 * The named nodes that the last batches of this process left behind. They are what the graph holds as long as nobody else
 * has written a batch in between, which the number of the batch tells: most mentions then need no reading at all.
 */
export class NodeCache {
  readonly #nodes = new LRUCache<string, Properties>({ max: KEPT });
  #batch = -1;

  /** Forgets everything unless the batch that is beginning follows the last one of this process. */
  async check(tx: Transaction): Promise<void> {
    const [row] = await tx.run("MATCH (l:Ledger {key: $key}) RETURN l.batch AS batch", { key: "ledger" });
    if (row?.batch === this.#batch + 1) return;
    this.#nodes.clear();
    this.#batch = -1;
  }

  find(id: string): Properties | undefined {
    return this.#nodes.get(id);
  }

  /** Remembers what a batch left behind, when it is stored for good. */
  keep(batch: number, states: readonly NamedState[]): void {
    for (const { label, key, after } of states) {
      if (after) this.#nodes.set(nodeId(label, key), after);
      else this.#nodes.delete(nodeId(label, key));
    }
    this.#batch = batch;
  }
}

const caches = new WeakMap<GraphStore, NodeCache>();

/** The cache of a store that is open in this process. */
export function cacheOf(store: GraphStore): NodeCache {
  const known = caches.get(store);
  if (known) return known;
  const cache = new NodeCache();
  caches.set(store, cache);
  return cache;
}
