import { type ClassType, InputType } from "type-graphql";
import { Condition } from "./condition.js";
import { NumberFilter, StanceFilter, TextFilter, WordFilter } from "./filter.js";
import { ActorWhere, DocumentWhere, EventWhere, StatementWhere, TopicWhere } from "./where.js";

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
  @Condition(() => TextFilter, "The speaker as the text writes it.")
  asWritten?: object;
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
  @Condition(() => TextFilter, "The target as the text writes it.")
  asWritten?: object;
}

@InputType({ description: "Conditions on one report of a statement; all must hold of the same one." })
export class ReportWhere {
  @Condition(() => DocumentWhere, "The document that reports it.")
  document?: object;
  @Condition(() => WordFilter, "The verb of saying in this report, as a lemma.")
  verb?: object;
  @Condition(() => TextFilter, "The speaker as this report writes it.")
  speaker?: object;
  @Condition(() => TextFilter, "What found it: name, version and rule.")
  extractor?: object;
  @Condition(() => NumberFilter, "How sure the extraction of this report is, from 0 to 1.")
  confidence?: object;
}

@InputType({ description: "Conditions on one participant of an event; all must hold of the same one." })
export class ParticipantWhere {
  @Condition(() => ActorWhere, "Who took part.")
  actor?: object;
  @Condition(() => WordFilter, "As what.")
  role?: object;
}

@InputType({ description: "Conditions on one event that an actor took part in; all must hold of the same one." })
export class ParticipationWhere {
  @Condition(() => EventWhere, "What it took part in.")
  event?: object;
  @Condition(() => WordFilter, "As what.")
  role?: object;
}

@InputType({ description: "Conditions on one body that an actor is part of; all must hold of the same one." })
export class MembershipWhere {
  @Condition(() => ActorWhere, "What it is part of.")
  organisation?: object;
  @Condition(() => TextFilter, "As what.")
  role?: object;
}

/** The input type `<Name>List`: what at least one, none or all of the entries of a list meet. */
function listOf(name: string, of: () => ClassType): ClassType {
  @InputType(`${name}List`, {
    description: `Conditions on a list of ${name}; all that are given must hold. Only entries that the caller may see count.`,
  })
  class List {
    @Condition(of, "At least one entry meets all of this; `{}`: the list is not empty.")
    some?: object;
    @Condition(of, "No entry meets all of this; `{}`: the list is empty.")
    none?: object;
    @Condition(of, "Each entry meets all of this, also where there is no entry.")
    every?: object;
  }
  return List;
}

export const ActorList = listOf("Actor", () => ActorWhere);
export const StatementList = listOf("Statement", () => StatementWhere);
export const TopicList = listOf("Topic", () => TopicWhere);
export const SpeakingList = listOf("Speaking", () => SpeakingWhere);
export const TargetList = listOf("Target", () => TargetWhere);
export const ReportList = listOf("Report", () => ReportWhere);
export const ParticipantList = listOf("Participant", () => ParticipantWhere);
export const ParticipationList = listOf("Participation", () => ParticipationWhere);
export const MembershipList = listOf("Membership", () => MembershipWhere);
