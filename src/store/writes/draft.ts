import type {
  Contribution,
  NodeContribution,
  NodeReference,
  Properties,
  RelationContribution,
} from "../contribution.js";
import { type DocumentDraft, documentDraft } from "./document-node.js";
import type { Entry } from "./entry.js";
import { NAMED_LABELS, type NamedDraft, type NamedLabel } from "./named-node.js";
import type { BroughtType } from "./relation-rules.js";
import { nodeId, type Owner, type Slice } from "./slice.js";

/** True for an entry that came by a flat record, which outlives new versions of its document. */
function isStanding({ type, properties }: Entry): boolean {
  return type === "REPORTED_IN" ? properties.fingerprint !== undefined : properties.standing === true;
}

/** The changes that a batch of contributions makes to a slice of the graph, one contribution after the other. */
export class Draft {
  readonly documents = new Map<string, DocumentDraft>();
  readonly named = new Map<string, NamedDraft>();
  /** Documents that are only spoken of. */
  readonly mentionedDocuments = new Set<string>();
  readonly #slice: Slice;

  constructor(slice: Slice) {
    this.#slice = slice;
  }

  add(contribution: Contribution): void {
    this.#makeRoom(contribution);
    for (const node of contribution.nodes) this.#addNode(contribution, node);
    for (const relation of contribution.relations) this.#addRelation(contribution.source, relation);
  }

  /** Takes a document and all it said away. */
  remove(document: string): void {
    this.#slice.subtract(document, () => true);
  }

  /** A node with names, as it is drafted so far. */
  name(label: NamedLabel, key: string): NamedDraft {
    const id = nodeId(label, key);
    const known = this.named.get(id);
    if (known) return known;
    const draft: NamedDraft = { label, key, resolved: false, given: new Map(), namings: [] };
    this.named.set(id, draft);
    return draft;
  }

  #makeRoom(contribution: Contribution): void {
    const { source, kind, replaces } = contribution;
    if (kind === "records") {
      for (const node of contribution.nodes) if (node.properties) this.#clearRecord(source, node);
    } else if (replaces) {
      this.#slice.subtract(source, (entry, owner) => !isStanding(entry) && !hasStandingReport(owner, source));
    } else {
      for (const relation of contribution.relations) {
        if (relation.type === "REPORTED_IN") this.#clearReport(source, relation);
        if (relation.type === "PUBLISHED_BY") this.#clearOutlet(source);
      }
    }
  }

  #clearRecord(set: string, { label, key }: NodeReference): void {
    const owner = this.#slice.owner(label, key);
    if (owner) owner.entries = owner.entries.filter((entry) => entry.source !== set);
  }

  /** A flat statement replaces the report at its place, and with the last report of its document all the document said of it. */
  #clearReport(document: string, report: RelationContribution): void {
    const owner = this.#slice.owner("Statement", report.from.key);
    if (!owner) return;
    const isReport = (entry: Entry) => entry.source === document && entry.type === "REPORTED_IN";
    owner.entries = owner.entries.filter((entry) => !isReport(entry) || entry.properties.at !== report.properties.at);
    if (owner.entries.some(isReport)) return;
    owner.entries = owner.entries.filter((entry) => entry.source !== document);
  }

  #clearOutlet(document: string): void {
    const owner = this.#slice.owner("Document", document);
    if (owner) owner.entries = owner.entries.filter((entry) => entry.type !== "PUBLISHED_BY" || !isStanding(entry));
  }

  #addNode({ source, kind, replaces, fingerprint }: Contribution, node: NodeContribution): void {
    const { label, key, properties } = node;
    if (isNamedLabel(label)) {
      this.#addNamed(label, node, kind === "records" ? source : undefined);
    } else if (label === "Document") {
      if (!properties) this.mentionedDocuments.add(key);
      else this.#addDocument(key, properties, replaces ? fingerprint : undefined);
    }
  }

  #addNamed(
    label: NamedLabel,
    { key, properties, gazetteer, unresolved }: NodeContribution,
    set: string | undefined,
  ): void {
    const draft = this.name(label, key);
    if (unresolved !== true) draft.resolved = true;
    if (gazetteer) draft.gazetteer = gazetteer;
    if (properties && set !== undefined) draft.given.set(set, properties);
  }

  #addDocument(key: string, properties: Properties, fingerprint: string | undefined): void {
    const draft = this.documents.get(key) ?? documentDraft(key, this.#slice.node("Document", key));
    if (fingerprint === undefined) draft.record = properties;
    else Object.assign(draft, { own: properties, fingerprint });
    this.documents.set(key, draft);
  }

  #addRelation(source: string, { type, from, to, properties }: RelationContribution): void {
    this.#slice.add({ type: type as BroughtType, from, to, source, properties });
  }
}

function hasStandingReport(owner: Owner, source: string): boolean {
  if (owner.label !== "Statement") return false;
  return owner.entries.some((entry) => entry.source === source && entry.type === "REPORTED_IN" && isStanding(entry));
}

/** Tells the labels of nodes that have names. */
export function isNamedLabel(label: NodeReference["label"]): label is NamedLabel {
  return (NAMED_LABELS as readonly string[]).includes(label);
}
