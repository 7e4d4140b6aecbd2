import type { ActorKind } from "./vocabulary.js";

/** Whom a reference means, and under which names. */
export interface ResolvedActor {
  key: string;
  /** At most one per language; `""` for a name whose language is not known. */
  names: readonly { language: string; name: string }[];
  aliases: readonly string[];
  kind: ActorKind;
  /** False for a mention that names nobody outside its document; its key is then scoped to the document. */
  resolved: boolean;
  wikidataId?: string;
  /** True when the names come from the gazetteer, or the reference has a key of its own. */
  known: boolean;
}
