import type { EventRecord, TopicRecord } from "../model/record.js";
import type { GraphStore } from "../store/graph-store.js";
import type { CodebookTerm } from "./resolve.js";

/** Events and topics that are looked for in articles, at most of each. */
const MOST_TERMS = 20_000;

/** The events and topics that the graph holds, with the words that mean them. */
export async function storedCodebook(store: GraphStore): Promise<CodebookTerm[]> {
  const terms: CodebookTerm[] = [];
  for (const [type, label] of [
    ["event", "Event"],
    ["topic", "Topic"],
  ] as const) {
    const rows = await store.engine.read(
      `MATCH (n:${label}) WHERE n.records IS NOT NULL RETURN n.key AS key, n.names AS names, n.aliases AS aliases ORDER BY key LIMIT ${MOST_TERMS}`,
    );
    for (const { key, names, aliases } of rows) {
      terms.push({
        type,
        key: key as string,
        terms: termsOf(names as readonly string[], aliases as readonly string[]),
      });
    }
  }
  return terms;
}

/** The words by which an event or topic of this import is known. */
export function codebookTerm({ type, name, aliases = [] }: EventRecord | TopicRecord, key: string): CodebookTerm {
  const names =
    typeof name === "string" ? [`|${name}`] : Object.entries(name).map(([language, text]) => `${language}|${text}`);
  return { type, key, terms: termsOf(names, aliases) };
}

function termsOf(names: readonly string[], aliases: readonly string[]): CodebookTerm["terms"] {
  const named = names.map((name) => ({
    language: name.slice(0, name.indexOf("|")),
    term: name.slice(name.indexOf("|") + 1),
  }));
  return [...named, ...aliases.map((term) => ({ language: "", term }))];
}
