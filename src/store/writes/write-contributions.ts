import type { Contribution, WriteReport } from "../contribution.js";
import type { Transaction } from "../engine.js";
import type { GraphStore } from "../graph-store.js";
import { cacheOf, type NodeCache } from "./node-cache.js";
import { planChange } from "./plan.js";
import type { NamedState, Plan } from "./planning.js";
import { readJudgements } from "./read-judgements.js";
import { NOTHING_TOUCHED } from "./read-touched.js";
import { changedContributions } from "./unchanged.js";
import { writeChange } from "./write-change.js";
import { reportOf } from "./write-report.js";

export interface WriteOptions {
  /** Tells what would be written, and writes nothing. */
  dryRun?: boolean;
  /** Key of the ImportRun that new and changed documents are linked to. */
  run?: string;
}

/**
 * Joins contributions into the graph in one transaction, in their order: what they say and the graph holds already is left
 * alone, and what a replaced document no longer says is taken away.
 */
export async function writeContributions(
  store: GraphStore,
  contributions: readonly Contribution[],
  options: WriteOptions = {},
): Promise<WriteReport> {
  const cache = cacheOf(store);
  const { result, batch } = await store.commit<Outcome>(async (tx) => {
    await cache.check(tx);
    const changed = await changedContributions(tx, contributions);
    const plan = changed.length > 0 ? await planContributions(tx, changed, cache) : undefined;
    const report = reportOf(plan, contributions, changed);
    if (!plan || plan.change.isEmpty || options.dryRun) return { result: { report }, digestChange: 0n, nothing: true };
    await write(tx, plan, options.run);
    return { result: { report, named: plan.named }, digestChange: plan.change.digest };
  });
  if (result.named) cache.keep(batch, result.named);
  return { ...result.report, batch };
}

/** What a batch did, and the named nodes that it left behind. */
interface Outcome {
  report: WriteReport;
  named?: readonly NamedState[];
}

async function planContributions(
  tx: Transaction,
  contributions: readonly Contribution[],
  cache: NodeCache,
): Promise<Plan> {
  return planChange(tx, await readJudgements(tx), { ...NOTHING_TOUCHED, contributions }, cache);
}

async function write(tx: Transaction, plan: Plan, run: string | undefined): Promise<void> {
  await writeChange(tx, plan.change);
  if (run === undefined) return;
  const documents = [...plan.nodes].filter(([id, verdict]) => id.startsWith("Document\t") && verdict !== "unchanged");
  const keys = documents.map(([id]) => id.slice("Document\t".length));
  await tx.run(
    "UNWIND $keys AS key MATCH (d:Document {key: key}) MATCH (r:ImportRun {key: $run}) MERGE (d)-[:BROUGHT_BY]->(r)",
    { keys, run },
  );
}
