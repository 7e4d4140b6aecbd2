import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { InvalidInput, NotFound } from "../../errors.js";
import { ExchangeArgs } from "../../model/exchange.js";
import type { ActorLookup } from "../../model/lookup.js";
import { StatementConnection } from "../../model/statement.js";
import { actorLevel, actorStart } from "../actor-level.js";
import type { Context } from "../context.js";
import type { Planner, Shape } from "../planner.js";
import { readRoot } from "../read-root.js";
import { NOTHING } from "../selection.js";

@Resolver()
export class ExchangeResolver {
  @Query(() => StatementConnection, {
    nullable: true,
    description: "What two actors said about each other, in the order in which they said it.",
  })
  exchanges(
    @Args(() => ExchangeArgs) { between }: ExchangeArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: object,
  ) {
    return readRoot(info, context as Context, (planner) => planExchanges(planner, between));
  }
}

function planExchanges(planner: Planner, between: readonly ActorLookup[]): Shape {
  const [one, other, ...more] = between.map((by) => actorStart(by, "exchanges", planner.parameters));
  if (one === undefined || other === undefined || more.length > 0) {
    throw new InvalidInput(`exchanges are between two actors, not ${between.length}; give two, each by key or name`);
  }
  const page = planner.rootPage("Statement", "Query", planner.selection.root, [
    { test: "exchange", between: [one, other] },
  ]);
  const found = [one, other].map((start) => planner.rootNodes("Actor", NOTHING, actorLevel(start)));
  return (row) => {
    found.forEach((actor, index) => {
      if (actor(row).length === 0) throw unknownActor(between[index] as ActorLookup);
    });
    return page(row);
  };
}

function unknownActor({ key, name }: ActorLookup): NotFound {
  const by = key === undefined || key === null ? `the name ${JSON.stringify(name)}` : `the key ${JSON.stringify(key)}`;
  return new NotFound(`No actor has ${by}; look for it with actors(where: {named: {contains: …}})`);
}
