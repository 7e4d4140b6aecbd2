import { ArgsType, type ClassType, Field, InputType } from "type-graphql";
import {
  ActorKindFilter,
  BooleanFilter,
  DateFilter,
  NameFilter,
  NumberFilter,
  OriginFilter,
  SpeechActFilter,
  SpeechModeFilter,
  StanceFilter,
  StatusFilter,
  TextFilter,
  WordFilter,
} from "./filter.js";
import { ActorOrder, DocumentOrder, EventOrder, ImportRunOrder, StatementOrder, TopicOrder } from "./order.js";
import { FirstArgs, PageArgs } from "./page.js";

/** A field that holds conditions of its own; left out or null, it asks for nothing. */
function Condition(of: () => ClassType | object, description: string): PropertyDecorator {
  return Field(of as () => ClassType, { nullable: true, description }) as PropertyDecorator;
}

/** A list of conditions, as in `AND` and `OR`. */
function Conditions(of: () => ClassType, description: string): PropertyDecorator {
  return Field(() => [of()], { nullable: true, description }) as PropertyDecorator;
}

const AND = "All of these hold.";
const OR = "At least one of these holds; none does of an empty list.";
const NOT = "This does not hold.";

/** The input type `<Name>Some`: at least one entry of a list meets conditions. */
function someOf(name: string, of: () => ClassType): ClassType {
  @InputType(`${name}Some`, { description: `Conditions on a list of ${name}.` })
  class Some {
    @Condition(of, "At least one entry meets all of this; `{}`: the list is not empty.")
    some?: object;
  }
  return Some;
}

@InputType({ description: "Conditions on an actor; all that are given must hold." })
export class ActorWhere {
  @Condition(() => WordFilter, "Its key.")
  key?: object;
  @Condition(() => NameFilter, "Any of its names and aliases.")
  named?: object;
  @Condition(() => ActorKindFilter, "What sort of actor it is.")
  kind?: object;
  @Condition(
    () => BooleanFilter,
    "False for a mention that names nobody outside its document; a list of actors leaves these out unless asked.",
  )
  resolved?: object;
  @Condition(() => WordFilter, "Its Wikidata id.")
  wikidataId?: object;
  @Conditions(() => ActorWhere, AND)
  AND?: object[];
  @Conditions(() => ActorWhere, OR)
  OR?: object[];
  @Condition(() => ActorWhere, NOT)
  NOT?: object;
}

@InputType({ description: "Conditions on an event; all that are given must hold." })
export class EventWhere {
  @Condition(() => WordFilter, "Its key.")
  key?: object;
  @Condition(() => NameFilter, "Any of its names and aliases.")
  named?: object;
  @Condition(() => WordFilter, "What sort of event it is.")
  kind?: object;
  @Condition(() => DateFilter, "When it began.")
  start?: object;
  @Condition(() => DateFilter, "When it ended.")
  end?: object;
  @Condition(() => TextFilter, "Where it happened.")
  place?: object;
  @Conditions(() => EventWhere, AND)
  AND?: object[];
  @Conditions(() => EventWhere, OR)
  OR?: object[];
  @Condition(() => EventWhere, NOT)
  NOT?: object;
}

@InputType({ description: "Conditions on a topic; all that are given must hold." })
export class TopicWhere {
  @Condition(() => WordFilter, "Its key.")
  key?: object;
  @Condition(() => NameFilter, "Any of its names and aliases.")
  named?: object;
  @Condition(() => TopicWhere, "Its broader topic.")
  broader?: object;
  @Conditions(() => TopicWhere, AND)
  AND?: object[];
  @Conditions(() => TopicWhere, OR)
  OR?: object[];
  @Condition(() => TopicWhere, NOT)
  NOT?: object;
}

@InputType({ description: "Conditions on a document; all that are given must hold." })
export class DocumentWhere {
  @Condition(() => WordFilter, "Its key.")
  key?: object;
  @Condition(() => TextFilter, "Its title.")
  title?: object;
  @Condition(() => TextFilter, "Its address.")
  url?: object;
  @Condition(() => ActorWhere, "The outlet that published it.")
  outlet?: object;
  @Condition(() => DateFilter, "When it was published.")
  publishedAt?: object;
  @Condition(() => WordFilter, "Its language, an ISO 639-1 code.")
  language?: object;
  @Condition(() => WordFilter, "The collection it belongs to.")
  collection?: object;
  @Conditions(() => DocumentWhere, AND)
  AND?: object[];
  @Conditions(() => DocumentWhere, OR)
  OR?: object[];
  @Condition(() => DocumentWhere, NOT)
  NOT?: object;
}

@InputType({ description: "Conditions on one speaker of a statement; all must hold of the same one." })
export class SpeakingWhere {
  @Condition(() => ActorWhere, "Who speaks.")
  actor?: object;
  @Condition(() => WordFilter, "The verb of saying, as a lemma.")
  verb?: object;
  @Condition(() => TextFilter, "Through what it was said: a post, an interview.")
  channel?: object;
  @Condition(() => TextFilter, "The function the speaker had.")
  role?: object;
}

@InputType({ description: "Conditions on one target of a statement; all must hold of the same one." })
export class TargetWhere {
  @Condition(() => ActorWhere, "The target is such an actor.")
  actor?: object;
  @Condition(() => EventWhere, "The target is such an event.")
  event?: object;
  @Condition(() => TopicWhere, "The target is such a topic.")
  topic?: object;
  @Condition(() => StanceFilter, "Where the speaker stands on it.")
  stance?: object;
}

@InputType({ description: "Conditions on one report of a statement; all must hold of the same one." })
export class ReportWhere {
  @Condition(() => DocumentWhere, "The document that reports it.")
  document?: object;
  @Condition(() => WordFilter, "The verb of saying in this report, as a lemma.")
  verb?: object;
  @Condition(() => NumberFilter, "How sure the extraction of this report is, from 0 to 1.")
  confidence?: object;
}

const ActorSome = someOf("Actor", () => ActorWhere);
const SpeakingSome = someOf("Speaking", () => SpeakingWhere);
const TargetSome = someOf("Target", () => TargetWhere);
const ReportSome = someOf("Report", () => ReportWhere);

@InputType({ description: "Conditions on a statement; all that are given must hold." })
export class StatementWhere {
  @Condition(() => WordFilter, "Its key.")
  key?: object;
  @Condition(() => TextFilter, "Its words.")
  text?: object;
  @Condition(() => SpeechModeFilter, "How its words are given.")
  mode?: object;
  @Condition(() => SpeechActFilter, "What the speaker does by saying it.")
  act?: object;
  @Condition(() => DateFilter, "When it was said.")
  saidAt?: object;
  @Condition(() => WordFilter, "Its language, an ISO 639-1 code.")
  language?: object;
  @Condition(() => NumberFilter, "How sure it is that it was said, from 0 to 1.")
  confidence?: object;
  @Condition(() => OriginFilter, "How it came into the graph.")
  origin?: object;
  @Condition(() => StatusFilter, "Whether it still stands; lists leave out RETRACTED statements unless asked.")
  status?: object;
  @Condition(() => SpeakingSome, "Who said it.")
  speakers?: object;
  @Condition(() => ActorSome, "Whom it was said for.")
  onBehalfOf?: object;
  @Condition(() => TargetSome, "What it is about.")
  about?: object;
  @Condition(() => ActorSome, "Whom it was said to.")
  addressees?: object;
  @Condition(() => ActorSome, "Who passed it on.")
  relayedBy?: object;
  @Condition(() => ReportSome, "Where it is written.")
  reports?: object;
  @Conditions(() => StatementWhere, AND)
  AND?: object[];
  @Conditions(() => StatementWhere, OR)
  OR?: object[];
  @Condition(() => StatementWhere, NOT)
  NOT?: object;
}

/** The arguments of a page: conditions and orders beside `first` and `after`. */
function pageOf(name: string, where: (() => ClassType) | null, order: ClassType) {
  @ArgsType()
  class Args extends PageArgs {
    @Conditions(() => order, `In which order the ${name} come.`)
    orderBy?: object[];
  }
  if (where === null) return Args;

  @ArgsType()
  class FilteredArgs extends Args {
    @Condition(where, `Only ${name} that meet this.`)
    where?: object;
  }
  return FilteredArgs;
}

export const StatementPage = pageOf("statements", () => StatementWhere, StatementOrder);
export const ActorPage = pageOf("actors", () => ActorWhere, ActorOrder);
export const DocumentPage = pageOf("documents", () => DocumentWhere, DocumentOrder);
export const EventPage = pageOf("events", () => EventWhere, EventOrder);
export const TopicPage = pageOf("topics", () => TopicWhere, TopicOrder);
export const ImportRunPage = pageOf("imports", null, ImportRunOrder);

@ArgsType()
export class TieArgs extends FirstArgs {
  @Condition(() => StatementWhere, "Count only statements that meet this.")
  where?: object;
}
