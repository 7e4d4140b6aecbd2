import type { Properties } from "../contribution.js";
import type { HeldRelation } from "./entry.js";
import { foldedNames } from "./named-node.js";
import type { NamedState, Planning } from "./planning.js";
import { inChunks, readNodes } from "./read-slice.js";

/** A folded name and the node that it leads to. */
interface Lead {
  name: string;
  label: NamedState["label"];
  key: string;
}

/** Plans the index of names: one Name for each folded name, with NAMES to every node that is found by it. */
export async function planNames(planning: Planning, states: readonly NamedState[]): Promise<void> {
  const before = new Map<string, Lead>();
  const after = new Map<string, Lead>();
  for (const state of states) {
    if (state.before === state.after && !planning.judgements.merges) continue;
    addLeads(before, state, state.before);
    addLeads(after, state, state.after);
  }
  const added = [...after].filter(([id]) => !before.has(id)).map(([, lead]) => lead);
  const removed = [...before].filter(([id]) => !after.has(id)).map(([, lead]) => lead);
  await planAdded(planning, added);
  await planRemoved(planning, removed, new Set(added.map(({ name }) => name)));
}

function addLeads(leads: Map<string, Lead>, { label, key }: NamedState, node: Properties | undefined): void {
  const target = (node?.mergedInto ?? key) as string;
  for (const name of foldedNames(node)) leads.set(`${name}\t${label}\t${target}`, { name, label, key: target });
}

async function planAdded({ tx, slice, change }: Planning, added: readonly Lead[]): Promise<void> {
  const names = [...new Set(added.map(({ name }) => name))];
  await readNodes(tx, slice, "Name", names);
  for (const key of names) change.node("Name", key, slice.node("Name", key), slice.node("Name", key) ?? { key });
  for (const lead of added) change.relation(undefined, relationOf(lead));
}

async function planRemoved(
  { tx, change }: Planning,
  removed: readonly Lead[],
  kept: ReadonlySet<string>,
): Promise<void> {
  const losses = new Map<string, number>();
  for (const lead of removed) {
    change.relation(relationOf(lead), undefined);
    losses.set(lead.name, (losses.get(lead.name) ?? 0) + 1);
  }
  const statement =
    "UNWIND $keys AS key MATCH (n:Name {key: key}) MATCH (n)-[r:NAMES]->() RETURN key, count(r) AS count";
  const names = [...losses.keys()].filter((name) => !kept.has(name));
  for (const { key, count } of await inChunks(names, (chunk) => tx.run(statement, { keys: chunk }))) {
    if (count === losses.get(key as string)) change.node("Name", key as string, { key: key as string }, undefined);
  }
}

function relationOf({ name, label, key }: Lead): HeldRelation {
  return { type: "NAMES", from: { label: "Name", key: name }, to: { label, key }, properties: {} };
}
