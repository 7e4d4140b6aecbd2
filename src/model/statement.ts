import { Args, type ClassType, createUnionType, Field, Float, ObjectType } from "type-graphql";
import { Actor } from "./actor.js";
import { OriginEnum, SpeechActEnum, SpeechModeEnum, StanceEnum, StatusEnum } from "./enums.js";
import { Event } from "./event.js";
import { answered, connectionOf, type Later, LIST_SIZE, Node, PageArgs } from "./page.js";
import { ReportConnection } from "./report.js";
import { PartialDate } from "./scalars.js";
import { Topic } from "./topic.js";
import type { Origin, SpeechAct, SpeechMode, Stance, Status } from "./vocabulary.js";

const FIRST = `The first ${LIST_SIZE}.`;

@ObjectType({ description: "Somebody whom a mention may mean." })
export class Candidate {
  @Field({ description: "The name of an actor." })
  name: string;
  @Field(() => Float, { description: "How likely it is, from 0 to 1." })
  score: number;
}

@ObjectType({ description: "A speaker of a statement, and how the saying was worded and carried." })
export class Speaking {
  @Field(() => Actor, { description: "Who speaks." })
  actor: Later<Actor>;
  @Field(() => String, { nullable: true, description: "The verb of saying, as a lemma." })
  verb: string | null;
  @Field(() => String, { nullable: true, description: "Through what it was said: a post, an interview." })
  channel: string | null;
  @Field(() => String, { nullable: true, description: "The function the speaker had." })
  role: string | null;
  @Field(() => String, { nullable: true, description: "The speaker as the text writes it." })
  asWritten: string | null;
  @Field(() => [Candidate], { description: "Others whom the text may mean, best first." })
  candidates: Candidate[];
}

export const TargetNode = createUnionType({
  name: "TargetNode",
  description: "What a statement may be about.",
  types: () => [Actor, Event, Topic] as const,
  resolveType: (value) => (value as unknown as { __typename: string }).__typename,
});

@ObjectType({ description: "Something a statement is about, and where the speaker stands on it." })
export class Target {
  @Field(() => TargetNode, { description: "What it is about." })
  target: Later<Actor | Event | Topic>;
  @Field(() => StanceEnum, { nullable: true, description: "Where the speaker stands; null when unknown." })
  stance: Stance | null;
  @Field(() => String, { nullable: true, description: "The target as the text writes it." })
  asWritten: string | null;
}

@ObjectType({ implements: Node, description: "One utterance, however many outlets report it." })
export class Statement extends Node {
  @Field({ description: "Readable and unique among statements." })
  key: string;
  @Field({ description: "Its words." })
  text: string;
  @Field(() => SpeechModeEnum, { description: "How its words are given." })
  mode: SpeechMode;
  @Field(() => SpeechActEnum, { description: "What the speaker does by saying it." })
  act: SpeechAct;
  @Field(() => PartialDate, { nullable: true, description: "When it was said, as precisely as is known." })
  saidAt: string | null;
  @Field(() => String, { nullable: true, description: "Its language, an ISO 639-1 code." })
  language: string | null;
  @Field(() => Float, { description: "How sure it is that it was said, from 0 to 1." })
  confidence: number;
  @Field(() => OriginEnum, { description: "How it came into the graph." })
  origin: Origin;
  @Field(() => StatusEnum, { description: "Whether it still stands." })
  status: Status;
  @Field(() => [Speaking], { description: `Who said it. ${FIRST}` })
  speakers: Speaking[];
  @Field(() => [Actor], { description: `Whom it was said for. ${FIRST}` })
  onBehalfOf: Actor[];
  @Field(() => [Target], { description: `What it is about. ${FIRST}` })
  about: Target[];
  @Field(() => [Actor], { description: `Whom it was said to. ${FIRST}` })
  addressees: Actor[];
  @Field(() => [Actor], { description: `Who passed it on. ${FIRST}` })
  relayedBy: Actor[];
  @Field(() => [String], { description: "Which of the lists in this answer had more entries than they show." })
  cut: string[];
  @Field(() => ReportConnection, { description: "Where it is written, earliest published first." })
  reports(@Args(() => PageArgs) _: object): Later<object> {
    return answered();
  }
}

export const StatementConnection: ClassType = connectionOf("Statement", () => Statement);
