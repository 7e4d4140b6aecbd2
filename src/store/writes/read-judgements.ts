import type { Row, Transaction } from "../engine.js";
import { Judgements, type Verdict } from "./judgements.js";

const ALL = "MATCH (j:Judgement) RETURN j.key AS key, j.json AS json";

/** All judgements of a graph, in an order of their own, so that everybody sees the same; with some that are new. */
export async function readJudgements(
  tx: Transaction,
  added: ReadonlyMap<string, Verdict> = new Map(),
): Promise<Judgements> {
  return judgementsIn(await tx.run(ALL), added);
}

/** The same outside a transaction. */
export async function findJudgements(read: (statement: string) => Promise<Row[]>): Promise<Judgements> {
  return judgementsIn(await read(ALL), new Map());
}

function judgementsIn(rows: readonly Row[], added: ReadonlyMap<string, Verdict>): Judgements {
  const verdicts = new Map(rows.map(({ key, json }) => [key as string, JSON.parse(json as string) as Verdict]));
  for (const [key, verdict] of added) verdicts.set(key, verdict);
  return new Judgements([...verdicts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, verdict]) => verdict));
}
