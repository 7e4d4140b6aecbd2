import type { Properties } from "../contribution.js";
import { canonicalJson } from "./joins.js";
import { givenOf, NAMED_LABELS, type NamedDraft, type NamedLabel, namedNode } from "./named-node.js";
import { type NamedState, type Planning, planNode } from "./planning.js";
import { inChunks, readNodes } from "./read-slice.js";
import { nodeId } from "./slice.js";

/** Plans all nodes with names that a batch concerns, and gives their states; reads the nodes, and what else it takes to tell their names. */
export async function planNamed(planning: Planning): Promise<NamedState[]> {
  const { draft, lost, judgements } = planning;
  for (const { node } of lost.values()) draft.name(node.label as NamedLabel, node.key);
  await readDrafted(planning);
  await readGroups(planning);
  const orphans = await findOrphans(planning);
  const namings = await readAllNamings(planning, orphans);
  const states: NamedState[] = [];
  for (const [id, named] of draft.named) {
    const { label, key } = named;
    const before = planning.slice.node(label, key);
    const mergedInto = label === "Actor" ? mergeOf(judgements.actor(key), key) : undefined;
    if (!before && !isWanted(planning, id, named)) continue;
    const after = orphans.has(id)
      ? undefined
      : namedNode(named, { stored: before, allNamings: namings.get(id), mergedInto });
    planNode(planning, label, key, after);
    states.push({ label, key, before, after });
  }
  return states;
}

/** A node that is only spoken of comes into the graph with a relation; a judgement may have given that to another. */
function isWanted({ gained, judged }: Planning, id: string, { given }: NamedDraft): boolean {
  return gained.has(id) || given.size > 0 || judged.has(id);
}

function mergeOf(kept: string, key: string): string | undefined {
  return kept === key ? undefined : kept;
}

async function readDrafted({ tx, slice, draft, cache }: Planning): Promise<void> {
  for (const label of NAMED_LABELS) {
    const keys: string[] = [];
    for (const [id, named] of draft.named) {
      if (named.label !== label || slice.nodes.has(id)) continue;
      const cached = cache?.find(id);
      if (cached) slice.nodes.set(id, cached);
      else keys.push(named.key);
    }
    await readNodes(tx, slice, label, keys);
  }
}

/** Actors that stand for one another share their names, so that the whole group must be known. */
async function readGroups({ tx, slice, draft, judgements }: Planning): Promise<void> {
  if (!judgements.merges) return;
  const others = new Set<string>();
  for (const { label, key } of draft.named.values()) {
    if (label === "Actor") for (const other of judgements.groupOf(key)) others.add(other);
  }
  const missing = [...others].filter((key) => !slice.node("Actor", key) && !draft.named.has(nodeId("Actor", key)));
  await readNodes(tx, slice, "Actor", missing);
  for (const key of others) if (slice.node("Actor", key)) draft.name("Actor", key);
}

/** Types that keep a named node in the graph: all but NAMES. */
const KEEPING = {
  Actor: "MADE|ON_BEHALF_OF|ABOUT|ADDRESSED_TO|RELAYED_BY|PUBLISHED_BY|NAMED_IN|INVOLVED_IN|MEMBER_OF|JUDGES",
  Event: "ABOUT|NAMED_IN|INVOLVED_IN|PART_OF",
  Topic: "ABOUT|NAMED_IN|BROADER",
} as const satisfies Record<NamedLabel, string>;

/** Stored nodes that nothing refers to any more when the batch is written, and no record describes. */
async function findOrphans({ tx, slice, draft, lost, gained }: Planning): Promise<Set<string>> {
  const orphans = new Set<string>();
  for (const label of NAMED_LABELS) {
    const keys: string[] = [];
    for (const [id, { node }] of lost) {
      const described =
        slice.node(node.label, node.key)?.records !== undefined || (draft.named.get(id)?.given.size ?? 0) > 0;
      if (node.label === label && !gained.has(id) && !described) keys.push(node.key);
    }
    const statement = `UNWIND $keys AS key MATCH (n:${label} {key: key}) MATCH (n)-[r:${KEEPING[label]}]-() RETURN key, count(r) AS count`;
    for (const row of await inChunks(keys, (chunk) => tx.run(statement, { keys: chunk }))) {
      const id = nodeId(label, row.key as string);
      if (row.count === lost.get(id)?.count) orphans.add(id);
    }
  }
  return orphans;
}

/** Where something is taken away from what is said of a node, all that documents say of it must be joined anew. */
async function readAllNamings(planning: Planning, orphans: ReadonlySet<string>): Promise<Map<string, Properties[]>> {
  const { tx, slice, draft } = planning;
  const namings = new Map<string, Properties[]>();
  for (const label of NAMED_LABELS) {
    const drafts = [...draft.named.values()].filter((named) => named.label === label && isTakenFrom(planning, named));
    const keys = drafts.map(({ key }) => key).filter((key) => !orphans.has(nodeId(label, key)));
    for (const key of keys) namings.set(nodeId(label, key), []);
    const statement = `UNWIND $keys AS key MATCH (n:${label} {key: key}) MATCH (n)-[r:NAMED_IN]->(d:Document) RETURN key, d.key AS document, r{.*} AS properties`;
    for (const row of await inChunks(keys, (chunk) => tx.run(statement, { keys: chunk }))) {
      if (slice.owner("Document", row.document as string)) continue;
      namings.get(nodeId(label, row.key as string))?.push(row.properties as Properties);
    }
  }
  for (const owner of namings.size > 0 ? slice.owners.values() : []) {
    for (const { type, from, properties } of owner.entries) {
      if (type === "NAMED_IN") namings.get(nodeId(from.label, from.key))?.push(properties);
    }
  }
  return namings;
}

function isTakenFrom({ slice, namesTaken }: Planning, { label, key, given }: NamedDraft): boolean {
  const stored = slice.node(label, key);
  if (!stored) return false;
  if (namesTaken.has(nodeId(label, key))) return true;
  const before = givenOf(stored);
  return [...given].some(
    ([set, said]) => before.has(set) && canonicalJson(before.get(set) as Properties) !== canonicalJson(said),
  );
}
