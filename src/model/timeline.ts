import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { Counts, Group, GroupByEnum, IntervalEnum, TimePeriod } from "./group.js";
import { GREATEST_BUCKETS, SERIES } from "./grouping.js";
import type { Interval } from "./interval.js";
import { GREATEST_PAGE_SIZE } from "./page.js";
import { StatementWhere } from "./where.js";

const BUCKETS = "One after the other without a gap, from the first to the last of the timeline that has anything.";
const UNDATED = "What has no date.";
const COARSER = "What has a date that is not known as precisely as the interval asks, such as `2023` by MONTH.";

@ObjectType({ description: "What was said in one interval of a timeline." })
export class Bucket extends Counts {
  @Field(() => TimePeriod, { description: "Which one it is." })
  period: TimePeriod;
}

@ObjectType({ description: "A group and how it went through time." })
export class Series extends Group {
  @Field(() => [Bucket], { description: BUCKETS })
  buckets: Bucket[];
  @Field(() => Counts, { description: UNDATED })
  undated: Counts;
  @Field(() => Counts, { description: COARSER })
  coarser: Counts;
}

@ObjectType({
  description: "The groups that have no series of their own, summed: what belongs to several of them counts in each.",
})
export class OtherSeries {
  @Field(() => Int, { description: "How many groups there are besides those shown." })
  groups: number;
  @Field(() => [Bucket], { description: BUCKETS })
  buckets: Bucket[];
  @Field(() => Counts, { description: UNDATED })
  undated: Counts;
  @Field(() => Counts, { description: COARSER })
  coarser: Counts;
}

@ObjectType({ description: "Statements counted through time." })
export class Timeline {
  @Field(() => [Bucket], { description: BUCKETS })
  buckets: Bucket[];
  @Field(() => Counts, { description: UNDATED })
  undated: Counts;
  @Field(() => Counts, { description: COARSER })
  coarser: Counts;
  @Field(() => Counts, { description: "Everything once, whatever its date." })
  total: Counts;
  @Field(() => [Series], { description: "With `splitBy`: the groups with most statements, each with its own buckets." })
  top: Series[];
  @Field(() => OtherSeries, { description: "With `splitBy`: all other groups." })
  others: OtherSeries;
}

@ArgsType()
export class TimelineArgs {
  @Field(() => IntervalEnum, { description: `How long a bucket is; there may be ${GREATEST_BUCKETS} of them.` })
  interval: Interval;
  @Field(() => GroupByEnum, { nullable: true, description: "Count the groups of this apart; no unit of time." })
  splitBy?: string | null;
  @Field(() => StatementWhere, { nullable: true, description: "Count only statements that meet this." })
  where?: object;
  @Field(() => Int, {
    nullable: true,
    defaultValue: SERIES,
    description: `How many series at most, from 1 to ${GREATEST_PAGE_SIZE}.`,
  })
  first?: number | null;
}
