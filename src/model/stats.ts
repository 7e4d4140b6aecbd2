import { Field, Int, ObjectType } from "type-graphql";
import { ImportRun } from "./import-run.js";
import { PartialDate } from "./scalars.js";

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
  @Field(() => PartialDate, {
    nullable: true,
    description: "The first day on which a statement that stands may have been said; null when none is dated.",
  })
  firstSaid: string | null;
  @Field(() => PartialDate, { nullable: true, description: "The first day of the latest of them." })
  lastSaid: string | null;
  @Field(() => ImportRun, { nullable: true, description: "The run of the importer that began last." })
  lastImport: ImportRun | null;
  @Field({ description: "The engine that keeps the graph: grafeo or neo4j." })
  store: string;
}
