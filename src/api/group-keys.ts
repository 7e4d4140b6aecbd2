import { InvalidInput } from "../errors.js";
import { COUNTS, type CountName, GREATEST_BY, type GroupBy } from "../model/grouping.js";
import { periodOf } from "../model/interval.js";
import { GREATEST_PAGE_SIZE } from "../model/page.js";
import type { CypherValue, Row } from "../store/engine.js";
import { DIMENSIONS, type Dimension, dimensionsOf } from "../store/reads/dimensions.js";
import type { NodePlan } from "../store/reads/plan.js";
import type { NodeRow } from "../store/reads/rows.js";
import type { Planner } from "./planner.js";
import type { SelectedField } from "./selection.js";

/** What is read of the node that each dimension leads to; undefined where nothing is. */
export type KeyNodes = (NodePlan | undefined)[];

/** Gives what a group answers out of its row. */
export type KeyShape = (row: Row) => { answers: Readonly<Record<string, unknown>>; [property: string]: unknown };

/** The dimensions that are asked for, which must be few and different, with one unit of time at most. */
export function askedDimensions(by: readonly GroupBy[]): Dimension[] {
  if (by.length < 1 || by.length > GREATEST_BY) {
    throw new InvalidInput(
      `by takes from 1 to ${GREATEST_BY} things to group by, not ${by.length}; leave some out, or bound them in where`,
    );
  }
  const twice = by.find((name, index) => by.indexOf(name) !== index);
  if (twice !== undefined) throw new InvalidInput(`by names ${twice} twice; name it once`);
  const times = by.filter((name) => DIMENSIONS[name].of === "time");
  if (times.length > 1) {
    throw new InvalidInput(`by takes one unit of time, not ${times.join(" and ")}; ask for the finest of them`);
  }
  return dimensionsOf(by);
}

/** The counts that are selected of a type. */
export function countsOf(planner: Planner, type: string, field: SelectedField): CountName[] {
  const names = planner.selection.fieldsOf(type, field).map(({ name }) => name);
  return COUNTS.filter((count) => names.includes(count));
}

/** Plans what groups show of what they are of: actors, events, topics and documents go into `nodes`. */
export function planKeys(
  planner: Planner,
  type: string,
  field: SelectedField,
  by: readonly Dimension[],
  nodes: KeyNodes,
): KeyShape {
  const shapes: [string, (row: Row) => unknown][] = [];
  for (const selected of planner.selection.fieldsOf(type, field)) {
    const index = by.findIndex((dimension) => dimension.field === selected.name);
    const dimension = by[index];
    if (dimension === undefined) assertNoKey(selected.name);
    else if (dimension.of === "node") {
      const into = nodes[index] ?? { heavy: [], children: [] };
      nodes[index] = into;
      const shape = shapeOf(planner, dimension.to, selected, into);
      shapes.push([selected.as, (row) => nodeAt(row, index, shape)]);
    }
  }
  const texts = by.flatMap((dimension, index) => (dimension.of === "node" ? [] : [{ dimension, index }]));
  return (row) => ({
    ...row,
    ...Object.fromEntries(
      texts.map(({ dimension, index }) => [dimension.field, keyValue(dimension, row[`k${index}`])]),
    ),
    answers: answersOf(shapes, row),
  });
}

/** How many groups are asked for at most. */
export function greatestOf(first: number | null | undefined, fallback: number): number {
  const size = first ?? fallback;
  if (size >= 1 && size <= GREATEST_PAGE_SIZE) return size;
  throw new InvalidInput(
    `first is from 1 to ${GREATEST_PAGE_SIZE}, not ${size}; others has the sums of what is not shown, and where leaves groups out`,
  );
}

/** What was selected, under its names in the query. */
export function answersOf(shapes: readonly [string, (row: Row) => unknown][], row: Row): Record<string, unknown> {
  return Object.fromEntries(shapes.map(([as, shape]) => [as, shape(row)]));
}

/** Selecting what is not grouped by is a mistake: null would read as "there is none". */
function assertNoKey(field: string): void {
  const names = Object.entries(DIMENSIONS).filter(([, dimension]) => dimension.field === field);
  if (names.length === 0) return;
  const name = names.map(([name]) => name).join(" or ");
  throw new InvalidInput(
    `${field} is not what these groups are of; add ${name} to what they are grouped by, or leave it out`,
  );
}

type NodeShape = (row: NodeRow) => object;

function shapeOf(
  planner: Planner,
  to: Extract<Dimension, { of: "node" }>["to"],
  field: SelectedField,
  into: NodePlan,
): NodeShape {
  const [only] = to;
  if (to.length === 1 && only !== undefined) return planner.nodes(only, field, into);
  const shapes = new Map<string, NodeShape>(to.map((label) => [label, planner.nodes(label, field, into, label)]));
  return (row) => (shapes.get(row.label ?? "") as NodeShape)(row);
}

function nodeAt(row: Row, index: number, shape: NodeShape): object | null {
  const node = row[`r${index}`] as NodeRow | null | undefined;
  return node === null || node === undefined ? null : shape(node);
}

function keyValue(dimension: Dimension, value: CypherValue | undefined): unknown {
  if (typeof value !== "string" || value === "") return null;
  return dimension.of === "time" ? periodOf(value, dimension.interval) : value;
}
