import { type FieldNode, Kind, valueFromASTUntyped } from "graphql";
import { startsFromIndex } from "../../store/reads/anchors.js";
import { type Filter, PlanParameters } from "../../store/reads/plan.js";
import { filtersOf, type Where } from "../../store/reads/where.js";
import type { Limit } from "./limit.js";
import { type Measured, type Scale, weigherOn } from "./measured.js";
import { pageSizeOf } from "./page-sizes.js";

/** Entries that a small list is taken to have: most have one or two, and none shows more than 25. */
const LIST_ENTRIES = 3;
/** What counting all entries of a connection costs, in rows. */
const TOTAL_COUNT = 10;
/** What a condition on a relation costs that no index answers: at a root it is asked of all nodes, below it of those of one. */
const ROOT_CONDITION = 1000;
const NESTED_CONDITION = 100;
/** What it costs to count all statements, where no index says which. */
const COUNT_ALL = 5000;

/** What a query may cost: about the rows it has to read at most, known before it runs. */
export const COST: Limit = {
  name: "cost",
  usesVariables: true,
  check(operation, { maxCost }) {
    const given = costOf(operation);
    if (given <= maxCost) return undefined;
    const message = `A query may cost ${maxCost} at most; given: ${given}. Ask for smaller pages (\`first\`) on the inner levels, for fewer relations at once, or name a key or name where \`where\` asks of a relation.`;
    return { limit: "cost", given, allowed: maxCost, message };
  },
};

/** The sum over all relations followed of the product of the page sizes on the way, and what filters and counts add. */
export function costOf(operation: Measured): number {
  const cost = weigherOn(PARTS, operation, (selection, below) =>
    selection.kind === Kind.FIELD ? costOfField(operation, selection, below) : below,
  );
  return cost(operation.operation.selectionSet).entry;
}

/** What a selection adds: for each entry of the page it stands in, once for the page, and whether entries are read at all. */
interface Parts {
  entry: number;
  page: number;
  reads: boolean;
}

const PARTS: Scale<Parts> = {
  nothing: { entry: 0, page: 0, reads: false },
  join: (left, right) => ({
    entry: left.entry + right.entry,
    page: left.page + right.page,
    reads: left.reads || right.reads,
  }),
};

function costOfField(operation: Measured, field: FieldNode, below: Parts): Parts {
  const facts = operation.facts.get(field);
  if (facts?.total) return { entry: 0, page: TOTAL_COUNT, reads: false };
  if (!facts?.relation) return { ...below, reads: true };
  const entries = pageSizeOf(operation, field) ?? (facts.list ? LIST_ENTRIES : 1);
  const read = below.reads ? Math.max(entries, 0) * (1 + below.entry) : 0;
  return { entry: read + below.page + costOfWhere(operation, field), page: 0, reads: true };
}

function costOfWhere(operation: Measured, field: FieldNode): number {
  const { where: entity, root, counts = false } = operation.facts.get(field) ?? {};
  if (entity === undefined) return 0;
  const filters = whereFilters(objectIn(operation, field, "where"), entity);
  const on = counts ? whereFilters({ about: { some: objectIn(operation, field, "on") } }, entity) : [];
  const all = counts && ![...filters, ...on].some(startsFromIndex) ? COUNT_ALL : 0;
  return all + scanned(filters) * (root ? ROOT_CONDITION : NESTED_CONDITION);
}

function objectIn(operation: Measured, field: FieldNode, name: string): Where {
  const given = field.arguments?.find((argument) => argument.name.value === name);
  const value = given && valueFromASTUntyped(given.value, operation.variables);
  return typeof value === "object" && value !== null ? (value as Where) : {};
}

/** What cannot be planned is refused in its own words when it is executed. */
function whereFilters(where: Where, entity: Parameters<typeof filtersOf>[1]): readonly Filter[] {
  try {
    return filtersOf(where, entity, new PlanParameters());
  } catch {
    return [];
  }
}

/** How many relations are asked of node by node: all but those that all nodes must have to an end from an index. */
function scanned(filters: readonly Filter[]): number {
  return filters.map((filter) => (startsFromIndex(filter) ? 0 : relationsIn(filter))).reduce((sum, n) => sum + n, 0);
}

function relationsIn(filter: Filter): number {
  if (!("filters" in filter)) return 0;
  const below = filter.filters.map(relationsIn).reduce((sum, n) => sum + n, 0);
  return filter.test === "some" ? 1 + below : below;
}
