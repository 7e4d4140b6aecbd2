import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Query, Resolver } from "type-graphql";
import { Stats } from "../../model/stats.js";
import type { Row } from "../../store/engine.js";
import type { EntityName } from "../../store/reads/entities.js";
import { listFilters } from "../../store/reads/usual.js";
import type { Where } from "../../store/reads/where.js";
import type { Context } from "../context.js";
import type { Planner, Shape } from "../planner.js";
import { readRoot } from "../read-root.js";

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
    return readRoot(info, context as Context, planStats);
  }
}

function planStats(planner: Planner): Shape {
  const names = new Set(planner.selection.fieldsOf("Stats", planner.selection.root).map(({ name }) => name));
  const totals = [...names].flatMap((name): [string, (row: Row) => number][] => {
    const counted = COUNTED[name];
    if (counted === undefined) return [];
    const filters = listFilters(counted.entity, counted.where ?? {}, planner.parameters);
    return [[name, planner.rootTotal(counted.entity, filters)]];
  });
  return (row) => Object.fromEntries(totals.map(([name, total]) => [name, total(row)]));
}
