import { NotFound } from "../../errors.js";
import type { WriteReport } from "../contribution.js";
import type { GraphStore } from "../graph-store.js";
import { planChange } from "./plan.js";
import { readJudgements } from "./read-judgements.js";
import { NOTHING_TOUCHED } from "./read-touched.js";
import { writeChange } from "./write-change.js";
import { reportOf } from "./write-report.js";

/** Takes a document and all it brought away, in one transaction; NotFound as a value when there is no such document. */
export async function removeDocument(store: GraphStore, key: string): Promise<WriteReport | NotFound> {
  const { result, batch } = await store.commit<WriteReport | NotFound>(async (tx) => {
    const plan = await planChange(tx, await readJudgements(tx), { ...NOTHING_TOUCHED, removed: [key] });
    if (plan.change.isEmpty) return { result: notFound(key), digestChange: 0n, nothing: true };
    await writeChange(tx, plan.change);
    return { result: reportOf(plan, [], []), digestChange: plan.change.digest };
  });
  return result instanceof NotFound ? result : { ...result, batch };
}

function notFound(key: string): NotFound {
  return new NotFound(`There is no document with the key ${JSON.stringify(key)}; list documents to see their keys`);
}
