import { fold } from "../model/fold.js";
import type { Contribution, Properties } from "../store/contribution.js";
import type { GraphStore } from "../store/graph-store.js";
import { makePassingIndexes } from "../store/passing-indexes.js";
import type { Resemblance } from "./import-report.js";

/** Share of common three-word sequences from which two texts resemble each other. */
const RESEMBLES = 0.3;

/** Stored documents that are compared with a new one, at most. */
const MOST_CANDIDATES = 5;

const MARKS = ["titleMark", "openingMark", "endingMark"] as const;

/**
 * The stored documents that new ones without URL or id resemble. Candidates are those with the same title, opening or ending,
 * which indexes find on every engine; what counts is then the share of common sequences of words.
 */
export async function findResemblances(store: GraphStore, arrivals: readonly Contribution[]): Promise<Resemblance[]> {
  const found: Resemblance[] = [];
  for (const { key, properties } of arrivals.flatMap(({ nodes }) =>
    nodes.filter(({ label }) => label === "Document"),
  )) {
    if (properties?.text === undefined || (await isStored(store, key))) continue;
    await makePassingIndexes(store.engine);
    const closest = await closestStored(store, properties);
    if (closest) found.push({ document: key, ...closest });
  }
  return found;
}

async function isStored({ engine }: GraphStore, key: string): Promise<boolean> {
  const rows = await engine.read("MATCH (d:Document {key: $key}) RETURN d.key AS key", { key });
  return rows.length > 0;
}

async function closestStored(
  store: GraphStore,
  { text, ...marks }: Properties,
): Promise<Omit<Resemblance, "document"> | undefined> {
  let closest: Omit<Resemblance, "document"> | undefined;
  const seen = new Set<string>();
  for (const mark of MARKS) {
    const rows = await store.engine.read(
      `MATCH (d:Document {${mark}: $mark}) WITH d ORDER BY d.key LIMIT ${MOST_CANDIDATES} RETURN d.key AS key, d.text AS text`,
      { mark: marks[mark] as string },
    );
    for (const row of rows) {
      const stored = row.key as string;
      if (seen.has(stored)) continue;
      seen.add(stored);
      const similarity = similarityOf(text as string, (row.text ?? "") as string);
      if (similarity >= RESEMBLES && similarity > (closest?.similarity ?? 0)) closest = { stored, similarity };
    }
  }
  return closest;
}

/** The share of three-word sequences that two texts have in common (Jaccard), rounded to hundredths. */
export function similarityOf(a: string, b: string): number {
  const [first, second] = [sequences(a), sequences(b)];
  let common = 0;
  for (const sequence of first) if (second.has(sequence)) common += 1;
  const all = first.size + second.size - common;
  return all === 0 ? 0 : Math.round((common / all) * 100) / 100;
}

/** Of a long text, its beginning says enough. */
const COMPARED = 200_000;

function sequences(text: string): Set<string> {
  const words = fold(text.slice(0, COMPARED)).split(" ");
  const found = new Set<string>();
  for (let i = 0; i + 2 < words.length; i += 1) found.add(`${words[i]} ${words[i + 1]} ${words[i + 2]}`);
  return found;
}
