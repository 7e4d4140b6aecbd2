import type { EntityName } from "./entities.js";

/** What a relation answers with: a small list, one node or none, a page, or counted ties. */
export type RelationShape = "list" | "one" | "page" | "ties";

/** A relation that a read plan can follow: how to match it, and how its edge and node are projected. */
export interface Relation {
  shape: RelationShape;
  /** A path from `parent` over `edge` to `node`. */
  match: string;
  /** What may stand at its end. */
  to: readonly EntityName[];
  /** True where `collections` of the edge, or else of its statement, says who may see it. */
  guarded: boolean;
  edgeFields: readonly string[];
  /** Fields of an edge that are not just its property: how each comes about from `parent` and `edge`. */
  derived?: Readonly<Record<string, string>>;
  /** True where several edges lead to one node, of which only the node counts. */
  repeats?: true;
  /** Of ties: the path from `node` over `tie` to the `other` actor, and which of the two edges bears the stance. */
  ties?: { match: string; stance: "edge" | "tie" };
  /** The GraphQL type of an entry and its field that holds the node, where an entry is more than the node. */
  entry?: { type: string; node: string };
  /** Fields of an entry that are made of a heavy property of the node: `excerpt` of its text. */
  needs?: Readonly<Record<string, string>>;
  /** How its entries come, where it is not by the key of the node. */
  order?: readonly string[];
}

const SPEAKING_FIELDS = ["verb", "channel", "role", "asWritten", "candidates", "candidateScores"];
const REPORT_FIELDS = ["at", "spans", "cueSpan", "speakerSpan", "speakerAt", "verb", "speaker", "before", "after"];
/** A report without spans of its own has its quote where it begins, and that only where it is not the text: its own or the statement's. */
const QUOTE =
  "CASE WHEN edge.at < 0 OR edge.spans IS NOT NULL THEN edge.quote ELSE coalesce(edge.quote, edge.text, parent.text) END";
const BARE = { guarded: false, edgeFields: [] } as const;
const GUARDED = { guarded: true, edgeFields: [] } as const;

const STATEMENTS_ABOUT: Relation = {
  ...GUARDED,
  shape: "page",
  match: "(parent)<-[edge:ABOUT]-(node:Statement)",
  to: ["Statement"],
};

/** The relations of each type, under the names of its GraphQL fields. */
export const RELATIONS: Readonly<Record<EntityName, Readonly<Record<string, Relation>>>> = {
  Actor: {
    statements: { ...GUARDED, shape: "page", match: "(parent)-[edge:MADE]->(node:Statement)", to: ["Statement"] },
    statementsAbout: STATEMENTS_ABOUT,
    talksAbout: {
      ...GUARDED,
      shape: "ties",
      match: "(parent)-[edge:MADE]->(node:Statement)",
      ties: { match: "(node)-[tie:ABOUT]->(other:Actor)", stance: "tie" },
      to: ["Actor"],
      entry: { type: "ActorTie", node: "actor" },
    },
    talkedAboutBy: {
      ...GUARDED,
      shape: "ties",
      match: "(parent)<-[edge:ABOUT]-(node:Statement)",
      ties: { match: "(node)<-[tie:MADE]-(other:Actor)", stance: "edge" },
      to: ["Actor"],
      entry: { type: "ActorTie", node: "actor" },
    },
    memberOf: {
      shape: "list",
      match: "(parent)-[edge:MEMBER_OF]->(node:Actor)",
      to: ["Actor"],
      guarded: false,
      edgeFields: ["role", "from", "to"],
      entry: { type: "Membership", node: "organisation" },
    },
    involvedIn: {
      shape: "list",
      match: "(parent)-[edge:INVOLVED_IN]->(node:Event)",
      to: ["Event"],
      guarded: false,
      edgeFields: ["role"],
      entry: { type: "Participation", node: "event" },
    },
  },
  Statement: {
    speakers: {
      shape: "list",
      match: "(parent)<-[edge:MADE]-(node:Actor)",
      to: ["Actor"],
      guarded: true,
      edgeFields: SPEAKING_FIELDS,
      entry: { type: "Speaking", node: "actor" },
    },
    onBehalfOf: { ...GUARDED, shape: "list", match: "(parent)-[edge:ON_BEHALF_OF]->(node:Actor)", to: ["Actor"] },
    about: {
      shape: "list",
      match: "(parent)-[edge:ABOUT]->(node)",
      to: ["Actor", "Event", "Topic"],
      guarded: true,
      edgeFields: ["stance", "asWritten"],
      entry: { type: "Target", node: "target" },
    },
    addressees: { ...GUARDED, shape: "list", match: "(parent)-[edge:ADDRESSED_TO]->(node:Actor)", to: ["Actor"] },
    relayedBy: { ...GUARDED, shape: "list", match: "(parent)-[edge:RELAYED_BY]->(node:Actor)", to: ["Actor"] },
    reports: {
      shape: "page",
      match: "(parent)-[edge:REPORTED_IN]->(node:Document)",
      to: ["Document"],
      guarded: true,
      edgeFields: [...REPORT_FIELDS, "mentions", "extractor", "confidence"],
      derived: { quote: QUOTE },
      entry: { type: "Report", node: "document" },
      needs: { excerpt: "text" },
      order: ["node.publishedDay", "node.key", "edge.at"],
    },
  },
  Document: {
    outlet: { ...BARE, shape: "one", match: "(parent)-[edge:PUBLISHED_BY]->(node:Actor)", to: ["Actor"] },
    statements: {
      ...GUARDED,
      shape: "page",
      match: "(parent)<-[edge:REPORTED_IN]-(node:Statement)",
      to: ["Statement"],
      repeats: true,
    },
  },
  Event: {
    participants: {
      shape: "list",
      match: "(parent)<-[edge:INVOLVED_IN]-(node:Actor)",
      to: ["Actor"],
      guarded: false,
      edgeFields: ["role"],
      entry: { type: "Participant", node: "actor" },
    },
    partOf: { ...BARE, shape: "one", match: "(parent)-[edge:PART_OF]->(node:Event)", to: ["Event"] },
    statementsAbout: STATEMENTS_ABOUT,
  },
  Topic: {
    broader: { ...BARE, shape: "one", match: "(parent)-[edge:BROADER]->(node:Topic)", to: ["Topic"] },
    narrower: { ...BARE, shape: "list", match: "(parent)<-[edge:BROADER]-(node:Topic)", to: ["Topic"] },
    statementsAbout: STATEMENTS_ABOUT,
  },
  ImportRun: {},
};

/** The relation behind a field; undefined where the field reads a property. */
export function findRelation(entity: EntityName, field: string): Relation | undefined {
  const relations = RELATIONS[entity];
  return Object.hasOwn(relations, field) ? relations[field] : undefined;
}

/** The path of a relation with the variables of a statement in the place of its words. */
export function pathOf(relation: Relation, parent: string, edge: string, node: string): string {
  return withVariables(relation.match, { parent, edge, node });
}

/** The words that stand for variables in a path, replaced by them. */
export function withVariables(cypher: string, variables: Readonly<Record<string, string>>): string {
  return cypher.replace(/\b(parent|edge|node|tie|other)\b/g, (word) => variables[word] ?? word);
}

/** The relation of that name; an error of this program where there is none. */
export function relationOf(entity: EntityName, name: string): Relation {
  const relation = findRelation(entity, name);
  if (relation === undefined) throw new Error(`${entity} has no relation ${name}`);
  return relation;
}

/** The same path, written from its other end. */
export function reversed(path: string): string {
  return path.replace(/^(\(.*?\))(<?)-(\[.*?\])-(>?)(\(.*\))$/, (_, start, left, edge, right, end) => {
    return `${end}${right ? "<" : ""}-${edge}-${left ? ">" : ""}${start}`;
  });
}
