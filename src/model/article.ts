import { Args, ArgsType, Field, Float, InputType, Int, ObjectType } from "type-graphql";
import { Document } from "./document.js";
import { ImportCount } from "./import-run.js";
import { answered, type Later } from "./page.js";
import { PartialDate } from "./scalars.js";
import { StatementConnection } from "./statement.js";
import { StatementPage } from "./where.js";

@InputType({ description: "An article to read statements out of." })
export class ArticleInput {
  @Field({ description: "All its text." })
  text: string;
  @Field(() => String, { nullable: true, description: "Its title." })
  title?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Its address; an article of the same address replaces what its earlier version brought.",
  })
  url?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Its own identifier; decides what it replaces where there is no address.",
  })
  id?: string | null;
  @Field(() => String, { nullable: true, description: "The name of who published it." })
  outlet?: string | null;
  @Field(() => PartialDate, {
    nullable: true,
    description: "When it was published; `mardi` in the text is told by it.",
  })
  publishedAt?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Its language, an ISO 639-1 code; told from the text when left out.",
  })
  language?: string | null;
}

@ObjectType({ description: "A bad article or part of one: it was left out, and everything else went on." })
export class ImportProblem {
  @Field({ description: "Which article: `articles[0]` is the first." })
  file: string;
  @Field(() => Int, { nullable: true, description: "The line in it, from 1." })
  line: number | null;
  @Field({ description: "The rule that was broken." })
  rule: string;
  @Field({ description: "What was given and what to do about it." })
  message: string;
}

@ObjectType({ description: "A new document that has much in common with a stored one." })
export class Resemblance {
  @Field({ description: "Key of the new document." })
  document: string;
  @Field({ description: "Key of the stored one." })
  stored: string;
  @Field(() => Float, { description: "The share of their words in sequence that both have, from 0 to 1." })
  similarity: number;
}

@ObjectType({ description: "What an import of articles brought." })
export class ImportArticlesPayload {
  @Field(() => [Document], { description: "The documents, in the order of their keys." })
  documents: Document[];
  @Field(() => StatementConnection, { description: "The statements that these documents report." })
  statements(@Args(() => StatementPage) _: object): Later<object> {
    return answered();
  }
  @Field(() => [Resemblance], { description: "Which of the documents look like others that were there before." })
  resembles: Resemblance[];
  @Field(() => [ImportProblem], { description: "What was left out, and why." })
  problems: ImportProblem[];
  @Field(() => [ImportCount], { description: "What changed, by kind of record." })
  counts: ImportCount[];
}

@ObjectType({ description: "What the removal of a document did." })
export class RemoveDocumentPayload {
  @Field({ description: "The key of the document." })
  key: string;
  @Field({ description: "False when there was no such document." })
  removed: boolean;
}

@ArgsType()
export class ArticlesArgs {
  @Field(() => [ArticleInput], { description: "The articles, 100 at most." })
  articles: ArticleInput[];
}
