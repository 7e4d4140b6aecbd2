import { type ClassType, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Document } from "./document.js";
import { connectionOf, type Later } from "./page.js";

@ObjectType("Span", {
  description: "A half-open range of UTF-16 code units of a document's text: `text.slice(start, end)`.",
})
export class TextSpan {
  @Field(() => Int, { description: "Offset of its first code unit." })
  start: number;
  @Field(() => Int, { description: "Offset after its last code unit." })
  end: number;
}

@ObjectType({ description: "The words of a document where it reports a statement." })
export class Excerpt {
  @Field({ description: "What stands before, up to 120 characters." })
  before: string;
  @Field({
    description: "The words of the document from the first span to the last, whatever stands between included.",
  })
  quote: string;
  @Field({ description: "What stands after, up to 120 characters." })
  after: string;
}

@ObjectType({ description: "Where a report names an event or topic that its statement is about." })
export class Mention {
  @Field(() => ID, {
    description: "The id of the event or topic.",
  })
  targetId: string;
  @Field(() => TextSpan, { description: "Where it stands in the document." })
  span: TextSpan;
}

@ObjectType({ description: "The evidence: this document reports that statement, here." })
export class Report {
  @Field(() => Document, { description: "The document." })
  document: Later<Document>;
  @Field(() => String, { nullable: true, description: "The verb of saying in this report, as a lemma." })
  verb: string | null;
  @Field(() => String, { nullable: true, description: "The speaker as this report writes it." })
  speaker: string | null;
  @Field(() => Excerpt, { nullable: true, description: "The words of the document; null for a report without spans." })
  excerpt: Excerpt | null;
  @Field(() => [TextSpan], { description: "Where the content of the statement stands in the document." })
  spans: TextSpan[];
  @Field(() => TextSpan, { nullable: true, description: "Where the words that introduce it stand." })
  cueSpan: TextSpan | null;
  @Field(() => TextSpan, { nullable: true, description: "Where the speaker stands." })
  speakerSpan: TextSpan | null;
  @Field(() => [Mention], {
    description: "Where this report names the events and topics that the statement is about, in the order of the text.",
  })
  mentions: Mention[];
  @Field(() => String, { nullable: true, description: "What found it: name, version and rule." })
  extractor: string | null;
  @Field(() => Float, { description: "How sure the finding is, from 0 to 1." })
  confidence: number;
}

export const ReportConnection: ClassType = connectionOf("Report", () => Report);
