import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import { RunStatusEnum } from "./enums.js";
import { connectionOf, Node } from "./page.js";
import { PartialDate } from "./scalars.js";
import type { RunStatus } from "./vocabulary.js";

@ObjectType({ description: "What an import did to records of one kind." })
export class ImportCount {
  @Field({ description: "The kind of record: documents, statements, actors, events, topics or relations." })
  kind: string;
  @Field(() => Int, { description: "How many were read." })
  read: number;
  @Field(() => Int, { description: "How many were not in the graph." })
  new: number;
  @Field(() => Int, { description: "How many were there and now say something else." })
  changed: number;
  @Field(() => Int, { description: "How many were there already, just the same." })
  unchanged: number;
}

@ObjectType({ implements: Node, description: "One run of the importer." })
export class ImportRun extends Node {
  @Field({ description: "Unique among imports." })
  key: string;
  @Field(() => PartialDate, { description: "When it began." })
  startedAt: string;
  @Field(() => PartialDate, { nullable: true, description: "When it ended; null while it runs." })
  finishedAt: string | null;
  @Field(() => RunStatusEnum, { description: "How far it has come." })
  status: RunStatus;
  @Field(() => [ImportCount], { description: "What it did." })
  counts: ImportCount[];
}

export const ImportRunConnection: ClassType = connectionOf("ImportRun", () => ImportRun);
