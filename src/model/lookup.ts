import { ArgsType, Field, ID, InputType } from "type-graphql";

@ArgsType()
@InputType("ActorBy", { description: "One actor, by just one of the two." })
export class ActorLookup {
  @Field(() => String, {
    nullable: true,
    description: "Its key; that of an actor that was merged leads to the one it was merged into.",
  })
  key?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "Any of its names, accents and case folded; an actor that shows this name comes before one that has it as an alias.",
  })
  name?: string | null;
}

@ArgsType()
export class KeyArgs {
  @Field(() => String, { description: "Its key." })
  key: string;
}

@ArgsType()
export class IdArgs {
  @Field(() => ID, { description: "An id that an earlier answer gave." })
  id: string;
}

@ArgsType()
export class IdsArgs {
  @Field(() => [ID], { description: "Ids that earlier answers gave, 100 at most." })
  ids: string[];
}
