import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({
  description: "How much the graph holds of what the caller may see; each is counted only when asked for.",
})
export class Stats {
  @Field(() => Int, { description: "Statements that stand." })
  statements: number;
  @Field(() => Int, { description: "Statements that a correction withdrew." })
  retracted: number;
  @Field(() => Int, { description: "Documents." })
  documents: number;
  @Field(() => Int, { description: "Actors that are known beyond one document." })
  actors: number;
  @Field(() => Int, { description: "Mentions that name nobody outside their document." })
  mentions: number;
  @Field(() => Int, { description: "Actors that publish documents." })
  outlets: number;
  @Field(() => Int, { description: "Events." })
  events: number;
  @Field(() => Int, { description: "Topics." })
  topics: number;
  @Field(() => Int, { description: "Runs of the importer." })
  importRuns: number;
}
