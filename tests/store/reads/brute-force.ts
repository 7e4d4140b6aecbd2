import { fold } from "../../../src/model/fold.js";
import { disagreementsIn, tiesIn } from "./brute-ties.js";
import {
  all,
  byDay,
  byName,
  date,
  type Fields,
  found,
  list,
  mentions,
  name,
  never,
  number,
  type Test,
  text,
  word,
} from "./operators.js";
import type { Conditions } from "./random-where.js";
import {
  namesOf,
  type SmallActor,
  type SmallDocument,
  type SmallEvent,
  type SmallGraph,
  type SmallStatement,
  type SmallTopic,
} from "./small-graph.js";

/** Searches a small graph by looking at everything, as the descriptions in the schema say it is searched. */
export class BruteForce {
  readonly #graph: SmallGraph;
  readonly #mine: readonly string[];

  constructor(graph: SmallGraph, mine: readonly string[]) {
    this.#graph = graph;
    this.#mine = mine;
  }

  /** Keys of the statements in a list with this `where`, in the usual order. */
  statements(where: Conditions): string[] {
    const met = this.#graph.statements
      .filter((statement) => this.#seen(statement) && counts(statement, where))
      .filter((statement) => this.#statement(statement, where));
    return byDay(met, ({ saidAt }) => saidAt);
  }

  /** Keys of the actors in a list with this `where`, in the usual order. */
  actors(where: Conditions): string[] {
    const known = this.#graph.actors
      .filter(({ mergedInto }) => mergedInto === undefined)
      .filter(({ resolved = true }) => mentions(where, "resolved") || resolved);
    return byName(known.filter((actor) => this.#actor(actor, where)));
  }

  documents(where: Conditions): string[] {
    const seen = this.#graph.documents.filter(({ collection = "public" }) => this.#mayRead([collection]));
    return byDay(
      seen.filter((document) => this.#document(document, where)),
      ({ publishedAt }) => publishedAt,
    );
  }

  events(where: Conditions): string[] {
    return byDay(
      this.#graph.events.filter((event) => this.#event(event, where)),
      ({ start }) => start,
    );
  }

  topics(where: Conditions): string[] {
    return byName(this.#graph.topics.filter((topic) => this.#topic(topic, where)));
  }

  /** Who talks about an actor, or whom it talks about: for each, how many statements. */
  ties(field: "talksAbout" | "talkedAboutBy", key: string, where: Conditions) {
    return tiesIn(this.said(where), field, key);
  }

  /** Pairs of actors of whom one is for what the other is against, in how many statements each, most in the weaker side first. */
  disagreements(where: Conditions) {
    return disagreementsIn(this.said(where, ["Actor", "Event", "Topic"]));
  }

  /** Who says what about whom or what, with which stance, as far as the caller may see it. */
  said(where: Conditions, labels: readonly string[] = ["Actor"]) {
    const found = new Set(this.statements(where));
    return this.#graph.statements.flatMap(({ key, about = [], speakers = [] }) => {
      if (!found.has(key)) return [];
      const visible = ({ collections = [] }: { collections?: readonly string[] }) => this.#mayRead(collections);
      const targets = about.filter((target) => labels.includes(target.label) && visible(target));
      return speakers
        .filter(visible)
        .flatMap(({ actor }) =>
          targets.map(({ key: target, label, stance }) => ({ statement: key, speaker: actor, target, label, stance })),
        );
    });
  }

  #mayRead(collections: readonly string[]): boolean {
    return collections.some((collection) => this.#mine.includes(collection));
  }

  #seen({ collections = ["public"] }: { collections?: string[] }): boolean {
    return this.#mayRead(collections);
  }

  #statement(statement: SmallStatement, where: Conditions): boolean {
    const { speakers = [], about = [], reports = [], act = "ASSERTION", origin = "EXTRACTED" } = statement;
    const actors = (keys: readonly string[] = []) => list(keys, (key, asked) => this.#actor(this.#actorOf(key), asked));
    return all(where, (part) => this.#statement(statement, part), {
      key: [statement.key, word],
      text: [statement.text, text],
      mode: [statement.mode, word],
      act: [act, word],
      origin: [origin, word],
      status: [statement.status, word],
      saidAt: [statement.saidAt, date],
      language: [statement.language, word],
      confidence: [statement.confidence, number],
      onBehalfOf: actors(statement.onBehalfOf),
      addressees: actors(statement.addressees),
      relayedBy: actors(statement.relayedBy),
      speakers: list(
        speakers.filter((speaker) => this.#seen(speaker)),
        ({ actor, verb, channel, role, asWritten }, asked) =>
          all(asked, never, {
            actor: this.#end(this.#actorOf(actor), (...of) => this.#actor(...of)),
            verb: [verb, word],
            channel: [channel, text],
            role: [role, text],
            asWritten: [asWritten, text],
          }),
      ),
      about: list(
        about.filter((target) => this.#seen(target)),
        (target, asked) => all(asked, never, this.#targetFields(target)),
      ),
      reports: list(
        reports.filter(({ document }) => this.#mayRead([this.#documentOf(document).collection ?? "public"])),
        ({ document, verb, speaker, extractor, confidence = 1 }, asked) =>
          all(asked, never, {
            document: this.#end(this.#documentOf(document), (...of) => this.#document(...of)),
            verb: [verb, word],
            speaker: [speaker, text],
            extractor: [extractor, text],
            confidence: [confidence, number],
          }),
      ),
    });
  }

  #targetFields({ label, key, stance, asWritten }: NonNullable<SmallStatement["about"]>[number]): Fields {
    const is = <Node>(wanted: string, find: (key: string) => Node, meets: (node: Node, asked: Conditions) => boolean) =>
      [key, ((_: never, asked: Conditions) => label === wanted && meets(find(key), asked)) as Test] as [string, Test];
    return {
      stance: [stance, word],
      asWritten: [asWritten, text],
      actor: is(
        "Actor",
        (of) => this.#actorOf(of),
        (...of) => this.#actor(...of),
      ),
      event: is(
        "Event",
        (of) => this.#eventOf(of),
        (...of) => this.#event(...of),
      ),
      topic: is(
        "Topic",
        (of) => this.#topicOf(of),
        (...of) => this.#topic(...of),
      ),
    };
  }

  /** A node at the end of a relation that has one at most. */
  #end<Node>(node: Node | undefined, meets: (node: Node, asked: Conditions) => boolean): [unknown, Test] {
    return [node, ((_: never, asked: Conditions) => node !== undefined && meets(node, asked)) as Test];
  }

  /** Statements that are related to a node, as far as the caller may see both. */
  #statements(related: (statement: SmallStatement) => { collections?: string[] } | undefined | false): [unknown, Test] {
    const seen = this.#graph.statements.filter((statement) => {
      const relation = related(statement);
      return this.#seen(statement) && relation !== undefined && relation !== false && this.#seen(relation);
    });
    return list(seen, (statement, where) => this.#statement(statement, where), counts);
  }

  #statementsAbout(label: string, key: string): [unknown, Test] {
    return this.#statements(({ about = [] }) => about.find((target) => target.label === label && target.key === key));
  }

  #actor(actor: SmallActor, where: Conditions): boolean {
    const { key, kind, resolved = true } = actor;
    const merged = this.#graph.actors.filter(({ mergedInto }) => mergedInto === key);
    // Only what is known beyond a document stands behind the names.
    const names = new Set((resolved ? [actor, ...merged] : []).flatMap((each) => [...namesOf(each)]));
    const leadsHere = (given: string) => (this.#actorOf(given).mergedInto ?? given) === key;
    const isKey = ((_: never, wanted: Conditions) =>
      Object.values(wanted).every((operand) => [operand].flat().some((each) => leadsHere(each as string)))) as Test;
    return all(where, (part) => this.#actor(actor, part), {
      key: [key, isKey],
      kind: [kind, word],
      resolved: [resolved, word],
      wikidataId: [actor.wikidataId, word],
      description: [actor.description, text],
      named: [{ names, shown: fold(actor.name) }, name],
      statements: this.#statements(({ speakers = [] }) => speakers.find((speaker) => speaker.actor === key)),
      statementsAbout: this.#statementsAbout("Actor", key),
      memberOf: list(actor.memberOf ?? [], ({ organisation, role }, asked) =>
        all(asked, never, {
          organisation: this.#end(this.#actorOf(organisation), (...of) => this.#actor(...of)),
          role: [role, text],
        }),
      ),
      involvedIn: list(
        this.#graph.events.flatMap((event) =>
          (event.participants ?? []).filter((each) => each.actor === key).map(({ role }) => ({ event, role })),
        ),
        ({ event, role }, asked) =>
          all(asked, never, { event: this.#end(event, (...of) => this.#event(...of)), role: [role, word] }),
      ),
    });
  }

  #event(event: SmallEvent, where: Conditions): boolean {
    return all(where, (part) => this.#event(event, part), {
      key: [event.key, word],
      named: [{ names: namesOf(event), shown: fold(event.name) }, name],
      kind: [event.kind, word],
      place: [event.place, text],
      start: [event.start, date],
      end: [event.end, date],
      partOf: this.#end(event.partOf === undefined ? undefined : this.#eventOf(event.partOf), (...of) =>
        this.#event(...of),
      ),
      statementsAbout: this.#statementsAbout("Event", event.key),
      participants: list(event.participants ?? [], ({ actor, role }, asked) =>
        all(asked, never, {
          actor: this.#end(this.#actorOf(actor), (...of) => this.#actor(...of)),
          role: [role, word],
        }),
      ),
    });
  }

  #topic(topic: SmallTopic, where: Conditions): boolean {
    const broader = topic.broader === undefined ? undefined : this.#topicOf(topic.broader);
    const narrower = this.#graph.topics.filter((each) => each.broader === topic.key);
    return all(where, (part) => this.#topic(topic, part), {
      key: [topic.key, word],
      named: [{ names: namesOf(topic), shown: fold(topic.name) }, name],
      broader: this.#end(broader, (...of) => this.#topic(...of)),
      narrower: list(narrower, (...of) => this.#topic(...of)),
      statementsAbout: this.#statementsAbout("Topic", topic.key),
    });
  }

  #document(document: SmallDocument, where: Conditions): boolean {
    const { key, title, url, language, publishedAt, outlet, collection = "public" } = document;
    return all(where, (part) => this.#document(document, part), {
      key: [key, word],
      title: [title, text],
      url: [url, text],
      language: [language, word],
      collection: [collection, word],
      contentHash: [key, word],
      publishedAt: [publishedAt, date],
      outlet: this.#end(outlet === undefined ? undefined : this.#actorOf(outlet), (...of) => this.#actor(...of)),
      // What a report may be seen by is what its statement may: small graphs give it no collections of its own.
      statements: this.#statements(
        ({ reports = [], collections }) => reports.some((report) => report.document === key) && { collections },
      ),
    });
  }

  #documentOf(key: string): SmallDocument {
    return found(this.#graph.documents, key);
  }

  #actorOf(key: string): SmallActor {
    return found(this.#graph.actors, key);
  }

  #eventOf(key: string): SmallEvent {
    return found(this.#graph.events, key);
  }

  #topicOf(key: string): SmallTopic {
    return found(this.#graph.topics, key);
  }
}

/** A statement that was withdrawn counts only where its status is asked of. */
function counts({ status = "ACTIVE" }: SmallStatement, where: Conditions): boolean {
  return status === "ACTIVE" || mentions(where, "status");
}
