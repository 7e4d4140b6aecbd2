import { Args, ArgsType, Field, InputType, Int, ObjectType } from "type-graphql";
import { Actor } from "./actor.js";
import { answered, FirstArgs, type Later } from "./page.js";
import { Statement, TargetNode } from "./statement.js";
import { ActorWhere, EventWhere, StatementWhere, TopicWhere } from "./where.js";

/** Statements of one side that are shown unless asked otherwise, and at most. */
export const SIDE_SIZE = 3;
export const GREATEST_SIDE_SIZE = 25;

@InputType({ description: "What is disagreed on: one of the three." })
export class DisputedWhere {
  @Field(() => ActorWhere, { nullable: true, description: "Actors that meet this." })
  actor?: object | null;
  @Field(() => EventWhere, { nullable: true, description: "Events that meet this." })
  event?: object | null;
  @Field(() => TopicWhere, { nullable: true, description: "Topics that meet this." })
  topic?: object | null;
}

@ArgsType()
export class DisagreementArgs extends FirstArgs {
  @Field(() => DisputedWhere, { nullable: true, description: "Only what is disagreed on about these." })
  on?: DisputedWhere | null;
  @Field(() => StatementWhere, { nullable: true, description: "Count only statements that meet this." })
  where?: object | null;
}

@ArgsType()
export class SideArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: SIDE_SIZE,
    description: `How many at most, from 1 to ${GREATEST_SIDE_SIZE}.`,
  })
  first?: number | null;
}

@ObjectType({
  description: "Two actors of whom one is for the same target that the other is against, with the statements of both.",
})
export class Disagreement {
  @Field(() => TargetNode, { description: "What they disagree on." })
  target: Later<typeof TargetNode>;
  @Field(() => Actor, { description: "Who is for it." })
  supporter: Later<Actor>;
  @Field(() => Actor, { description: "Who is against it." })
  opponent: Later<Actor>;
  @Field(() => Int, { description: "In how many statements the supporter is for it." })
  support: number;
  @Field(() => Int, { description: "In how many statements the opponent is against it." })
  oppose: number;
  @Field(() => [Statement], { description: "The supporter's statements for it, latest first." })
  supporting(@Args(() => SideArgs) _: object): object[] {
    return answered();
  }
  @Field(() => [Statement], { description: "The opponent's statements against it, latest first." })
  opposing(@Args(() => SideArgs) _: object): object[] {
    return answered();
  }
}
