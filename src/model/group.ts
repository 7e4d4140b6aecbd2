import { ArgsType, Field, InputType, Int, ObjectType } from "type-graphql";
import { Actor } from "./actor.js";
import { Document } from "./document.js";
import { enumOf, OriginEnum, SpeechActEnum, SpeechModeEnum, StanceEnum } from "./enums.js";
import { Event } from "./event.js";
import { GREATEST_BY, GROUP_BY } from "./grouping.js";
import { INTERVALS, type Interval } from "./interval.js";
import { DirectionEnum } from "./order.js";
import { FirstArgs, type Later } from "./page.js";
import { TargetNode } from "./statement.js";
import { Topic } from "./topic.js";
import { StatementWhere } from "./where.js";

export const IntervalEnum = enumOf("Interval", "A unit of time.", INTERVALS);
export const GroupByEnum = enumOf("GroupBy", "What statements are grouped by.", GROUP_BY);
const GroupOrderFieldEnum = enumOf("GroupOrderField", "What groups may be ordered by.", {
  STATEMENTS: "By the number of statements.",
  REPORTS: "By the number of reports.",
  DOCUMENTS: "By the number of documents.",
  SPEAKERS: "By the number of speakers.",
  KEY: "By what they are grouped by, in the order of `by`: time, the key of an actor, the name of a value; what is missing counts as smallest.",
});

@ObjectType({ description: "A day, week, month, quarter or year." })
export class TimePeriod {
  @Field(() => IntervalEnum, { description: "What it is; coarser than was asked for where no more is known." })
  interval: Interval;
  @Field({ description: "Its name after ISO 8601, as in `2023-09`, `2023-W38`; quarters are `2023-Q3`." })
  name: string;
  @Field({ description: "Its first day." })
  first: string;
  @Field({ description: "Its last day." })
  last: string;
}

@ObjectType({ description: "Counts of statements and of what belongs to them; each is counted only when asked for." })
export class Counts {
  @Field(() => Int, { description: "Statements, each once." })
  statements: number;
  @Field(() => Int, { description: "Reports of them: places in documents." })
  reports: number;
  @Field(() => Int, { description: "Documents that report them." })
  documents: number;
  @Field(() => Int, { description: "Actors that make them." })
  speakers: number;
}

const MISSING = "null where there is none; an error unless it is grouped by.";

@ObjectType({
  description:
    "Statements that have in common what they are grouped by. Reports, documents and speakers are only those of the group's own OUTLET, DOCUMENT, SPEAKER or VERB.",
})
export class Group extends Counts {
  @Field(() => Actor, { nullable: true, description: `Who speaks, with SPEAKER; ${MISSING}` })
  speaker: Later<Actor> | null;
  @Field(() => Actor, { nullable: true, description: `The organisation, with ON_BEHALF_OF; ${MISSING}` })
  onBehalfOf: Later<Actor> | null;
  @Field(() => Actor, { nullable: true, description: `Who is spoken to, with ADDRESSEE; ${MISSING}` })
  addressee: Later<Actor> | null;
  @Field(() => Actor, { nullable: true, description: `Who passes it on, with RELAYED_BY; ${MISSING}` })
  relayedBy: Later<Actor> | null;
  @Field(() => TargetNode, { nullable: true, description: `What is spoken about, with TARGET; ${MISSING}` })
  target: Later<Actor | Event | Topic> | null;
  @Field(() => Event, { nullable: true, description: `The event, with EVENT; ${MISSING}` })
  event: Later<Event> | null;
  @Field(() => Topic, { nullable: true, description: `The topic, with TOPIC; ${MISSING}` })
  topic: Later<Topic> | null;
  @Field(() => Topic, { nullable: true, description: `The broadest topic, with BROAD_TOPIC; ${MISSING}` })
  broadTopic: Later<Topic> | null;
  @Field(() => Actor, { nullable: true, description: `The outlet, with OUTLET; ${MISSING}` })
  outlet: Later<Actor> | null;
  @Field(() => Document, { nullable: true, description: `The document, with DOCUMENT; ${MISSING}` })
  document: Later<Document> | null;
  @Field(() => StanceEnum, { nullable: true, description: `The stance, with STANCE; ${MISSING}` })
  stance: string | null;
  @Field(() => String, { nullable: true, description: `The verb, with VERB; ${MISSING}` })
  verb: string | null;
  @Field(() => SpeechModeEnum, { nullable: true, description: `The mode, with MODE; ${MISSING}` })
  mode: string | null;
  @Field(() => SpeechActEnum, { nullable: true, description: `The act, with ACT; ${MISSING}` })
  act: string | null;
  @Field(() => String, { nullable: true, description: `The language, with LANGUAGE; ${MISSING}` })
  language: string | null;
  @Field(() => OriginEnum, { nullable: true, description: `The origin, with ORIGIN; ${MISSING}` })
  origin: string | null;
  @Field(() => TimePeriod, {
    nullable: true,
    description: `When it was said, with a unit of time: a coarser period where no more is known; ${MISSING}`,
  })
  period: TimePeriod | null;
}

@ObjectType({
  description: "The groups that are not shown, summed: what belongs to several of them counts in each.",
})
export class OtherGroups extends Counts {
  @Field(() => Int, { description: "How many groups there are besides those shown." })
  groups: number;
}

@ObjectType({ description: "Statements counted by what they have in common." })
export class Groups {
  @Field(() => [Group], { description: "The first groups in the order that is asked for." })
  top: Group[];
  @Field(() => OtherGroups, { description: "All other groups." })
  others: OtherGroups;
  @Field(() => Int, { description: "How many groups there are in all; counted only when asked for." })
  groupCount: number;
  @Field(() => Counts, { description: "What is grouped, counted without groups: everything once." })
  total: Counts;
}

@InputType({ description: "An order of groups; what they are grouped by decides between equals." })
export class GroupOrder {
  @Field(() => GroupOrderFieldEnum, { description: "What to order by." })
  field: string;
  @Field(() => DirectionEnum, { defaultValue: "DESC", description: "Which way." })
  direction: "ASC" | "DESC";
}

@ArgsType()
export class GroupArgs extends FirstArgs {
  @Field(() => [GroupByEnum], { description: `What to group by: from 1 to ${GREATEST_BY}, one unit of time at most.` })
  by: string[];
  @Field(() => StatementWhere, { nullable: true, description: "Count only statements that meet this." })
  where?: object;
  @Field(() => [GroupOrder], {
    nullable: true,
    description: "In which order the groups come; most statements first when left out.",
  })
  orderBy?: object[];
}
