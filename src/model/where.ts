import { ArgsType, type ClassType, InputType } from "type-graphql";
import { Condition, Conditions } from "./condition.js";
import {
  ActorKindFilter,
  BooleanFilter,
  DateFilter,
  NameFilter,
  NumberFilter,
  OriginFilter,
  SpeechActFilter,
  SpeechModeFilter,
  StatusFilter,
  TextFilter,
  WordFilter,
} from "./filter.js";
import { ActorOrder, DocumentOrder, EventOrder, ImportRunOrder, StatementOrder, TopicOrder } from "./order.js";
import { FirstArgs, PageArgs } from "./page.js";
import {
  ActorList,
  MembershipList,
  ParticipantList,
  ParticipationList,
  ReportList,
  SpeakingList,
  StatementList,
  TargetList,
  TopicList,
} from "./where-entries.js";

const AND = "All of these hold.";
const OR = "At least one of these holds; none does of an empty list.";
const NOT = "This does not hold.";
const ABOUT_IT = "What was said about it; statements that stand, unless `status` is asked of.";
const ACTOR_KEY = "Its key; that of an actor that was merged into another finds the other.";

@InputType({ description: "Conditions on an actor; all that are given must hold." })
export class ActorWhere {
  @Condition(() => WordFilter, ACTOR_KEY)
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
  @Condition(() => TextFilter, "Who or what it is.")
  description?: object;
  @Condition(() => StatementList, "What it said; statements that stand, unless `status` is asked of.")
  statements?: object;
  @Condition(() => StatementList, ABOUT_IT)
  statementsAbout?: object;
  @Condition(() => MembershipList, "What it is part of.")
  memberOf?: object;
  @Condition(() => ParticipationList, "The events that it took part in.")
  involvedIn?: object;
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
  @Condition(() => ParticipantList, "Who took part.")
  participants?: object;
  @Condition(() => EventWhere, "The larger event that it is a part of.")
  partOf?: object;
  @Condition(() => StatementList, ABOUT_IT)
  statementsAbout?: object;
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
  @Condition(() => TopicList, "The topics that are parts of it.")
  narrower?: object;
  @Condition(() => StatementList, ABOUT_IT)
  statementsAbout?: object;
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
  @Condition(() => WordFilter, "Hash of its text.")
  contentHash?: object;
  @Condition(() => StatementList, "The statements it reports; those that stand, unless `status` is asked of.")
  statements?: object;
  @Conditions(() => DocumentWhere, AND)
  AND?: object[];
  @Conditions(() => DocumentWhere, OR)
  OR?: object[];
  @Condition(() => DocumentWhere, NOT)
  NOT?: object;
}

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
  @Condition(() => SpeakingList, "Who said it.")
  speakers?: object;
  @Condition(() => ActorList, "Whom it was said for.")
  onBehalfOf?: object;
  @Condition(() => TargetList, "What it is about.")
  about?: object;
  @Condition(() => ActorList, "Whom it was said to.")
  addressees?: object;
  @Condition(() => ActorList, "Who passed it on.")
  relayedBy?: object;
  @Condition(() => ReportList, "Where it is written.")
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
