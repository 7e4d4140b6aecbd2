import { ArgsType, Field } from "type-graphql";
import { ActorLookup } from "./lookup.js";
import { StatementOrder } from "./order.js";
import { PageArgs } from "./page.js";
import { StatementWhere } from "./where.js";

@ArgsType()
export class ExchangeArgs extends PageArgs {
  @Field(() => [ActorLookup], { description: "The two actors." })
  between: ActorLookup[];
  @Field(() => StatementWhere, { nullable: true, description: "Only statements that meet this." })
  where?: object | null;
  @Field(() => [StatementOrder], {
    nullable: true,
    defaultValue: [{ field: "SAID_AT", direction: "ASC" }],
    description: "In which order the statements come.",
  })
  orderBy?: object[] | null;
}
