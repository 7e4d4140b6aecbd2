import { Args, type ClassType, Field, ObjectType } from "type-graphql";
import { NameArgs } from "./actor.js";
import { answered, connectionOf, type Later, LIST_SIZE, Node } from "./page.js";
import { StatementConnection } from "./statement.js";
import { StatementPage } from "./where.js";

@ObjectType({ implements: Node, description: "A subject or a claim that statements are about." })
export class Topic extends Node {
  @Field({ description: "Readable and unique among topics." })
  key: string;
  @Field(() => String, { description: "Its name." })
  name(@Args(() => NameArgs) _: object): string {
    return answered();
  }
  @Field(() => [String], { description: "Other names it goes by, and words in a text that mean it." })
  aliases: string[];
  @Field(() => Topic, { nullable: true, description: "The topic that it is a part of." })
  broader: Later<Topic> | null;
  @Field(() => [Topic], { description: `The topics that are parts of it. The first ${LIST_SIZE}.` })
  narrower: Topic[];
  @Field(() => [String], { description: "Which of the lists in this answer had more entries than they show." })
  cut: string[];
  @Field(() => StatementConnection, { description: "What was said about it." })
  statementsAbout(@Args(() => StatementPage) _: object): Later<object> {
    return answered();
  }
}

export const TopicConnection: ClassType = connectionOf("Topic", () => Topic);
