import { ArgsType, type ClassType, Field, ID, Int, InterfaceType, ObjectType } from "type-graphql";

/** Rows in a page when `first` is left out, and at most. */
export const PAGE_SIZE = 20;
export const GREATEST_PAGE_SIZE = 100;

/** Entries shown of a small list; `cut` names the lists that had more. */
export const LIST_SIZE = 25;

/** The type of a field whose class stands in a file that imports this one: an alias keeps it out of the emitted metadata. */
export type Later<Type> = Type;

/** Body of a field with arguments: the class declares it, and the answer is read from what the read plan brought. */
export function answered(): never {
  throw new Error("Fields are answered by readField in api/plain-resolvers.ts, not by their classes.");
}

@InterfaceType({
  description: "Whatever can be fetched again by its id.",
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: "Opaque and global: it encodes the type and the key." })
  id: string;
}

@ObjectType({ description: "Where a page stands among all pages." })
export class PageInfo {
  @Field({ description: "True when more follow this page: with `before`, at least what the cursor marks." })
  hasNextPage: boolean;
  @Field({ description: "True when more stand before this page: with `after`, at least what the cursor marks." })
  hasPreviousPage: boolean;
  @Field(() => String, { nullable: true, description: "Cursor of the first row, for `before`; null on an empty page." })
  startCursor: string | null;
  @Field(() => String, { nullable: true, description: "Cursor of the last row, for `after`; null on an empty page." })
  endCursor: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many at most from the beginning, 1 to ${GREATEST_PAGE_SIZE}; ${PAGE_SIZE} where \`last\` is not given either.`,
  })
  first?: number | null;
  @Field(() => String, { nullable: true, description: "Only what follows this cursor of the same list." })
  after?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: `How many at most from the end, 1 to ${GREATEST_PAGE_SIZE}, in the same order; not together with \`first\`.`,
  })
  last?: number | null;
  @Field(() => String, { nullable: true, description: "Only what stands before this cursor of the same list." })
  before?: string | null;
}

@ArgsType()
export class FirstArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: PAGE_SIZE,
    description: `How many at most, from 1 to ${GREATEST_PAGE_SIZE}.`,
  })
  first?: number | null;
}

/** A name with its indefinite article: `An Actor`. */
function withArticle(name: string): string {
  return `${/^[AEIOU]/.test(name) ? "An" : "A"} ${name}`;
}

/** The connection type of a class, `<Name>Connection`, with its edge type. */
export function connectionOf<Item extends object>(name: string, of: () => ClassType<Item>) {
  @ObjectType(`${name}Edge`, { description: `${withArticle(name)} in a page.` })
  class Edge {
    @Field({ description: "Opaque place in the order, for `after` and `before`." })
    cursor: string;
    @Field(of, { description: `The ${name}.` })
    node: Item;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name}.` })
  class Connection {
    @Field(() => [Edge], { description: "The rows with their cursors." })
    edges: Edge[];
    @Field(() => [of()], { description: "The rows without their cursors." })
    nodes: Item[];
    @Field(() => PageInfo, { description: "Where this page stands." })
    pageInfo: PageInfo;
    @Field(() => Int, { description: "How many there are on all pages; counted only when asked for." })
    totalCount: number;
  }
  return Connection;
}
