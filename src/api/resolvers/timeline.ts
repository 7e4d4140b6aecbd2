import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { Timeline, TimelineArgs } from "../../model/timeline.js";
import type { Context } from "../context.js";
import { readCompiled } from "../read-root.js";
import { type AskedTimeline, planTimeline } from "../timeline-plan.js";

@Resolver()
export class TimelineResolver {
  @Query(() => Timeline, {
    nullable: true,
    description: "Statements that stand, counted by when they were said, together and for each of several groups.",
  })
  timeline(@Args(() => TimelineArgs) asked: object, @Info() info: GraphQLResolveInfo, @Ctx() context: object) {
    return readCompiled(info, context as Context, (planner) => planTimeline(planner, asked as AskedTimeline));
  }
}
