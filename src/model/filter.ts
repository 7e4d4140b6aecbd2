import { type ClassType, Field, Float, InputType } from "type-graphql";
import { ActorKindEnum, OriginEnum, SpeechActEnum, SpeechModeEnum, StanceEnum, StatusEnum } from "./enums.js";
import { PartialDate } from "./scalars.js";

const CASE = "Upper and lower case are the same here, accents are not.";

@InputType({ description: "Conditions on a text; all that are given must hold." })
export class TextFilter {
  @Field(() => String, { nullable: true, description: "Is just this text; null: is not given." })
  eq?: string | null;
  @Field(() => [String], { nullable: true, description: "Is one of these texts." })
  in?: string[] | null;
  @Field(() => String, { nullable: true, description: `Has this within. ${CASE}` })
  contains?: string | null;
  @Field(() => String, { nullable: true, description: `Begins with this. ${CASE}` })
  startsWith?: string | null;
}

@InputType({ description: "Conditions on a key, name or code; all that are given must hold." })
export class WordFilter {
  @Field(() => String, { nullable: true, description: "Is just this; null: is not given." })
  eq?: string | null;
  @Field(() => [String], { nullable: true, description: "Is one of these." })
  in?: string[] | null;
}

@InputType({
  description:
    "Conditions on names and aliases, with accents, case and punctuation folded: `azerbaidjan` finds `Azerbaïdjan`.",
})
export class NameFilter {
  @Field(() => String, { nullable: true, description: "One of its names or aliases is this." })
  eq?: string | null;
  @Field(() => [String], { nullable: true, description: "One of its names or aliases is one of these." })
  in?: string[] | null;
  @Field(() => String, { nullable: true, description: "Its display name has this within." })
  contains?: string | null;
  @Field(() => String, { nullable: true, description: "Its display name begins with this." })
  startsWith?: string | null;
}

@InputType({ description: "Conditions on a yes or no." })
export class BooleanFilter {
  @Field(() => Boolean, { nullable: true, description: "Is this." })
  eq?: boolean | null;
}

@InputType({ description: "Conditions on a number; all that are given must hold." })
export class NumberFilter {
  @Field(() => Float, { nullable: true, description: "Is just this number." })
  eq?: number | null;
  @Field(() => Float, { nullable: true, description: "Is greater." })
  gt?: number | null;
  @Field(() => Float, { nullable: true, description: "Is greater or the same." })
  gte?: number | null;
  @Field(() => Float, { nullable: true, description: "Is less." })
  lt?: number | null;
  @Field(() => Float, { nullable: true, description: "Is less or the same." })
  lte?: number | null;
}

@InputType({
  description:
    "Conditions on a date. Dates are intervals: `2023-09` is all of September, on both sides. What has no date meets only `eq: null`.",
})
export class DateFilter {
  @Field(() => PartialDate, { nullable: true, description: "Falls within this; null: has no date." })
  eq?: string | null;
  @Field(() => PartialDate, { nullable: true, description: "Begins after the last day of this." })
  gt?: string | null;
  @Field(() => PartialDate, { nullable: true, description: "Begins on the first day of this or later." })
  gte?: string | null;
  @Field(() => PartialDate, { nullable: true, description: "Ends before the first day of this." })
  lt?: string | null;
  @Field(() => PartialDate, { nullable: true, description: "Ends on the last day of this or earlier." })
  lte?: string | null;
}

function enumFilter(name: string, of: object): ClassType {
  @InputType(`${name}Filter`, { description: `Conditions on a ${name}; all that are given must hold.` })
  class Filter {
    @Field(() => of, { nullable: true, description: "Is just this; null: is unknown." })
    eq?: string | null;
    @Field(() => [of], { nullable: true, description: "Is one of these." })
    in?: string[] | null;
  }
  return Filter;
}

export const ActorKindFilter = enumFilter("ActorKind", ActorKindEnum);
export const SpeechModeFilter = enumFilter("SpeechMode", SpeechModeEnum);
export const SpeechActFilter = enumFilter("SpeechAct", SpeechActEnum);
export const StanceFilter = enumFilter("Stance", StanceEnum);
export const OriginFilter = enumFilter("Origin", OriginEnum);
export const StatusFilter = enumFilter("Status", StatusEnum);
