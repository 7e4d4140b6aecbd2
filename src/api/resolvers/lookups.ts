import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { InvalidInput } from "../../errors.js";
import { Actor } from "../../model/actor.js";
import { ActorLookup, IdArgs, IdsArgs, KeyArgs } from "../../model/lookup.js";
import { decodeNodeId, encodeNodeId } from "../../model/node-id.js";
import { GREATEST_PAGE_SIZE, Node } from "../../model/page.js";
import { Statement } from "../../model/statement.js";
import { type EntityName, isEntityName } from "../../store/reads/entities.js";
import { is } from "../../store/reads/usual.js";
import { actorLevel, actorStart } from "../actor-level.js";
import type { Context } from "../context.js";
import type { Planner, Shape } from "../planner.js";
import { readRoot } from "../read-root.js";

/** The root fields that answer with what has a key, a name or an id; null when nothing has. */
@Resolver()
export class LookupResolver {
  @Query(() => Actor, {
    nullable: true,
    description:
      "One actor, by key or by any of its names; the key of one that was merged leads to the one it was merged into.",
  })
  actor(@Args(() => ActorLookup) by: ActorLookup, @Info() info: GraphQLResolveInfo, @Ctx() context: object) {
    return readRoot(info, context as Context, (planner) => planActor(planner, by));
  }

  @Query(() => Statement, { nullable: true, description: "One statement, also one that was retracted." })
  statement(@Args(() => KeyArgs) { key }: KeyArgs, @Info() info: GraphQLResolveInfo, @Ctx() context: object) {
    return readRoot(info, context as Context, (planner) => planByKey(planner, "Statement", key));
  }

  @Query(() => Node, { nullable: true, description: "Whatever has this id." })
  async node(@Args(() => IdArgs) { id }: IdArgs, @Info() info: GraphQLResolveInfo, @Ctx() context: object) {
    const [node] = await readByIds([id], info, context as Context);
    return node;
  }

  @Query(() => [Node], {
    nullable: "itemsAndList",
    description: "Whatever has these ids: one answer for each, in their order, null for what does not exist.",
  })
  nodes(@Args(() => IdsArgs) { ids }: IdsArgs, @Info() info: GraphQLResolveInfo, @Ctx() context: object) {
    return readByIds(ids, info, context as Context);
  }
}

function planActor(planner: Planner, by: ActorLookup): Shape {
  return planFirst(planner, "Actor", actorLevel(actorStart(by, "actor", planner.parameters)));
}

function planByKey(planner: Planner, entity: EntityName, key: string): Shape {
  return planFirst(planner, entity, { filters: [is("key", key, planner.parameters)], limit: 1 });
}

function planFirst(planner: Planner, entity: EntityName, level: Parameters<Planner["rootNodes"]>[2]): Shape {
  const shape = planner.rootNodes(entity, planner.selection.root, level);
  return (row) => shape(row)[0] ?? null;
}

function readByIds(ids: readonly string[], info: GraphQLResolveInfo, context: Context): Promise<(object | null)[]> {
  if (ids.length > GREATEST_PAGE_SIZE) {
    throw new InvalidInput(`nodes takes ${GREATEST_PAGE_SIZE} ids at most, not ${ids.length}; ask for them in parts`);
  }
  return readRoot(info, context, (planner) => planByIds(planner, ids));
}

/** One level for each type among the ids, in the order of their names; what comes back is put in the order of the ids. */
function planByIds(planner: Planner, ids: readonly string[]): Shape {
  const names = ids.map(decodeNodeId);
  const types = [...new Set(names.map(({ type }) => type))].filter(isEntityName).sort();
  const shapes = types.map((type) => {
    const keys = new Set(names.filter((name) => name.type === type).map(({ key }) => key));
    const parameter = planner.parameters.add([...keys].sort());
    const filters = [{ test: "property", on: "node", property: "key", operator: "IN", parameter } as const];
    return planner.rootNodes(type, planner.selection.root, { filters, limit: GREATEST_PAGE_SIZE });
  });
  return (row) => {
    const found = new Map(shapes.flatMap((shape) => shape(row)).map((node) => [idOf(node), node]));
    return ids.map((id) => found.get(id) ?? null);
  };
}

function idOf(node: object): string {
  const { __typename, key } = node as { __typename: string; key: string };
  return encodeNodeId({ type: __typename, key });
}
