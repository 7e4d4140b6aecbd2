import type { CountName } from "../../model/grouping.js";
import { childCalls, nodeFields } from "./compile.js";
import type { Dimension } from "./dimensions.js";
import type { GroupColumn, GroupsPlan, TimelinePlan } from "./group-plan.js";
import { groupedClauses } from "./grouped.js";
import type { NodePlan } from "./plan.js";
import { Variables } from "./predicate.js";

/** The statement of a grouping: one row with `top`, `sums` and `total`, as far as they are asked for. Undefined for nothing. */
export function compileGroups(plan: GroupsPlan): string | undefined {
  return joinedParts(partsOf(plan, new Variables()));
}

/** The statement of a timeline: besides what a grouping has, `buckets` and `cells`. */
export function compileTimeline(plan: TimelinePlan): string | undefined {
  const variables = new Variables();
  const parts = partsOf(plan, variables);
  if (plan.buckets !== undefined)
    parts.push({ name: "buckets", clauses: bucketClauses(plan, plan.buckets, variables) });
  if (plan.cells !== undefined) {
    parts.push({ name: "shown", needs: "top", clauses: ["RETURN [row IN top | row.k0] AS shown"] });
    parts.push({ name: "cells", needs: "shown", clauses: cellClauses(plan, plan.cells, variables) });
  }
  return joinedParts(parts);
}

/** A subquery that answers under a name, perhaps from what one before it answers. */
interface Part {
  name: string;
  needs?: string;
  clauses: string[];
}

function joinedParts(parts: readonly Part[]): string | undefined {
  if (parts.length === 0) return undefined;
  const calls = parts.map(({ needs = "", clauses }) => `CALL (${needs}) {\n${clauses.join("\n")}\n}`);
  return [...calls, `RETURN ${parts.map(({ name }) => name).join(", ")}`].join("\n");
}

function partsOf(plan: GroupsPlan, variables: Variables): Part[] {
  const { filters, by, top, sums, total } = plan;
  const parts: Part[] = [];
  if (top !== undefined) parts.push({ name: "top", clauses: topClauses(plan, top, variables) });
  if (sums !== undefined) {
    const each = sums.map((count) => `sum(${count}) AS sum_${count}`);
    const fields = ["groups: groups", ...sums.map((count) => `${count}: sum_${count}`)];
    const clauses = groupedClauses({ filters, by, counts: sums }, variables);
    const summed = `WITH ${["count(*) AS groups", ...each].join(", ")}`;
    parts.push({ name: "sums", clauses: [...clauses, summed, `RETURN {${fields.join(", ")}} AS sums`] });
  }
  if (total !== undefined) {
    const clauses = groupedClauses({ filters, by: [], counts: total }, variables);
    parts.push({ name: "total", clauses: [...clauses, `RETURN {${named(total).join(", ")}} AS total`] });
  }
  return parts;
}

function named(names: readonly string[]): string[] {
  return names.map((name) => `${name}: ${name}`);
}

function topClauses({ filters, by }: GroupsPlan, top: NonNullable<GroupsPlan["top"]>, variables: Variables): string[] {
  const { nodes, counts, order, limit } = top;
  const terms = order.flatMap((column) => termsOf(column, by));
  const clauses = [
    ...groupedClauses({ filters, by, counts }, variables),
    `ORDER BY ${terms.join(", ")} LIMIT $${limit}`,
  ];
  const kept = [...by.map((_, index) => `g${index}`), ...counts];
  const fields = named(counts);
  by.forEach((dimension, index) => {
    const name = `g${index}`;
    fields.push(`k${index}: ${keyOf(dimension, name)}`);
    const node = nodes[index];
    if (dimension.of !== "node" || node === undefined) return;
    fields.push(`r${index}: r${index}`);
    clauses.push(
      ...childCalls(node, name, variables),
      `WITH ${[...kept, rowOf(dimension.to, node, name, index)].join(", ")}`,
    );
    kept.push(`r${index}`);
  });
  return [...clauses, `RETURN collect({${fields.join(", ")}}) AS top`];
}

/** The node of a group as a row: what lies below one node is packed before that of the next has the same names. */
function rowOf(to: Parameters<typeof nodeFields>[0], node: NodePlan, name: string, index: number): string {
  return `CASE WHEN ${name} IS NULL THEN null ELSE {${nodeFields(to, node, name).join(", ")}} END AS r${index}`;
}

function termsOf({ by: column, descending }: GroupColumn, by: readonly Dimension[]): string[] {
  const terms = column === "key" ? by.map((dimension, index) => keyOf(dimension, `g${index}`)) : [column];
  return terms.map((term) => (descending ? `${term} DESC` : term));
}

/** What tells a group from others, as text: of a node its key, before it the type where that may differ; empty for none. */
function keyOf(dimension: Dimension, name: string): string {
  if (dimension.of !== "node") return name;
  const key = `${name}.key`;
  return `coalesce(${dimension.to.length > 1 ? `labels(${name})[0] + ' ' + ${key}` : key}, '')`;
}

function bucketClauses({ filters, time, limit }: TimelinePlan, counts: readonly CountName[], variables: Variables) {
  const fields = ["time: g0", ...named(counts)];
  return [
    ...groupedClauses({ filters, by: [time], counts, coarserTogether: true }, variables),
    `ORDER BY g0 LIMIT $${limit}`,
    `RETURN collect({${fields.join(", ")}}) AS buckets`,
  ];
}

/** What stands for all groups that have no series; no key is like it. */
export const OTHERS = " ";

/** The counts of each series in each bucket, and the sums of what has no series. */
function cellClauses(
  { filters, by, time }: TimelinePlan,
  cells: NonNullable<TimelinePlan["cells"]>,
  variables: Variables,
) {
  const { counts, others, limit } = cells;
  const [split] = by as [Dimension];
  const sums = counts.map((count) => `sum(${count}) AS ${count}`);
  const fields = ["series: series", "time: time", ...named(counts)];
  return [
    ...groupedClauses({ filters, by: [split, time], counts, coarserTogether: true }, variables),
    `WITH ${[`${keyOf(split, "g0")} AS k0`, "g1 AS time", ...counts].join(", ")}`,
    ...(others ? [] : ["WHERE k0 IN shown"]),
    `WITH ${[`CASE WHEN k0 IN shown THEN k0 ELSE '${OTHERS}' END AS series`, "time", ...sums].join(", ")}`,
    `ORDER BY series, time LIMIT $${limit}`,
    `RETURN collect({${fields.join(", ")}}) AS cells`,
  ];
}
