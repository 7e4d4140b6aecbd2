import type { Contribution, WriteReport } from "../contribution.js";
import { CONTENT_LABELS, type ContentLabel } from "../graph-schema.js";
import type { Plan } from "./planning.js";
import { nodeId } from "./slice.js";

/** The report of a batch of which nothing is done yet. */
export function emptyReport(): WriteReport {
  const labels = Object.fromEntries(CONTENT_LABELS.map((label) => [label, { new: 0, changed: 0, unchanged: 0 }]));
  return {
    labels: labels as WriteReport["labels"],
    relations: { new: 0, changed: 0, unchanged: 0 },
    written: { nodes: 0, relations: 0 },
    batch: 0,
  };
}

/** Reports what a plan writes, and of what was brought all that it leaves as it is. */
export function reportOf(
  plan: Plan | undefined,
  all: readonly Contribution[],
  changed: readonly Contribution[],
): WriteReport {
  const report = emptyReport();
  const counted = new Set<string>();
  for (const [id, verdict] of plan?.nodes ?? []) {
    if (verdict === "unchanged") continue;
    counted.add(id);
    if (verdict !== "deleted") report.labels[labelOf(id)][verdict] += 1;
  }
  for (const { label, key } of all.flatMap(({ nodes }) => nodes)) {
    const id = nodeId(label, key);
    if (counted.has(id)) continue;
    counted.add(id);
    report.labels[label].unchanged += 1;
  }
  if (plan) Object.assign(report, { relations: { ...plan.relations }, written: { ...plan.change.written } });
  const rewritten = new Set(changed);
  for (const contribution of all)
    if (!rewritten.has(contribution)) report.relations.unchanged += contribution.relations.length;
  return report;
}

function labelOf(id: string): ContentLabel {
  return id.slice(0, id.indexOf("\t")) as ContentLabel;
}

/** Adds the counts of a batch to those of the batches before. */
export function addReport(total: WriteReport, batch: WriteReport): void {
  for (const label of CONTENT_LABELS) addCounts(total.labels[label], batch.labels[label]);
  addCounts(total.relations, batch.relations);
  total.written.nodes += batch.written.nodes;
  total.written.relations += batch.written.relations;
  total.batch = batch.batch;
}

function addCounts(total: WriteReport["relations"], counts: WriteReport["relations"]): void {
  total.new += counts.new;
  total.changed += counts.changed;
  total.unchanged += counts.unchanged;
}
