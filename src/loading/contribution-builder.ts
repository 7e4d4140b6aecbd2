import type { ActorReference } from "../model/record.js";
import type { ResolvedActor } from "../model/resolved-actor.js";
import type { Contribution, NodeContribution, NodeReference, Properties } from "../store/contribution.js";
import type { CypherValue } from "../store/engine.js";
import type { ContentLabel, RelationType } from "../store/graph-schema.js";
import { shortHash } from "./keys.js";
import type { Resolve } from "./resolve.js";

/** A property map under construction; undefined is absence. */
export type Drafted = Record<string, CypherValue | undefined>;

/** Collects the nodes and relations of one contribution; every node once. */
export class ContributionBuilder {
  readonly #nodes = new Map<string, NodeContribution>();
  readonly #relations: Contribution["relations"][number][] = [];
  readonly #actors = new Map<string, NodeReference>();

  constructor(readonly resolve: Resolve) {}

  node(node: NodeContribution): NodeReference {
    const id = `${node.label}\t${node.key}`;
    const known = this.#nodes.get(id);
    if (known && (known.properties || !node.properties)) return known;
    this.#nodes.set(id, node);
    return node;
  }

  reference(label: ContentLabel, key: string): NodeReference {
    return this.node({ label, key });
  }

  relation(type: RelationType, from: NodeReference, to: NodeReference, properties: Drafted): void {
    this.#relations.push({ type, from, to, properties: defined(properties) });
  }

  /** The actor of a reference in a document, with the name that makes the document a reason to know it. */
  actorIn(document: NodeReference, reference: ActorReference, standing: boolean): NodeReference {
    const said = `${reference.key ?? ""}\t${reference.name}\t${reference.language}\t${reference.kind}\t${reference.resolved}`;
    const known = this.#actors.get(said);
    if (known) return known;
    const resolved = this.#resolveIn(document.key, reference);
    const actor = this.node(actorNode(resolved));
    const naming = namingOf(reference, resolved);
    if (naming) this.relation("NAMED_IN", actor, document, { ...naming, standing: standing || undefined });
    this.#actors.set(said, actor);
    return actor;
  }

  /** An explicit key makes an actor known, but its name is the document's unless the gazetteer has that key. */
  #resolveIn(document: string, reference: ActorReference): ResolvedActor {
    const resolved = this.resolve(reference, document);
    if (reference.key === undefined || reference.name === undefined) return resolved;
    return this.resolve({ key: reference.key }, document).names.length > 0 ? resolved : { ...resolved, known: false };
  }

  /** The actor that a name or key stands for outside any document. */
  actorOf(nameOrKey: string): NodeReference {
    return this.node(actorNode(this.resolve({ name: nameOrKey }, "")));
  }

  /**
   * All that was collected. Its fingerprint is a hash of what it is a function of, which is much shorter: `said`, in an order
   * of its own, and what the names in it were resolved to.
   */
  build(source: string, kind: Contribution["kind"], replaces: boolean, said: unknown): Contribution {
    const nodes = [...this.#nodes.values()];
    const actors = nodes.filter(({ label }) => label === "Actor");
    const fingerprint = shortHash(JSON.stringify([said, actors]), 32);
    return { source, kind, replaces, fingerprint, nodes, relations: this.#relations };
  }
}

/** The properties that are there. */
export function defined(properties: Drafted): Properties {
  const present: Record<string, CypherValue> = {};
  for (const name of Object.keys(properties)) {
    const value = properties[name];
    if (value !== undefined) present[name] = value;
  }
  return present;
}

/** The node of an actor: with what the gazetteer says, where it is from there. */
export function actorNode(actor: ResolvedActor): NodeContribution {
  const node = { label: "Actor", key: actor.key } as const;
  if (!actor.resolved) return { ...node, unresolved: true };
  if (!actor.known || actor.names.length === 0) return node;
  const { kind, wikidataId } = actor;
  const aliases = [...new Set(actor.aliases)].sort();
  return { ...node, gazetteer: defined({ names: nameList(actor), aliases, kind, wikidataId }) };
}

/** Why a document lets an actor be known by a name; undefined where the gazetteer knows it, or nothing names it. */
function namingOf(reference: ActorReference, actor: ResolvedActor): Properties | undefined {
  if (actor.known && actor.names.length > 0) return undefined;
  const names = nameList(actor);
  if (names.length === 0 && reference.name !== undefined) names.push(`${reference.language ?? ""}|${reference.name}`);
  const kind = reference.kind ?? (actor.kind === "UNKNOWN" ? undefined : actor.kind);
  if (names.length === 0 && kind === undefined) return undefined;
  return defined({ names, aliases: actor.aliases.length > 0 ? [...actor.aliases].sort() : undefined, kind });
}

function nameList({ names }: ResolvedActor): string[] {
  return [...new Set(names.map(({ language, name }) => `${language}|${name}`))].sort();
}
