import { registerEnumType } from "type-graphql";
import { ACTOR_KINDS, ORIGINS, RUN_STATUSES, SPEECH_ACTS, SPEECH_MODES, STANCES, STATUSES } from "./vocabulary.js";

type Vocabulary = Readonly<Record<string, string>>;

/** A GraphQL enum made of a closed vocabulary: its words, each with the sentence that describes it. */
export function enumOf<Words extends Vocabulary>(name: string, description: string, words: Words) {
  const values = Object.fromEntries(Object.keys(words).map((word) => [word, word])) as { [Word in keyof Words]: Word };
  const valuesConfig = Object.fromEntries(Object.entries(words).map(([word, text]) => [word, { description: text }]));
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as never });
  return values;
}

export const ActorKindEnum = enumOf("ActorKind", "What sort of actor somebody or something is.", ACTOR_KINDS);
export const SpeechModeEnum = enumOf("SpeechMode", "How the words of a statement are given.", SPEECH_MODES);
export const SpeechActEnum = enumOf("SpeechAct", "What a speaker does by saying it.", SPEECH_ACTS);
export const StanceEnum = enumOf("Stance", "Where the speaker stands on a target; null when unknown.", STANCES);
export const OriginEnum = enumOf("Origin", "How a statement came into the graph.", ORIGINS);
export const StatusEnum = enumOf("Status", "Whether a statement still stands.", STATUSES);
export const RunStatusEnum = enumOf("RunStatus", "How far an import has come.", RUN_STATUSES);
