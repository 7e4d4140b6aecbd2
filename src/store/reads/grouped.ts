import type { CountName } from "../../model/grouping.js";
import type { Interval } from "../../model/interval.js";
import { type Dimension, type PathName, pathTo, type Step } from "./dimensions.js";
import { matchRoot } from "./match.js";
import { OF_ALL, OF_FEW, type Perhaps, type PerhapsForm } from "./perhaps.js";
import type { Filter } from "./plan.js";
import { rightsOf, type Scope, type Variables } from "./predicate.js";
import { pathOf, relationOf } from "./relations.js";

/** Statements to be counted in groups. */
export interface Grouping {
  filters: readonly Filter[];
  by: readonly Dimension[];
  counts: readonly CountName[];
  /** True where all dates that are coarser than the interval are one group, and not one for each of them. */
  coarserTogether?: boolean;
}

/** The path that a count needs, besides those of the groups. */
const COUNTED_PATHS: Readonly<Partial<Record<CountName, PathName>>> = {
  reports: "reports",
  documents: "reports",
  speakers: "speakers",
};

/** What stands for the dates that are coarser than the interval, before all others but the empty name of what has none. */
export const COARSER = "!";

/**
 * The clauses that leave one row for each group: its values as `g0`, `g1` …, and its counts under their names. What a
 * statement lacks is a value too: a node that is null, or an empty text.
 */
export function groupedClauses(
  { filters, by, counts, coarserTogether = false }: Grouping,
  variables: Variables,
): string[] {
  const scope = { node: variables.next("n"), edge: variables.next("e"), variables };
  const { clauses, predicates, repeats, scans = false } = matchRoot("Statement", filters, scope);
  const statement = scope.node;
  const needed = by.flatMap((each) => ("path" in each ? [each.path] : []));
  const counted = counts.flatMap((count) => COUNTED_PATHS[count] ?? []);
  const form = scans ? OF_ALL : OF_FEW;
  const paths = joinedPaths([...new Set([...needed, ...counted])], statement, variables);
  const steps = by.map((each) => stepOf(each, paths, variables));
  const single = counted.every((path) => needed.includes(path)) && needed.every((path) => isSingle(path, by));
  const values = by.map((each, index) => {
    const value = steps[index]?.node ?? textOf(each, paths, statement, { form, coarserTogether });
    return `${value} AS g${index}`;
  });
  const counters = counts.map((count) => `${counterOf(count, single, paths, statement)} AS ${count}`);
  return [
    ...clauses,
    ...(predicates.length === 0 ? [] : [`WHERE ${predicates.join(" AND ")}`]),
    ...(repeats ? [`WITH DISTINCT ${statement}`] : []),
    ...(by.some((each) => each.of === "time" && each.interval === "WEEK") ? [dayClause(statement)] : []),
    ...[...Object.values(paths), ...steps].flatMap(({ found }) => (found === undefined ? [] : [form.clause(found)])),
    `WITH ${counts.length === 0 ? "DISTINCT " : ""}${[...values, ...counters].join(", ")}`,
  ];
}

interface Joined {
  node: string;
  edge: string;
  found: Perhaps;
}
type JoinedPaths = Readonly<Partial<Record<PathName, Joined>>>;

function joinedPaths(names: readonly PathName[], statement: string, variables: Variables): JoinedPaths {
  return Object.fromEntries(names.map((name) => [name, joined(name, statement, variables)]));
}

function joined(name: PathName, statement: string, variables: Variables): Joined {
  const { relation: relationName, to, property } = pathTo(name);
  const relation = relationOf("Statement", relationName);
  const end: Scope = { node: variables.next("n"), edge: variables.next("e"), variables };
  const { node, edge } = end;
  const labelled = relation.to.length > 1 && to !== undefined ? `${node}:${to}` : node;
  const found = {
    from: statement,
    pattern: pathOf(relation, statement, edge, labelled),
    predicates: rightsOf(relation, end, to === undefined ? {} : { to }),
    binds: [node, edge],
    ...(property !== undefined && { reads: [{ of: edge, property }] }),
  };
  return { node, edge, found };
}

/** The node that a dimension means, if it means one, and what finds it where that is not the end of its path. */
interface Meant {
  node?: string;
  found?: Perhaps;
}

const STEPS: Readonly<Record<Step, (from: string, to: string) => Meant>> = {
  outlet: (from, to) => ({
    node: to,
    found: { from, pattern: `(${from})-[:PUBLISHED_BY]->(${to}:Actor)`, predicates: [], binds: [to] },
  }),
  broadest: (from, to) => {
    const pattern = `(${from})-[:BROADER*1..10]->(${to}:Topic)`;
    const predicates = [`NOT EXISTS { MATCH (${to})-[:BROADER]->(:Topic) }`];
    return { node: `coalesce(${to}, ${from})`, found: { from, pattern, predicates, binds: [to] } };
  },
};

function stepOf(dimension: Dimension, paths: JoinedPaths, variables: Variables): Meant {
  if (dimension.of !== "node") return {};
  const { node } = paths[dimension.path] as Joined;
  return dimension.step === undefined ? { node } : STEPS[dimension.step](node, variables.next("n"));
}

/** True of a path that leads by one relation to just what statements are grouped by: none is twice in a group by it. */
function isSingle(path: PathName, by: readonly Dimension[]): boolean {
  const ends = by.filter((each) => each.of === "node" && each.path === path);
  return path !== "reports" && ends.length > 0 && ends.every((each) => each.of === "node" && each.step === undefined);
}

function counterOf(count: CountName, single: boolean, paths: JoinedPaths, statement: string): string {
  switch (count) {
    case "statements":
      return single ? "count(*)" : `count(DISTINCT ${statement})`;
    case "reports":
      return `count(DISTINCT ${paths.reports?.edge})`;
    case "documents":
      return `count(DISTINCT ${paths.reports?.node})`;
    case "speakers":
      return `count(DISTINCT ${paths.speakers?.node})`;
  }
}

/** The value of a dimension that is no node; empty for none. */
function textOf(
  dimension: Dimension,
  paths: JoinedPaths,
  statement: string,
  { form, coarserTogether }: { form: PerhapsForm; coarserTogether: boolean },
): string {
  switch (dimension.of) {
    case "time":
      return timeOf(dimension.interval, statement, coarserTogether);
    case "statement":
      return `coalesce(${statement}.${dimension.property}, '')`;
    case "edge":
      return `coalesce(${form.property((paths[dimension.path] as Joined).edge, dimension.property)}, '')`;
    case "node":
      throw new Error(`the value of ${dimension.field} is a node`);
  }
}

/** The day of a statement that is known to the day, as a date: Grafeo reads parts only of a variable. */
function dayClause(statement: string): string {
  const known = `${statement}.saidDay <> '' AND ${statement}.saidDay = ${statement}.saidLastDay`;
  return `WITH ${statement}, CASE WHEN ${known} THEN date(${statement}.saidDay) ELSE null END AS day`;
}

/**
 * The name of the period that a statement falls in, for `periodOf`. A date is a day, a month or a year, so that what is
 * within a month is within its quarter too.
 */
function timeOf(interval: Interval, statement: string, coarserTogether: boolean): string {
  const [first, last] = [`${statement}.saidDay`, `${statement}.saidLastDay`];
  const part = (length: number) => `substring(${first}, 0, ${length})`;
  const inOne = (length: number) => `${part(length)} = substring(${last}, 0, ${length})`;
  const month = part(7);
  const quarter = `${part(4)} + CASE WHEN ${month} <= ${part(4)} + '-03' THEN '-Q1' WHEN ${month} <= ${part(4)} + '-06' THEN '-Q2' WHEN ${month} <= ${part(4)} + '-09' THEN '-Q3' ELSE '-Q4' END`;
  const monday = "toString(day - duration({days: day.dayOfWeek - 1}))";
  const coarseMonth: Case = [inOne(7), month];
  const cases: Readonly<Record<Interval, readonly Case[]>> = {
    DAY: [[`${first} = ${last}`, first], coarseMonth],
    WEEK: [["day IS NOT NULL", monday], coarseMonth],
    MONTH: [coarseMonth],
    QUARTER: [[inOne(7), quarter]],
    YEAR: [[inOne(4), part(4)]],
  };
  const known = coarserTogether ? cases[interval].slice(0, 1) : cases[interval];
  const whens = [[`${first} = ''`, "''"], ...known].map(([test, value]) => `WHEN ${test} THEN ${value}`);
  return `CASE ${whens.join(" ")} ELSE ${coarserTogether ? `'${COARSER}'` : part(4)} END`;
}

type Case = readonly [test: string, value: string];
