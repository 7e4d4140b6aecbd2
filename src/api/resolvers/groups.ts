import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { GroupArgs, Groups } from "../../model/group.js";
import type { CountName, GroupBy } from "../../model/grouping.js";
import { PAGE_SIZE } from "../../model/page.js";
import type { Row } from "../../store/engine.js";
import { compileGroups } from "../../store/reads/compile-groups.js";
import type { GroupColumn, GroupsPlan } from "../../store/reads/group-plan.js";
import { listFilters } from "../../store/reads/usual.js";
import type { Where } from "../../store/reads/where.js";
import type { Context } from "../context.js";
import { answersOf, askedDimensions, countsOf, greatestOf, type KeyNodes, planKeys } from "../group-keys.js";
import type { Planner } from "../planner.js";
import { type Compiled, readCompiled } from "../read-root.js";
import { countsIn, othersOf, union } from "../sums.js";

interface Asked {
  by: GroupBy[];
  where?: Where | null;
  orderBy?: { field: string; direction: "ASC" | "DESC" }[] | null;
  first?: number | null;
}

@Resolver()
export class GroupResolver {
  @Query(() => Groups, {
    nullable: true,
    description:
      "Statements that stand, counted by what they have in common. One with several speakers, targets or reports is in several groups; one without is in a group of its own.",
  })
  groups(@Args(() => GroupArgs) asked: object, @Info() info: GraphQLResolveInfo, @Ctx() context: object) {
    return readCompiled(info, context as Context, (planner) => planGroups(planner, asked as Asked));
  }
}

function planGroups(planner: Planner, { by: names, where, orderBy, first }: Asked): Compiled {
  const by = askedDimensions(names);
  const filters = listFilters("Statement", where ?? {}, planner.parameters);
  const limit = planner.parameters.add(greatestOf(first, PAGE_SIZE));
  const order = columnsOf(orderBy ?? []);
  const nodes: KeyNodes = by.map(() => undefined);
  const ordered = order.flatMap(({ by: column }) => (column === "key" ? [] : [column]));
  const plan: GroupsPlan = { filters, by };
  const shapes: [string, (row: Row) => unknown][] = [];
  const readTop = (counts: readonly CountName[]) => {
    plan.top = { nodes, order, limit, counts: union(plan.top?.counts ?? ordered, counts) };
  };
  for (const field of planner.selection.fieldsOf("Groups", planner.selection.root)) {
    switch (field.name) {
      case "top": {
        readTop(countsOf(planner, "Group", field));
        const shape = planKeys(planner, "Group", field, by, nodes);
        shapes.push([field.as, (row) => (row.top as readonly Row[]).map(shape)]);
        break;
      }
      case "others": {
        const counts = countsOf(planner, "OtherGroups", field);
        readTop(counts);
        plan.sums = union(plan.sums ?? [], counts);
        shapes.push([field.as, (row) => othersOf(row.sums as Row, row.top as readonly Row[], counts)]);
        break;
      }
      case "groupCount":
        plan.sums ??= [];
        shapes.push([field.as, (row) => Number((row.sums as Row).groups)]);
        break;
      case "total": {
        const counts = countsOf(planner, "Counts", field);
        if (counts.length > 0) plan.total = union(plan.total ?? [], counts);
        shapes.push([field.as, (row) => countsIn(row.total as Row | undefined, counts)]);
      }
    }
  }
  return { text: compileGroups(plan), shape: (row) => ({ answers: answersOf(shapes, row) }) };
}

/** Most statements first unless asked otherwise, the first mention of each column counting; the key decides between equals. */
function columnsOf(asked: NonNullable<Asked["orderBy"]>): GroupColumn[] {
  const columns = new Map<GroupColumn["by"], GroupColumn>();
  const add = (by: GroupColumn["by"], descending: boolean) => columns.has(by) || columns.set(by, { by, descending });
  for (const { field, direction } of asked) {
    add(field === "KEY" ? "key" : (field.toLowerCase() as CountName), direction === "DESC");
  }
  if (asked.length === 0) add("statements", true);
  add("key", false);
  return [...columns.values()];
}
