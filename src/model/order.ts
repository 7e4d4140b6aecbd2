import { type ClassType, Field, InputType } from "type-graphql";
import { enumOf } from "./enums.js";

export const DirectionEnum = enumOf("Direction", "Which way an order runs.", {
  ASC: "Smallest, earliest or first in the alphabet first.",
  DESC: "Greatest, latest or last in the alphabet first.",
});

/** The orders that a list may be asked for in: each is served by an index. */
export const ORDERS = {
  Statement: { SAID_AT: "By the first day it may have been said on; undated ones count as earliest." },
  Actor: { NAME: "By display name, accents and case folded." },
  Document: { PUBLISHED_AT: "By the first day it may have been published on; undated ones count as earliest." },
  Event: {
    START: "By the first day it may have begun on; undated ones count as earliest.",
    NAME: "By display name, accents and case folded.",
  },
  Topic: { NAME: "By display name, accents and case folded." },
  ImportRun: { STARTED_AT: "By the moment the import began." },
} as const;

type Ordered = keyof typeof ORDERS;

/** The input type `<Name>Order` of a class, out of its closed list of orders. */
function orderOf(name: Ordered): ClassType {
  const fields = enumOf(`${name}OrderField`, `What ${name} lists may be ordered by.`, ORDERS[name]);

  @InputType(`${name}Order`, { description: `An order of ${name} lists; the key decides between equals.` })
  class Order {
    @Field(() => fields, { description: "What to order by." })
    field: string;
    @Field(() => DirectionEnum, { defaultValue: "ASC", description: "Which way." })
    direction: "ASC" | "DESC";
  }
  return Order;
}

export const StatementOrder = orderOf("Statement");
export const ActorOrder = orderOf("Actor");
export const DocumentOrder = orderOf("Document");
export const EventOrder = orderOf("Event");
export const TopicOrder = orderOf("Topic");
export const ImportRunOrder = orderOf("ImportRun");
