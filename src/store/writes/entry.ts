import type { NodeReference, Properties } from "../contribution.js";
import type { CypherValue } from "../engine.js";
import type { RelationType } from "../graph-schema.js";
import { canonicalJson, joinProperties, sortedSet } from "./joins.js";
import type { Judgements } from "./judgements.js";
import { type BroughtType, ruleOf } from "./relation-rules.js";

/** What one source says of one relation, between the nodes that the source names. */
export interface Entry {
  type: BroughtType;
  from: NodeReference;
  to: NodeReference;
  source: string;
  properties: Properties;
}

/** A relation as the graph holds it: the join of its entries, seen through the judgements. */
export interface HeldRelation {
  type: RelationType;
  from: NodeReference;
  to: NodeReference;
  properties: Properties;
}

/** What is known of the owner of relations when they are seen through the judgements. */
export interface View {
  judgements: Judgements;
  /** The names by which judgements may speak of the statement that owns the relations. */
  references: readonly string[];
}

/** Properties that tell of the sources and judgements; the others are what is said. */
const BOOKKEEPING: ReadonlySet<string> = new Set(["documents", "records", "given", "under", "corrected"]);

/** Two keys in one text, for the relation that has an actor at both ends. */
const SEPARATOR = "\t";

/** The entries that a held relation is the join of. */
export function entriesOf(relation: HeldRelation): Entry[] {
  const { properties } = relation;
  const sources = sourcesOf(relation);
  const given = properties.given as readonly string[] | undefined;
  if (!given) {
    const said = withoutBookkeeping(properties);
    const under = (properties.under as readonly string[] | undefined)?.[0];
    return sources.map((source) => entryOf(relation, source, said, under));
  }
  return sources.flatMap((source, i) =>
    parseGiven(given[i] ?? "{}").map(({ under, ...said }) =>
      entryOf(relation, source, said, under as string | undefined),
    ),
  );
}

function sourcesOf(relation: HeldRelation): readonly string[] {
  const { contributors } = ruleOf(relation.type);
  if (contributors) return relation.properties[contributors] as readonly string[];
  return [relation.type === "PUBLISHED_BY" ? relation.from.key : relation.to.key];
}

function parseGiven(json: string): Properties[] {
  const parsed = JSON.parse(json) as Properties | Properties[];
  return Array.isArray(parsed) ? parsed : [parsed as Properties];
}

function entryOf(relation: HeldRelation, source: string, properties: Properties, under: string | undefined): Entry {
  const type = relation.type as BroughtType;
  if (under === undefined) return { type, from: relation.from, to: relation.to, source, properties };
  return { type, ...endsUnder(relation, under), source, properties };
}

function endsUnder({ type, from, to }: HeldRelation, under: string): { from: NodeReference; to: NodeReference } {
  if (type === "MEMBER_OF") {
    const [member = from.key, body = to.key] = under.split(SEPARATOR);
    return { from: { label: "Actor", key: member }, to: { label: "Actor", key: body } };
  }
  const named: NodeReference = { label: "Actor", key: under };
  return type === "MADE" || type === "INVOLVED_IN" ? { from: named, to } : { from, to: named };
}

function withoutBookkeeping(properties: Properties): Properties {
  const said: Record<string, CypherValue> = {};
  for (const name of Object.keys(properties)) if (!BOOKKEEPING.has(name)) said[name] = properties[name] as CypherValue;
  return said;
}

/** An entry seen through the judgements: the nodes it ends in now, and the key it was given to where that is another. */
interface Seen {
  entry: Entry;
  from: NodeReference;
  to: NodeReference;
  under?: string;
}

/** The relations that the entries of one owner come to. Relations of an actor to itself, which merging makes, are left out. */
export function heldRelations(entries: readonly Entry[], view: View): HeldRelation[] {
  const groups = new Map<string, Seen[]>();
  for (const entry of entries) {
    const seen = seenThrough(entry, view);
    if (seen.under !== undefined && seen.from.label === seen.to.label && seen.from.key === seen.to.key) continue;
    const identity = relationIdentity(entry.type, seen.from, seen.to, entry.properties);
    const group = groups.get(identity);
    if (group) group.push(seen);
    else groups.set(identity, [seen]);
  }
  return Array.from(groups.values(), (group) => hold(group, view));
}

/** The text under which a relation is the same: its type, its ends and, where there may be many between them, its place. */
export function relationIdentity(type: RelationType, from: NodeReference, to: NodeReference, said: Properties): string {
  const place = type === "REPORTED_IN" ? said.at : "";
  return `${type}\t${from.key}\t${to.label}\t${to.key}\t${place}`;
}

function seenThrough(entry: Entry, { judgements, references }: View): Seen {
  const { from, to, type } = entry;
  const speaker = type === "MADE" && judgements.judgesStatements ? judgements.speaker(references) : undefined;
  if (!judgements.merges && speaker === undefined) return { entry, from, to };
  if (type === "NAMED_IN") return { entry, from, to };
  const seenFrom =
    speaker === undefined ? keptFor(from, judgements) : keptFor({ label: "Actor", key: speaker }, judgements);
  const seenTo = keptFor(to, judgements);
  if (seenFrom.key === from.key && seenTo.key === to.key) return { entry, from, to };
  return { entry, from: seenFrom, to: seenTo, under: underOf(entry) };
}

function keptFor(node: NodeReference, judgements: Judgements): NodeReference {
  if (node.label !== "Actor") return node;
  const key = judgements.actor(node.key);
  return key === node.key ? node : { label: "Actor", key };
}

function underOf({ type, from, to }: Entry): string {
  if (type === "MEMBER_OF") return from.key + SEPARATOR + to.key;
  return type === "MADE" || type === "INVOLVED_IN" ? from.key : to.key;
}

function hold(group: readonly Seen[], view: View): HeldRelation {
  const { entry, from, to, under } = group[0] as Seen;
  const { contributors } = ruleOf(entry.type);
  const corrected = entry.type === "ABOUT" ? correctionOf(group, view) : undefined;
  if (group.length > 1 || corrected !== undefined) return holdMany(group, corrected);
  const properties: Record<string, CypherValue> = { ...entry.properties };
  if (contributors) properties[contributors] = [entry.source];
  if (under !== undefined) properties.under = [under];
  return { type: entry.type, from, to, properties };
}

function correctionOf(group: readonly Seen[], { judgements, references }: View): string | undefined {
  if (!judgements.judgesStatements) return undefined;
  for (const { entry, to } of group) {
    const stance = judgements.stance(references, to.key) ?? judgements.stance(references, entry.to.key);
    const none = [to.key, entry.to.key].some((target) => judgements.stance(references, target) === null);
    if (stance !== undefined || none) return stance ?? NO_STANCE;
  }
  return undefined;
}

/** What `corrected` says where a correction takes the stance away. */
const NO_STANCE = "NONE";

function holdMany(group: readonly Seen[], corrected: string | undefined): HeldRelation {
  const { entry, from, to } = group[0] as Seen;
  const { contributors } = ruleOf(entry.type);
  const bySource = saidBySource(group);
  const sources = [...bySource.keys()].sort();
  const all = sources.flatMap((source) => bySource.get(source) as Said[]);
  const properties: Record<string, CypherValue> = { ...joinProperties(all.map(({ properties }) => properties)) };
  if (contributors) properties[contributors] = sources;
  const unders = sortedSet(all.flatMap(({ under }) => under ?? []));
  if (unders.length > 0) properties.under = unders;
  const given = sources.map((source) => givenOf(bySource.get(source) as Said[]));
  const differ = all.length > sources.length || given.some((json) => json !== given[0]);
  if (contributors && (differ || corrected !== undefined)) properties.given = given;
  if (corrected !== undefined) correct(properties, corrected);
  return { type: entry.type, from, to, properties };
}

function correct(properties: Record<string, CypherValue>, corrected: string): void {
  properties.corrected = corrected;
  if (corrected === NO_STANCE) delete properties.stance;
  else properties.stance = corrected;
}

interface Said {
  properties: Properties;
  under?: string;
}

/** What each source says of a relation: once, or once for each actor that it was given to. */
function saidBySource(group: readonly Seen[]): Map<string, Said[]> {
  const bySource = new Map<string, Said[]>();
  for (const { entry, under } of group) {
    const list = bySource.get(entry.source) ?? [];
    const same = list.find((said) => said.under === under);
    if (same) same.properties = joinProperties([same.properties, entry.properties]);
    else list.push({ properties: entry.properties, under });
    bySource.set(entry.source, list);
  }
  for (const list of bySource.values()) list.sort((a, b) => ((a.under ?? "") < (b.under ?? "") ? -1 : 1));
  return bySource;
}

function givenOf(list: readonly Said[]): string {
  const jsons = list.map(({ properties, under }) =>
    canonicalJson(under === undefined ? properties : { ...properties, under }),
  );
  return jsons.length === 1 ? (jsons[0] as string) : `[${jsons.join(",")}]`;
}
