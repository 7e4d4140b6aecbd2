import { fold } from "../../../src/model/fold.js";
import { findDays } from "../../../src/model/partial-date.js";
import type { ActorKind, Origin, SpeechAct, SpeechMode, Stance, Status } from "../../../src/model/vocabulary.js";
import type { CypherValue } from "../../../src/store/engine.js";
import type { GraphStore } from "../../../src/store/graph-store.js";

/** A small graph as plain data, which tests write with plain Cypher and search in plain TypeScript. */
export interface SmallGraph {
  actors: SmallActor[];
  events: SmallEvent[];
  topics: SmallTopic[];
  documents: SmallDocument[];
  statements: SmallStatement[];
}

export interface SmallEvent {
  key: string;
  name: string;
  kind?: string;
  place?: string;
  start?: string;
  end?: string;
  participants?: { actor: string; role: string }[];
  partOf?: string;
}

export interface SmallTopic {
  key: string;
  name: string;
  broader?: string;
}

export interface SmallActor {
  key: string;
  name: string;
  names?: string[];
  aliases?: string[];
  kind?: ActorKind;
  resolved?: boolean;
  wikidataId?: string;
  description?: string;
  memberOf?: { organisation: string; role?: string }[];
  /** Set of one that is only a former key of another: nothing is related to it. */
  mergedInto?: string;
}

export interface SmallDocument {
  key: string;
  title?: string;
  url?: string;
  outlet?: string;
  publishedAt?: string;
  language?: string;
  collection?: string;
  text?: string;
}

export interface SmallTarget {
  label: "Actor" | "Event" | "Topic";
  key: string;
  stance?: Stance;
  asWritten?: string;
  collections?: string[];
}

export interface SmallSpeaker {
  actor: string;
  verb?: string;
  channel?: string;
  role?: string;
  asWritten?: string;
  collections?: string[];
}

export interface SmallReport {
  document: string;
  at: number;
  spans?: number[];
  quote?: string;
  verb?: string;
  speaker?: string;
  extractor?: string;
  confidence?: number;
}

export interface SmallStatement {
  key: string;
  text?: string;
  mode?: SpeechMode;
  act?: SpeechAct;
  status?: Status;
  saidAt?: string;
  language?: string;
  confidence?: number;
  collections?: string[];
  origin?: Origin;
  speakers?: SmallSpeaker[];
  onBehalfOf?: string[];
  about?: SmallTarget[];
  addressees?: string[];
  relayedBy?: string[];
  /** Where it is written: the words of the document from the first of the spans to the last. */
  reports?: SmallReport[];
}

type Line = Record<string, CypherValue | undefined>;

/** Writes a small graph as one batch. */
export async function writeSmallGraph(store: GraphStore, graph: SmallGraph): Promise<void> {
  const nodes = [
    ["Actor", graph.actors.map(actorLine)],
    ["Event", graph.events.map(eventLine)],
    ["Topic", graph.topics.map(({ key, name }) => named({ key, name }))],
    ["Document", graph.documents.map(documentLine)],
    ["Statement", graph.statements.map(statementLine)],
  ] as const;
  await store.commit(async (transaction) => {
    for (const [label, lines] of nodes) {
      const rows = lines.map((line) => withoutGaps(line));
      await transaction.run(`UNWIND $rows AS row MERGE (n:${label} {key: row.key}) SET n += row`, { rows });
    }
    for (const [from, type, to, edges] of edgesOf(graph)) {
      const rows = edges.map(({ from, to, ...edge }) => ({
        from: from as string,
        to: to as string,
        edge: withoutGaps(edge),
      }));
      await transaction.run(
        `UNWIND $rows AS row MATCH (a:${from} {key: row.from}) MATCH (b:${to} {key: row.to}) CREATE (a)-[r:${type}]->(b) SET r += row.edge`,
        { rows },
      );
    }
    await writeNames(graph, (statement, rows) => transaction.run(statement, { rows }));
    return { result: undefined, digestChange: 0n };
  });
}

function withoutGaps(line: Line): Record<string, CypherValue> {
  return Object.fromEntries(
    Object.entries(line).filter((entry): entry is [string, CypherValue] => entry[1] !== undefined),
  );
}

function dated(name: string, date: string | undefined): Line {
  const days = date === undefined ? { first: "", last: "" } : findDays(date);
  return { [`${name}Day`]: days?.first, [`${name}LastDay`]: days?.last };
}

function named({ key, name, names, aliases = [] }: Pick<SmallActor, "key" | "name" | "names" | "aliases">): Line {
  return { key, name, names: names ?? [`fr|${name}`], aliases, foldedName: fold(name) };
}

function actorLine({ kind = "UNKNOWN", resolved = true, memberOf: _, ...actor }: SmallActor): Line {
  const { wikidataId, description, mergedInto } = actor;
  return { ...named(actor), kind, resolved, wikidataId, description, mergedInto };
}

function eventLine({ key, name, kind, place, start, end }: SmallEvent): Line {
  return { ...named({ key, name }), kind, place, start, end, ...dated("start", start), ...dated("end", end) };
}

function documentLine({ outlet: _, publishedAt, collection = "public", ...document }: SmallDocument): Line {
  const days = dated("published", publishedAt);
  return { ...document, publishedAt, ...days, collection, collections: [collection], contentHash: document.key };
}

function statementLine(statement: SmallStatement): Line {
  const { key, text = key, mode = "DIRECT", act = "ASSERTION", status = "ACTIVE", saidAt } = statement;
  const { language, confidence = 1, collections = ["public"], origin = "EXTRACTED" } = statement;
  const days = dated("said", saidAt);
  return { key, text, mode, act, status, saidAt, ...days, language, confidence, collections, origin };
}

/** The collections of an edge, where they are not those of its statement. */
function own({ collections }: { collections?: string[] }): Line {
  return collections === undefined ? {} : { collections };
}

type Edges = [from: string, type: string, to: string, edges: Line[]];

function edgesOf({ actors, events, topics, documents, statements }: SmallGraph): Edges[] {
  const of = (statement: SmallStatement) => ({ collections: statement.collections ?? ["public"] });
  const each = (make: (statement: SmallStatement) => Line[]) =>
    statements.flatMap((statement) => make(statement).map((line) => ({ ...of(statement), ...line })));
  const about = (label: string) =>
    each(({ key, about = [] }) =>
      about
        .filter((target) => target.label === label)
        .map(({ key: to, stance, asWritten, ...rest }) => ({ from: key, to, stance, asWritten, ...own(rest) })),
    );
  const plain = (name: "addressees" | "relayedBy" | "onBehalfOf") =>
    each((statement) => (statement[name] ?? []).map((to) => ({ from: statement.key, to })));
  return [
    [
      "Actor",
      "MADE",
      "Statement",
      each(({ key, speakers = [] }) =>
        speakers.map(({ actor, collections, ...edge }) => ({ from: actor, to: key, ...edge, ...own({ collections }) })),
      ),
    ],
    ["Statement", "ABOUT", "Actor", about("Actor")],
    ["Statement", "ABOUT", "Event", about("Event")],
    ["Statement", "ABOUT", "Topic", about("Topic")],
    ["Statement", "ADDRESSED_TO", "Actor", plain("addressees")],
    ["Statement", "RELAYED_BY", "Actor", plain("relayedBy")],
    ["Statement", "ON_BEHALF_OF", "Actor", plain("onBehalfOf")],
    [
      "Actor",
      "MEMBER_OF",
      "Actor",
      actors.flatMap(({ key, memberOf = [] }) =>
        memberOf.map(({ organisation, role }) => ({ from: key, to: organisation, role })),
      ),
    ],
    [
      "Statement",
      "REPORTED_IN",
      "Document",
      each(({ key, reports = [] }) => reports.map((report) => reportLine(key, report))),
    ],
    [
      "Document",
      "PUBLISHED_BY",
      "Actor",
      documents.flatMap(({ key, outlet }) => (outlet ? [{ from: key, to: outlet }] : [])),
    ],
    [
      "Actor",
      "INVOLVED_IN",
      "Event",
      events.flatMap(({ key, participants = [] }) =>
        participants.map(({ actor, role }) => ({ from: actor, to: key, role })),
      ),
    ],
    ["Event", "PART_OF", "Event", events.flatMap(({ key, partOf }) => (partOf ? [{ from: key, to: partOf }] : []))],
    ["Topic", "BROADER", "Topic", topics.flatMap(({ key, broader }) => (broader ? [{ from: key, to: broader }] : []))],
  ];
}

function reportLine(from: string, { document: to, quote, ...report }: SmallReport): Line {
  const excerpt = quote === undefined ? {} : { before: "…", quote, after: "…" };
  return { confidence: 1, ...report, from, to, ...excerpt };
}

async function writeNames(graph: SmallGraph, run: (statement: string, rows: CypherValue) => Promise<unknown>) {
  const lists: Record<string, readonly (SmallActor | SmallEvent | SmallTopic)[]> = {
    Actor: graph.actors.filter(({ resolved = true }) => resolved),
    Event: graph.events,
    Topic: graph.topics,
  };
  for (const [label, nodes] of Object.entries(lists)) {
    const rows = nodes.flatMap((node) => [...namesOf(node)].map((name) => ({ name, key: nodeBehind(node) })));
    await run(`UNWIND $rows AS row MERGE (:Name {key: row.name})`, rows);
    await run(
      `UNWIND $rows AS row MATCH (name:Name {key: row.name}) MATCH (n:${label} {key: row.key}) CREATE (name)-[:NAMES]->(n)`,
      rows,
    );
  }
}

/** The node that the names of a node lead to. */
function nodeBehind(node: { key: string; mergedInto?: string }): string {
  return node.mergedInto ?? node.key;
}

/** The folded names by which a node is found. */
export function namesOf({
  name,
  names = [],
  aliases = [],
}: {
  name: string;
  names?: string[];
  aliases?: string[];
}): Set<string> {
  return new Set([name, ...names.map((each) => each.slice(each.indexOf("|") + 1)), ...aliases].map(fold));
}
