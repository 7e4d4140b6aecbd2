import { Args, type ClassType, Field, ObjectType } from "type-graphql";
import { Actor, NameArgs } from "./actor.js";
import { answered, connectionOf, type Later, LIST_SIZE, Node } from "./page.js";
import { PartialDate } from "./scalars.js";
import { StatementConnection } from "./statement.js";
import { StatementPage } from "./where.js";

@ObjectType({ description: "Somebody who took part in an event." })
export class Participant {
  @Field(() => Actor, { description: "Who took part." })
  actor: Later<Actor>;
  @Field(() => String, { nullable: true, description: "As what." })
  role: string | null;
}

@ObjectType({ description: "An event that an actor took part in." })
export class Participation {
  @Field(() => Event, { description: "What it took part in." })
  event: Later<Event>;
  @Field(() => String, { nullable: true, description: "As what." })
  role: string | null;
}

@ObjectType({ implements: Node, description: "Something that happened, that statements are about." })
export class Event extends Node {
  @Field({ description: "Readable and unique among events." })
  key: string;
  @Field(() => String, { description: "Its name." })
  name(@Args(() => NameArgs) _: object): string {
    return answered();
  }
  @Field(() => [String], { description: "Other names it goes by, and words in a text that mean it." })
  aliases: string[];
  @Field(() => String, { nullable: true, description: "What sort of event it is." })
  kind: string | null;
  @Field(() => PartialDate, { nullable: true, description: "When it began." })
  start: string | null;
  @Field(() => PartialDate, { nullable: true, description: "When it ended." })
  end: string | null;
  @Field(() => String, { nullable: true, description: "Where it happened." })
  place: string | null;
  @Field(() => [Participant], { description: `Who took part. The first ${LIST_SIZE}.` })
  participants: Participant[];
  @Field(() => [String], { description: "Which of the lists in this answer had more entries than they show." })
  cut: string[];
  @Field(() => Event, { nullable: true, description: "The larger event that it is a part of." })
  partOf: Later<Event> | null;
  @Field(() => StatementConnection, { description: "What was said about it." })
  statementsAbout(@Args(() => StatementPage) _: object): Later<object> {
    return answered();
  }
}

export const EventConnection: ClassType = connectionOf("Event", () => Event);
