import type { ActorKind } from "../model/vocabulary.js";

/** Somebody or something that is known before any document is read. */
export interface KnownActor {
  key: string;
  fr: string;
  en: string;
  kind: ActorKind;
  wikidataId: string;
  aliases: readonly string[];
  /** Aliases that count in texts of one language only: "OAS" is another body in French. */
  bound?: readonly { language: string; name: string }[];
}
