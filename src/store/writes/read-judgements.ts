import type { Transaction } from "../engine.js";
import { Judgements, type Verdict } from "./judgements.js";

/** All judgements of a graph, in an order of their own, so that everybody sees the same. */
export async function readJudgements(tx: Transaction): Promise<Judgements> {
  const rows = await tx.run("MATCH (j:Judgement) RETURN j.key AS key, j.json AS json");
  const sorted = rows.toSorted((a, b) => ((a.key as string) < (b.key as string) ? -1 : 1));
  return new Judgements(sorted.map(({ json }) => JSON.parse(json as string) as Verdict));
}
