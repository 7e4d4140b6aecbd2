import type { NodeContribution, NodeReference } from "../contribution.js";
import type { Transaction } from "../engine.js";
import { Change, type Verdict } from "./change.js";
import { documentDraft, documentNode } from "./document-node.js";
import { Draft, isNamedLabel } from "./draft.js";
import { type HeldRelation, heldRelations, relationIdentity } from "./entry.js";
import { type Judgements, reportReference } from "./judgements.js";
import type { NodeCache } from "./node-cache.js";
import { planNamed } from "./plan-named.js";
import { planNames } from "./plan-names.js";
import { type Plan, type Planning, planNode } from "./planning.js";
import { readTouched, type Touched } from "./read-touched.js";
import { nodeId, type Owner } from "./slice.js";
import { statementNode } from "./statement-node.js";
import { storedRelations } from "./told-once.js";

/**
 * Reads what a write touches and plans the difference between that and what is to be. Pure but for reading: nothing is
 * written, and doing it again gives the same.
 */
export async function planChange(
  tx: Transaction,
  judgements: Judgements,
  touched: Touched,
  cache?: NodeCache,
): Promise<Plan> {
  const slice = await readTouched(tx, touched);
  const draft = new Draft(slice);
  const planning: Planning = {
    tx,
    cache,
    slice,
    draft,
    judgements,
    change: new Change(),
    nodes: new Map(),
    relations: { new: 0, changed: 0, unchanged: 0 },
    lost: new Map(),
    gained: new Set(),
    namesTaken: new Set(),
    judged: new Set(),
    named: [],
  };
  for (const document of touched.removed) draft.remove(document);
  for (const contribution of touched.contributions) draft.add(contribution);
  for (const node of touched.seenAnew) if (isNamedLabel(node.label)) draft.name(node.label, node.key);
  for (const node of touched.judged) judge(planning, node);
  for (const owner of slice.owners.values()) planOwner(planning, owner);
  planDocuments(planning, touched.removed);
  const named = await planNamed(planning);
  await planNames(planning, named);
  const { change, nodes, relations } = planning;
  return { change, nodes, relations, named };
}

/** An actor that a judgement speaks of is in the graph, known or not. */
function judge({ draft, judged }: Planning, { key, gazetteer }: NodeContribution): void {
  const named = draft.name("Actor", key);
  named.resolved = true;
  if (gazetteer) named.gazetteer = gazetteer;
  judged.add(nodeId("Actor", key));
}

function planOwner(planning: Planning, owner: Owner): void {
  const reports = owner.label === "Statement" ? owner.entries.filter(({ type }) => type === "REPORTED_IN") : [];
  if (owner.label === "Statement" && reports.length === 0) owner.entries = [];
  const references = referencesOf(planning, owner, reports);
  const relations = heldRelations(owner.entries, { judgements: planning.judgements, references });
  if (owner.label !== "Statement") {
    planRelations(planning, owner, relations);
    return;
  }
  const retracted = references.length > 0 && planning.judgements.retracted(references);
  const said = reports.map(({ properties }) => properties);
  const node = said.length > 0 ? statementNode(owner.key, said, retracted) : undefined;
  planRelations(planning, owner, node ? storedRelations(node, relations) : []);
  planNode(planning, "Statement", owner.key, node);
}

/** The names by which a judgement may speak of a statement; none are needed where there is no such judgement. */
function referencesOf({ judgements }: Planning, owner: Owner, reports: Owner["entries"]): readonly string[] {
  if (owner.label !== "Statement" || !judgements.judgesStatements) return [];
  return [owner.key, ...reports.map(({ to, properties }) => reportReference(to.key, properties.at as number))];
}

function planRelations(planning: Planning, owner: Owner, after: readonly HeldRelation[]): void {
  if (owner.held.length === 0) {
    for (const relation of after) planRelation(planning, undefined, relation);
    return;
  }
  const before = new Map(owner.held.map((relation) => [identityOf(relation), relation]));
  for (const relation of after) {
    const identity = identityOf(relation);
    planRelation(planning, before.get(identity), relation);
    before.delete(identity);
  }
  for (const relation of before.values()) planRelation(planning, relation, undefined);
}

function identityOf({ type, from, to, properties }: HeldRelation): string {
  return relationIdentity(type, from, to, properties);
}

function planRelation(planning: Planning, before: HeldRelation | undefined, after: HeldRelation | undefined): void {
  const verdict = planning.change.relation(before, after);
  if (verdict !== "deleted") planning.relations[verdict] += 1;
  if (verdict === "unchanged") return;
  const relation = (after ?? before) as HeldRelation;
  if (relation.type === "NAMED_IN") planNaming(planning, relation, verdict);
  if (verdict === "changed") return;
  for (const node of [relation.from, relation.to]) if (isNamedLabel(node.label)) planEnd(planning, node, verdict);
}

function planEnd({ lost, gained }: Planning, node: NodeReference, verdict: Verdict): void {
  const id = nodeId(node.label, node.key);
  if (verdict === "new") {
    gained.add(id);
    return;
  }
  const loss = lost.get(id) ?? { node, count: 0 };
  loss.count += 1;
  lost.set(id, loss);
}

function planNaming({ draft, namesTaken }: Planning, { from, properties }: HeldRelation, verdict: Verdict): void {
  if (!isNamedLabel(from.label)) return;
  const named = draft.name(from.label, from.key);
  if (verdict === "new") named.namings.push(properties);
  else namesTaken.add(nodeId(from.label, from.key));
}

function planDocuments(planning: Planning, removed: readonly string[]): void {
  const { draft } = planning;
  for (const key of removed) planNode(planning, "Document", key, undefined);
  for (const document of draft.documents.values()) planNode(planning, "Document", document.key, documentNode(document));
  for (const key of draft.mentionedDocuments) {
    if (draft.documents.has(key)) continue;
    const stored = planning.slice.node("Document", key);
    planNode(planning, "Document", key, stored ?? documentNode(documentDraft(key, undefined)));
  }
}
