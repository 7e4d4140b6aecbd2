import { InvalidInput } from "../errors.js";
import { type CountName, GREATEST_BUCKETS, GREATEST_CELLS, type GroupBy, SERIES } from "../model/grouping.js";
import type { Interval } from "../model/interval.js";
import { GREATEST_PAGE_SIZE } from "../model/page.js";
import type { Row } from "../store/engine.js";
import { compileTimeline, OTHERS } from "../store/reads/compile-groups.js";
import { DIMENSIONS, type Dimension } from "../store/reads/dimensions.js";
import type { TimelinePlan } from "../store/reads/group-plan.js";
import { listFilters } from "../store/reads/usual.js";
import type { Where } from "../store/reads/where.js";
import { assertCells, bucketsOf, periodsOf, timesBySeries, timesOf } from "./buckets.js";
import { askedDimensions, countsOf, greatestOf, type KeyNodes, type KeyShape, planKeys } from "./group-keys.js";
import type { Planner } from "./planner.js";
import type { Compiled } from "./read-root.js";
import type { SelectedField } from "./selection.js";
import { countsIn, union } from "./sums.js";

/** The arguments of `timeline`. */
export interface AskedTimeline {
  interval: Interval;
  splitBy?: GroupBy | null;
  where?: Where | null;
  first?: number | null;
}

/** What of a timeline or a series is spread over time: all three come from the same rows. */
const THROUGH_TIME: Readonly<Record<string, string>> = { buckets: "Bucket", undated: "Counts", coarser: "Counts" };

/** Plans the one statement of a timeline, and what it answers of its row. */
export function planTimeline(planner: Planner, { interval, splitBy, where, first }: AskedTimeline): Compiled {
  const { selection, parameters } = planner;
  const by = splitBy ? splitOf(splitBy) : [];
  const fields = selection.fieldsOf("Timeline", selection.root);
  const series = fields.filter(({ name }) => name === "top" || name === "others");
  if (series.length > 0 && by.length === 0) {
    throw new InvalidInput(
      "top and others are of the groups of splitBy, which is not given; add splitBy, or leave them out",
    );
  }
  const filters = listFilters("Statement", where ?? {}, parameters);
  // One more than there may be, beside what has no date and what has a coarser one.
  const limit = parameters.add(GREATEST_BUCKETS + 3);
  const plan: TimelinePlan = {
    filters,
    by,
    time: DIMENSIONS[interval],
    limit,
    buckets: spreadOf(planner, "Timeline", selection.root),
  };
  const totals = fields.filter(({ name }) => name === "total").map((field) => countsOf(planner, "Counts", field));
  if (totals.flat().length > 0) plan.total = union(...totals);
  const tops = planSeries(planner, plan, series, greatestOf(first, SERIES));
  const shown = { interval, fills: fields.some(({ name }) => name === "buckets") };
  return { text: compileTimeline(plan), shape: (row) => answerOf(row, plan, shown, tops) };
}

function splitOf(splitBy: GroupBy): Dimension[] {
  if (DIMENSIONS[splitBy].of !== "time") return askedDimensions([splitBy]);
  throw new InvalidInput(
    `splitBy is no unit of time such as ${splitBy}, which interval is for; split by something else`,
  );
}

/** The counts that are asked for through time below a field; undefined when nothing is. */
function spreadOf(planner: Planner, type: string, field: SelectedField): CountName[] | undefined {
  const parts = planner.selection.fieldsOf(type, field).filter(({ name }) => Object.hasOwn(THROUGH_TIME, name));
  if (parts.length === 0) return undefined;
  return union(...parts.map((part) => countsOf(planner, THROUGH_TIME[part.name] as string, part)));
}

/** Plans the series below `top` and `others`, and how the entries of each `top` are answered. */
function planSeries(
  planner: Planner,
  plan: TimelinePlan,
  fields: readonly SelectedField[],
  first: number,
): [string, KeyShape][] {
  if (fields.length === 0) return [];
  const nodes: KeyNodes = plan.by.map(() => undefined);
  const tops = fields.filter(({ name }) => name === "top");
  const others = fields.filter(({ name }) => name === "others");
  const counts = union(["statements"], ...tops.map((field) => countsOf(planner, "Series", field)));
  const order = [{ by: "statements", descending: true } as const, { by: "key", descending: false } as const];
  plan.top = { nodes, counts, order, limit: planner.parameters.add(first) };
  if (others.some((field) => asks(planner, "OtherSeries", field, "groups"))) plan.sums = [];
  const ofTops = spreadsOf(planner, "Series", tops);
  const ofOthers = spreadsOf(planner, "OtherSeries", others);
  if (ofTops.length + ofOthers.length > 0) {
    const spread = union(...ofTops, ...ofOthers);
    const limit = planner.parameters.add(GREATEST_CELL_ROWS);
    plan.cells = { counts: spread.length > 0 ? spread : ["statements"], others: ofOthers.length > 0, limit };
    // From the first to the last bucket of the timeline, not of its series.
    plan.buckets ??= [];
  }
  return tops.map((field) => [field.as, planKeys(planner, "Series", field, plan.by, nodes)]);
}

function spreadsOf(planner: Planner, type: string, fields: readonly SelectedField[]): CountName[][] {
  return fields.flatMap((field) => {
    const counts = spreadOf(planner, type, field);
    return counts === undefined ? [] : [counts];
  });
}

function asks(planner: Planner, type: string, field: SelectedField, name: string): boolean {
  return planner.selection.fieldsOf(type, field).some((selected) => selected.name === name);
}

/** With those that are undated or coarser: rows that are left out belong to series that are refused as too many. */
const GREATEST_CELL_ROWS = GREATEST_CELLS + 2 * (GREATEST_PAGE_SIZE + 1);

function answerOf(
  row: Row,
  plan: TimelinePlan,
  shown: { interval: Interval; fills: boolean },
  tops: [string, KeyShape][],
) {
  const top = (row.top as readonly Row[] | undefined) ?? [];
  const times = timesOf((row.buckets as readonly Row[] | undefined) ?? []);
  const periods = shown.fills || plan.cells ? periodsOf(times, shown.interval) : [];
  const cells = timesBySeries((row.cells as readonly Row[] | undefined) ?? []);
  if (plan.cells) assertCells(top.length + (plan.cells.others ? 1 : 0), periods.length);
  const seriesOf = (name: string) => bucketsOf(cells.get(name) ?? new Map(), periods, plan.cells?.counts ?? []);
  const groups = row.sums === undefined ? {} : { groups: Number((row.sums as Row).groups) - top.length };
  const answers = tops.map(([as, shape]) => {
    return [as, top.map((group) => ({ ...shape(group), ...seriesOf(String(group.k0)) }))];
  });
  return {
    ...bucketsOf(times, periods, plan.buckets ?? []),
    total: countsIn(row.total as Row | undefined, plan.total ?? []),
    others: { ...groups, ...seriesOf(OTHERS) },
    answers: Object.fromEntries(answers),
  };
}
