import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Query, Resolver } from "type-graphql";
import { Stats } from "../../model/stats.js";
import type { Dialect, Row } from "../../store/engine.js";
import type { EntityName } from "../../store/reads/entities.js";
import { columnsOf } from "../../store/reads/orders.js";
import type { Filter } from "../../store/reads/plan.js";
import { listFilters } from "../../store/reads/usual.js";
import type { Where } from "../../store/reads/where.js";
import type { Context } from "../context.js";
import type { Planner, Shape } from "../planner.js";
import { readRoot } from "../read-root.js";
import { NOTHING, type SelectedField } from "../selection.js";

/** What each count counts: the nodes that a list with this `where` would have. */
const COUNTED: Readonly<Record<string, { entity: EntityName; where?: Where }>> = {
  statements: { entity: "Statement" },
  retracted: { entity: "Statement", where: { status: { eq: "RETRACTED" } } },
  documents: { entity: "Document" },
  actors: { entity: "Actor" },
  mentions: { entity: "Actor", where: { resolved: { eq: false } } },
  outlets: { entity: "Actor", where: { kind: { eq: "MEDIA" } } },
  events: { entity: "Event" },
  topics: { entity: "Topic" },
  importRuns: { entity: "ImportRun" },
};

@Resolver()
export class StatsResolver {
  @Query(() => Stats, { nullable: true, description: "How much the graph holds of what the caller may see." })
  stats(@Info() info: GraphQLResolveInfo, @Ctx() context: object) {
    return readRoot(info, context as Context, (planner) =>
      planStats(planner, (context as Context).store.engine.dialect),
    );
  }
}

const DIRECTIONS = { firstSaid: "ASC", lastSaid: "DESC" } as const;

function planStats(planner: Planner, { name: store }: Dialect): Shape {
  const answers: [string, (row: Row) => unknown][] = [];
  const properties = new Map<string, (row: Row) => unknown>();
  for (const field of planner.selection.fieldsOf("Stats", planner.selection.root)) {
    const { name, as } = field;
    if (name === "lastImport") answers.push([as, planLastImport(planner, field)]);
    else if (!properties.has(name)) properties.set(name, planFigure(planner, name, store));
  }
  return (row) => ({ ...shaped([...properties], row), answers: shaped(answers, row) });
}

function planFigure(planner: Planner, name: string, store: string): (row: Row) => unknown {
  const counted = COUNTED[name];
  if (counted !== undefined) {
    return planner.rootTotal(counted.entity, listFilters(counted.entity, counted.where ?? {}, planner.parameters));
  }
  return name === "firstSaid" || name === "lastSaid" ? planDay(planner, DIRECTIONS[name]) : () => store;
}

/** The day of the dated statement that comes first in an order by days. */
function planDay(planner: Planner, direction: "ASC" | "DESC"): (row: Row) => unknown {
  const dated: Filter = {
    test: "property",
    on: "node",
    property: "saidDay",
    operator: ">",
    parameter: planner.parameters.add(""),
  };
  const filters = [dated, ...listFilters("Statement", {}, planner.parameters)];
  const order = columnsOf("Statement", [{ field: "SAID_AT", direction }]);
  const shape = planner.rootNodes("Statement", NOTHING, { filters, order, limit: 1 });
  return (row) => (shape(row)[0] as { saidDay?: string } | undefined)?.saidDay ?? null;
}

function planLastImport(planner: Planner, field: SelectedField): (row: Row) => unknown {
  const shape = planner.rootNodes("ImportRun", field, { filters: [], order: columnsOf("ImportRun", []), limit: 1 });
  return (row) => shape(row)[0] ?? null;
}

function shaped(shapes: readonly [string, (row: Row) => unknown][], row: Row): Record<string, unknown> {
  return Object.fromEntries(shapes.map(([name, shape]) => [name, shape(row)]));
}
