import { Args, type ClassType, Field, ObjectType } from "type-graphql";
import { Actor } from "./actor.js";
import { answered, connectionOf, type Later, Node } from "./page.js";
import { PartialDate } from "./scalars.js";
import { StatementConnection } from "./statement.js";
import { StatementPage } from "./where.js";

@ObjectType({ implements: Node, description: "An article, a transcript, a record." })
export class Document extends Node {
  @Field({ description: "Readable and unique among documents." })
  key: string;
  @Field(() => String, { nullable: true, description: "Its title." })
  title: string | null;
  @Field(() => String, { nullable: true, description: "Its address." })
  url: string | null;
  @Field(() => PartialDate, { nullable: true, description: "When it was published, as precisely as is known." })
  publishedAt: string | null;
  @Field(() => String, { nullable: true, description: "Its language, an ISO 639-1 code." })
  language: string | null;
  @Field({ description: "The collection it belongs to, which decides who may read it." })
  collection: string;
  @Field(() => String, { nullable: true, description: "All its text, as it was read; spans are offsets into it." })
  text: string | null;
  @Field(() => String, { nullable: true, description: "Hash of its text: documents of one text have the same." })
  contentHash: string | null;
  @Field(() => Actor, { nullable: true, description: "Who published it, an actor of kind MEDIA." })
  outlet: Later<Actor> | null;
  @Field(() => StatementConnection, { description: "The statements it reports." })
  statements(@Args(() => StatementPage) _: object): Later<object> {
    return answered();
  }
}

export const DocumentConnection: ClassType = connectionOf("Document", () => Document);
