import type { ActorRecord, EventRecord, TopicRecord } from "../model/record.js";
import type { GraphStore } from "../store/graph-store.js";
import { namesOfRecord } from "./record-contribution.js";
import type { CodebookTerm } from "./resolve.js";

/** What is looked for in articles, and how many of each at most. */
const LABELS = [
  ["event", "Event", 20_000],
  ["topic", "Topic", 20_000],
  ["actor", "Actor", 100_000],
] as const;

/** The words that one set of records gives an event, topic or actor; names and terms have their language before a bar. */
interface Said {
  names?: readonly string[];
  aliases?: readonly string[];
  terms?: readonly string[];
}

interface Known {
  type: CodebookTerm["type"];
  key: string;
  bySet: Map<string, Said>;
}

/** The events, topics and declared actors that an import knows, from the graph and from its own records. */
export class KnownTerms {
  readonly #known = new Map<string, Known>();
  #list: readonly CodebookTerm[] | undefined;

  /** Those that the graph holds. */
  static async stored(store: GraphStore): Promise<KnownTerms> {
    const terms = new KnownTerms();
    for (const [type, label, most] of LABELS) {
      const rows = await store.engine.read(
        `MATCH (n:${label}) WHERE n.records IS NOT NULL RETURN n.key AS key, n.records AS sets, n.given AS given ORDER BY key LIMIT ${most}`,
      );
      for (const { key, sets, given } of rows) {
        const says = (given as readonly string[]).map((json) => JSON.parse(json) as Said);
        for (const [at, set] of (sets as readonly string[]).entries())
          terms.#put(type, key as string, set, says[at] as Said);
      }
    }
    return terms;
  }

  /** Takes up a record of a set, in the place of what the set said before. */
  take(record: ActorRecord | EventRecord | TopicRecord, key: string, set: string): void {
    this.#put(record.type, key, set, namesOfRecord(record));
  }

  /** All of them, in an order of their own; the same list until another record is taken up. */
  list(): readonly CodebookTerm[] {
    this.#list ??= [...this.#known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, known]) => termOf(known));
    return this.#list;
  }

  #put(type: Known["type"], key: string, set: string, said: Said): void {
    const id = `${type} ${key}`;
    const known = this.#known.get(id) ?? { type, key, bySet: new Map() };
    known.bySet.set(set, said);
    this.#known.set(id, known);
    this.#list = undefined;
  }
}

/** Names and terms mean it in texts of their language, other names in all texts. */
function termOf({ type, key, bySet }: Known): CodebookTerm {
  const terms = new Map<string, CodebookTerm["terms"][number]>();
  for (const { names = [], aliases = [], terms: bound = [] } of bySet.values()) {
    const ofLanguage = [...names, ...bound].map(splitName);
    const unbound = aliases.filter((alias) => !ofLanguage.some(({ term }) => term === alias));
    for (const term of [...ofLanguage, ...unbound.map((alias) => ({ language: "", term: alias }))])
      terms.set(`${term.language}|${term.term}`, term);
  }
  return { type, key, terms: [...terms.values()] };
}

function splitName(name: string): { language: string; term: string } {
  const bar = name.indexOf("|");
  return { language: name.slice(0, bar), term: name.slice(bar + 1) };
}
