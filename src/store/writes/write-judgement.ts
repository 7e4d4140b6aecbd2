import { hash } from "node:crypto";
import type { NodeContribution, NodeReference, WriteReport } from "../contribution.js";
import type { Transaction } from "../engine.js";
import type { GraphStore } from "../graph-store.js";
import type { JudgedStatement, Judgements, Verdict } from "./judgements.js";
import { planChange } from "./plan.js";
import { readJudgements } from "./read-judgements.js";
import { inChunks } from "./read-slice.js";
import { NOTHING_TOUCHED } from "./read-touched.js";
import { writeChange } from "./write-change.js";
import { reportOf } from "./write-report.js";

/** A verdict, who gave it and when, and the actors it speaks of. */
export interface Judging {
  verdict: Verdict;
  actors: readonly NodeContribution[];
  by: string;
  /** ISO 8601. */
  at: string;
  reason: string;
}

/** Stores a judgement for good, and shows all that the graph holds through it, in one transaction. The same again does nothing. */
export async function writeJudgement(store: GraphStore, judging: Judging, dryRun = false): Promise<WriteReport> {
  const { verdict, by, at, reason } = judging;
  const json = JSON.stringify(verdict);
  const key = `${verdict.verdict.toLowerCase()}-${hash("sha256", json).slice(0, 16)}`;
  const { result, batch } = await store.commit(async (tx) => {
    const known = await tx.run("MATCH (j:Judgement {key: $key}) RETURN j.key AS key", { key });
    if (known.length > 0) return { result: reportOf(undefined, [], []), digestChange: 0n, nothing: true };
    const judgements = await readJudgements(tx, new Map([[key, verdict]]));
    const seenAnew = await judgedNodes(tx, verdict, judgements);
    const plan = await planChange(tx, judgements, { ...NOTHING_TOUCHED, seenAnew, judged: judging.actors });
    plan.change.node("Judgement", key, undefined, { key, verdict: verdict.verdict, by, at, reason, json });
    for (const to of judging.actors) {
      const ends = { from: { label: "Judgement", key }, to: { label: "Actor", key: to.key } } as const;
      plan.change.relation(undefined, { type: "JUDGES", ...ends, properties: {} });
    }
    if (!dryRun) await writeChange(tx, plan.change);
    return { result: reportOf(plan, [], []), digestChange: plan.change.digest, nothing: dryRun };
  });
  return { ...result, batch };
}

/** The owners of relations that look different through a new verdict. */
async function judgedNodes(tx: Transaction, verdict: Verdict, judgements: Judgements): Promise<NodeReference[]> {
  if (verdict.verdict === "DISTINCT") return [];
  if (verdict.verdict !== "SAME") return statementsJudged(tx, verdict.statement);
  const actors = judgements.groupOf(verdict.kept);
  return [...actors.map((key) => ({ label: "Actor", key }) as const), ...(await ownersAround(tx, actors))];
}

async function statementsJudged(tx: Transaction, statement: JudgedStatement): Promise<NodeReference[]> {
  if (typeof statement === "string") return [{ label: "Statement", key: statement }];
  const rows = await tx.run(
    "MATCH (d:Document {key: $document}) MATCH (s:Statement)-[r:REPORTED_IN]->(d) WHERE r.at = $at RETURN DISTINCT s.key AS key",
    { document: statement.document, at: statement.at },
  );
  return rows.map(({ key }) => ({ label: "Statement", key: key as string }));
}

/** Where actors stand in relations that others own. */
const AROUND = [
  { label: "Statement", pattern: "(a)-[:MADE]->(o:Statement)" },
  { label: "Statement", pattern: "(a)<-[:ON_BEHALF_OF|ABOUT|ADDRESSED_TO|RELAYED_BY]-(o:Statement)" },
  { label: "Document", pattern: "(a)<-[:PUBLISHED_BY]-(o:Document)" },
  { label: "Event", pattern: "(a)-[:INVOLVED_IN]->(o:Event)" },
  { label: "Actor", pattern: "(a)<-[:MEMBER_OF]-(o:Actor)" },
] as const;

async function ownersAround(tx: Transaction, actors: readonly string[]): Promise<NodeReference[]> {
  const owners: NodeReference[] = [];
  for (const { label, pattern } of AROUND) {
    const statement = `UNWIND $keys AS key MATCH (a:Actor {key: key}) MATCH ${pattern} RETURN DISTINCT o.key AS key`;
    const rows = await inChunks(actors, (keys) => tx.run(statement, { keys }));
    owners.push(...rows.map(({ key }) => ({ label, key: key as string })));
  }
  return owners;
}
