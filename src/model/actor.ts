import { Args, ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";
import { ActorKindEnum } from "./enums.js";
import { Participation } from "./event.js";
import { answered, connectionOf, type Later, LIST_SIZE, Node } from "./page.js";
import { PartialDate } from "./scalars.js";
import { StatementConnection } from "./statement.js";
import type { ActorKind } from "./vocabulary.js";
import { StatementPage, TieArgs } from "./where.js";

@ArgsType()
export class NameArgs {
  @Field(() => String, {
    nullable: true,
    description:
      "ISO 639-1 code of the language to name it in; the display name when left out or when it has no such name.",
  })
  language?: string | null;
}

@ObjectType({ implements: Node, description: "Somebody or something that speaks or is spoken about." })
export class Actor extends Node {
  @Field({ description: "Readable and unique among actors." })
  key: string;
  @Field(() => String, { description: "Its name." })
  name(@Args(() => NameArgs) _: Later<NameArgs>): string {
    return answered();
  }
  @Field(() => ActorKindEnum, { description: "What sort of actor it is." })
  kind: ActorKind;
  @Field(() => [String], { description: "Other names it goes by, in any language." })
  aliases: string[];
  @Field(() => String, { nullable: true, description: "Who or what it is, in a sentence." })
  description: string | null;
  @Field(() => String, { nullable: true, description: "Its identifier in Wikidata." })
  wikidataId: string | null;
  @Field({ description: "False for a mention that names nobody outside its document." })
  resolved: boolean;
  @Field(() => [Membership], { description: `What it is part of. The first ${LIST_SIZE}.` })
  memberOf: object[];
  @Field(() => [Participation], { description: `The events that it took part in. The first ${LIST_SIZE}.` })
  involvedIn: object[];
  @Field(() => [String], { description: "Which of the lists in this answer had more entries than they show." })
  cut: string[];
  @Field(() => StatementConnection, { description: "What it said." })
  statements(@Args(() => StatementPage) _: object): Later<object> {
    return answered();
  }
  @Field(() => StatementConnection, { description: "What was said about it." })
  statementsAbout(@Args(() => StatementPage) _: object): Later<object> {
    return answered();
  }
  @Field(() => [ActorTie], { description: "Whom it talks about, most statements first." })
  talksAbout(@Args(() => TieArgs) _: object): object[] {
    return answered();
  }
  @Field(() => [ActorTie], { description: "Who talks about it, most statements first." })
  talkedAboutBy(@Args(() => TieArgs) _: object): object[] {
    return answered();
  }
}

@ObjectType({ description: "A body that an actor is part of: a union, a party, a government." })
export class Membership {
  @Field(() => Actor, { description: "What it is part of." })
  organisation: Later<Actor>;
  @Field(() => String, { nullable: true, description: "As what." })
  role: string | null;
  @Field(() => PartialDate, { nullable: true, description: "Since when." })
  from: string | null;
  @Field(() => PartialDate, { nullable: true, description: "Until when." })
  to: string | null;
}

@ObjectType({
  description:
    "What ties an actor to another that it talks about, in statements; each counts once, for the stance it takes.",
})
export class ActorTie {
  @Field(() => Actor, { description: "The actor at the other end." })
  actor: Later<Actor>;
  @Field(() => Int, { description: "How many statements there are." })
  statements: number;
  @Field(() => Int, { description: "How many of them are for the one talked about." })
  support: number;
  @Field(() => Int, { description: "How many are against." })
  oppose: number;
  @Field(() => Int, { description: "How many say that they take no side." })
  neutral: number;
  @Field(() => Int, { description: "How many show no stance that is known." })
  unknown: number;
}

export const ActorConnection: ClassType = connectionOf("Actor", () => Actor);
