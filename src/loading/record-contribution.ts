import type { ActorRecord, EventRecord, Names, TopicRecord } from "../model/record.js";
import type { ResolvedActor } from "../model/resolved-actor.js";
import type { Contribution, NodeReference } from "../store/contribution.js";
import type { ContentLabel, RelationType } from "../store/graph-schema.js";
import { actorNode, ContributionBuilder, type Drafted, defined } from "./contribution-builder.js";
import { daysOf } from "./dates.js";
import { termKey } from "./keys.js";
import type { Resolve } from "./resolve.js";
import { BrokenRule } from "./rules.js";

/** A relation of the described node, before the node is built. */
interface Link {
  type: RelationType;
  other: NodeReference;
  /** True where the relation leads to the described node. */
  inward?: boolean;
  properties: Drafted;
}

/** What a record says of an actor, an event or a topic; `set` is the name of the set of records that it stands in. */
export function recordContribution(
  record: ActorRecord | EventRecord | TopicRecord,
  set: string,
  resolve: Resolve,
): Contribution {
  const builder = new ContributionBuilder(resolve);
  if (record.type === "actor") addActor(builder, record);
  else if (record.type === "event") addEvent(builder, record);
  else addTopic(builder, record);
  return builder.build(set, "records", false, record);
}

function addActor(builder: ContributionBuilder, record: ActorRecord): void {
  const { kind, description, wikidataId } = record;
  const links = (record.memberOf ?? []).map(({ actor, role, from, to }): Link => {
    for (const date of [from, to]) daysOf(date);
    return { type: "MEMBER_OF", other: builder.actorOf(actor), properties: { role, from, to } };
  });
  const node = actorNode(actorOf(record, builder.resolve));
  describe(builder, node, { ...namesOfRecord(record), kind, description, wikidataId }, links);
}

/** The key of the actor, event or topic that a record describes. */
export function keyOfRecord(record: ActorRecord | EventRecord | TopicRecord, resolve: Resolve): string {
  return record.type === "actor" ? actorOf(record, resolve).key : keyOfTerm(record);
}

/** The actor that a record is about: of the gazetteer where one of its names is there. */
function actorOf({ key, name, kind }: ActorRecord, resolve: Resolve): ResolvedActor {
  if (key !== undefined) return resolve({ key }, "");
  const candidates = inOrder(name).map(([language, text]) =>
    resolve({ name: text, language: language || undefined, kind }, ""),
  );
  const [first] = candidates;
  if (!first) throw new BrokenRule("bad-name", "this actor has no name; give one");
  return candidates.find(({ known }) => known) ?? first;
}

function addEvent(builder: ContributionBuilder, record: EventRecord): void {
  const { kind, start, end, place } = record;
  for (const date of [start, end]) daysOf(date);
  const links = (record.participants ?? []).map(
    ({ actor, role }): Link => ({
      type: "INVOLVED_IN",
      other: builder.actorOf(actor),
      inward: true,
      properties: { role },
    }),
  );
  if (record.partOf !== undefined) links.push(termLink(builder, "PART_OF", "Event", record.partOf));
  describe(builder, termNode("Event", record), { ...namesOfRecord(record), kind, start, end, place }, links);
}

function addTopic(builder: ContributionBuilder, record: TopicRecord): void {
  const links = record.broader === undefined ? [] : [termLink(builder, "BROADER", "Topic", record.broader)];
  describe(builder, termNode("Topic", record), namesOfRecord(record), links);
}

function termLink(builder: ContributionBuilder, type: RelationType, label: ContentLabel, term: string): Link {
  return { type, other: builder.reference(label, termKey(term)), properties: {} };
}

function termNode(label: ContentLabel, record: EventRecord | TopicRecord): NodeReference {
  return { label, key: keyOfTerm(record) };
}

/** The key of the event or topic that a record is about. */
function keyOfTerm({ key, name }: EventRecord | TopicRecord): string {
  return termKey(key ?? inOrder(name)[0]?.[1] ?? "");
}

/** The relations stand among the properties too, so that a record that says the same again is known by them alone. */
function describe(builder: ContributionBuilder, node: NodeReference, said: Drafted, links: readonly Link[]): void {
  const relations = links.map(({ type, other, properties }) => [type, other.key, defined(properties)]);
  const properties = defined({ ...said, relations: links.length > 0 ? JSON.stringify(relations) : undefined });
  builder.node({ ...node, properties });
  for (const { type, other, inward, properties } of links) {
    if (inward) builder.relation(type, other, node, properties);
    else builder.relation(type, node, other, properties);
  }
}

/** What a record says of names, with their languages. Terms are other names too; those of one language stand apart as well. */
export function namesOfRecord({ name, aliases = [], terms = {} }: Pick<EventRecord, "name" | "aliases" | "terms">): {
  names: string[];
  aliases: string[];
  terms?: string[] | undefined;
} {
  const names = inOrder(name).map(([language, text]) => `${language}|${text}`);
  const byLanguage = Object.entries(terms).flatMap(([language, list]) => list.map((term) => ({ language, term })));
  const bound = byLanguage.filter(({ language }) => language !== "").map(({ language, term }) => `${language}|${term}`);
  return {
    names: names.sort(),
    aliases: [...new Set([...aliases, ...byLanguage.map(({ term }) => term)])].sort(),
    terms: bound.length > 0 ? [...new Set(bound)].sort() : undefined,
  };
}

/** The names of a record: French, English, then by language code. */
function inOrder(name: Names): [language: string, text: string][] {
  if (typeof name === "string") return [["", name]];
  const rank = (language: string) => ["fr", "en"].indexOf(language) + (["fr", "en"].includes(language) ? 0 : 9);
  return Object.entries(name).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
