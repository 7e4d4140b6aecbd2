import type { RunStatus } from "../model/vocabulary.js";
import type { Properties } from "../store/contribution.js";
import type { GraphStore } from "../store/graph-store.js";

/** Side effects of an import: the clock, and what tells two imports of one moment apart. */
export interface ImportEffects {
  now(): Date;
  random(): number;
}

export const IMPORT_EFFECTS: ImportEffects = { now: () => new Date(), random: Math.random };

/** Notes in the graph that an import began, and gives the key of its ImportRun. It is history, not content. */
export async function startRun(store: GraphStore, { now, random }: ImportEffects): Promise<string> {
  const startedAt = now().toISOString();
  const tail = Math.floor(random() * 0xffffffff).toString(16);
  const key = `import-${startedAt.slice(0, 19).replaceAll(":", "-").toLowerCase()}-${tail.padStart(8, "0")}`;
  await note(store, key, { startedAt, status: "RUNNING" satisfies RunStatus, counts: "{}" });
  return key;
}

/** Notes how an import ended. */
export async function endRun(
  store: GraphStore,
  key: string,
  { status, counts }: { status: RunStatus; counts: object },
  { now }: ImportEffects,
): Promise<void> {
  await note(store, key, { finishedAt: now().toISOString(), status, counts: JSON.stringify(counts) });
}

async function note(store: GraphStore, key: string, properties: Properties): Promise<void> {
  await store.engine.write((tx) => tx.run("MERGE (r:ImportRun {key: $key}) SET r += $properties", { key, properties }));
}
