import type { CypherEngine } from "./engine.js";
import { createStatement, indexesServing, nameOf } from "./schema-setup.js";

/** The engines that have them. */
const made = new WeakSet<CypherEngine>();

/**
 * Makes the indexes that are needed only during an import, to find documents that statements refer to or new texts resemble. An engine that builds its indexes at each open would
 * spend 6 % of that on them; making them takes 30 ms for 10,000 documents, once.
 */
export async function makePassingIndexes(engine: CypherEngine): Promise<void> {
  if (engine.dialect.keepsIndexes || made.has(engine)) return;
  await engine.define(indexesServing(["arrivals"]).map(createStatement));
  made.add(engine);
}

/** Drops them again, where they were made. */
export async function dropPassingIndexes(engine: CypherEngine): Promise<void> {
  if (!made.delete(engine)) return;
  await engine.define(indexesServing(["arrivals"]).map((index) => `DROP INDEX ${nameOf(index)} IF EXISTS`));
}
