import { fold } from "../../../src/model/fold.js";
import { findDays } from "../../../src/model/partial-date.js";
import type { Conditions } from "./random-where.js";
import { namesOf, type SmallActor, type SmallGraph, type SmallStatement } from "./small-graph.js";

type Test = (value: never, wanted: never) => boolean;

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
    const asksStatus = JSON.stringify(where).includes('"status"');
    return this.#graph.statements
      .filter(({ collections = ["public"] }) => this.#mayRead(collections))
      .filter(({ status }) => asksStatus || status === "ACTIVE")
      .filter((statement) => this.#statement(statement, where))
      .map(({ key, saidAt }) => ({ key, day: daysOf(saidAt).first }))
      .sort((a, b) => -(compare(a.day, b.day) || compare(a.key, b.key)))
      .map(({ key }) => key);
  }

  /** Keys of the actors in a list with this `where`, in the usual order. */
  actors(where: Conditions): string[] {
    const asksResolved = JSON.stringify(where).includes('"resolved"');
    return this.#graph.actors
      .filter(({ resolved = true }) => asksResolved || resolved)
      .filter((actor) => this.#actor(actor, where))
      .sort((a, b) => compare(fold(a.name), fold(b.name)) || compare(a.key, b.key))
      .map(({ key }) => key);
  }

  /** Who talks about an actor, or whom it talks about: for each, how many statements, and how many are for and against. */
  ties(field: "talksAbout" | "talkedAboutBy", key: string, where: Conditions) {
    const ties = new Map<string, { statements: number; support: number; oppose: number }>();
    for (const { speaker, target, stance } of this.said(where)) {
      const [self, other] = field === "talksAbout" ? [speaker, target] : [target, speaker];
      if (self !== key) continue;
      const { statements, support, oppose } = ties.get(other) ?? { statements: 0, support: 0, oppose: 0 };
      const [isFor, isAgainst] = [Number(stance === "SUPPORT"), Number(stance === "OPPOSE")];
      ties.set(other, { statements: statements + 1, support: support + isFor, oppose: oppose + isAgainst });
    }
    return [...ties]
      .map(([actor, counts]) => ({ actor: { key: actor }, ...counts }))
      .sort((a, b) => b.statements - a.statements || compare(a.actor.key, b.actor.key));
  }

  /** Pairs of actors of whom one is for what the other is against, in how many statements each, most in the weaker side first. */
  disagreements(where: Conditions) {
    const sides = new Map<string, { target: string; label: string; actor: string; stance: string; count: number }>();
    for (const { speaker, target, label, stance } of this.said(where, ["Actor", "Event", "Topic"])) {
      if (stance !== "SUPPORT" && stance !== "OPPOSE") continue;
      const name = [label, target, speaker, stance].join(" ");
      const side = sides.get(name) ?? { target, label, actor: speaker, stance, count: 0 };
      sides.set(name, { ...side, count: side.count + 1 });
    }
    const withStance = (stance: string) => [...sides.values()].filter((side) => side.stance === stance);
    const opponents = withStance("OPPOSE");
    return withStance("SUPPORT")
      .flatMap((one) =>
        opponents
          .filter((other) => other.label === one.label && other.target === one.target && other.actor !== one.actor)
          .map((other) => ({
            target: { __typename: one.label, key: one.target },
            supporter: { key: one.actor },
            opponent: { key: other.actor },
            support: one.count,
            oppose: other.count,
          })),
      )
      .sort(
        (a, b) =>
          Math.min(b.support, b.oppose) - Math.min(a.support, a.oppose) ||
          b.support + b.oppose - (a.support + a.oppose) ||
          compare(a.target.__typename, b.target.__typename) ||
          compare(a.target.key, b.target.key) ||
          compare(a.supporter.key, b.supporter.key) ||
          compare(a.opponent.key, b.opponent.key),
      );
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

  #statement(statement: SmallStatement, where: Conditions): boolean {
    const entry =
      (name: string) =>
      (_: never, { some }: { some: Conditions }) =>
        this.#some(statement, name, some);
    return all(where, (part) => this.#statement(statement, part), {
      key: [statement.key, word],
      text: [statement.text, text],
      mode: [statement.mode, word],
      status: [statement.status, word],
      saidAt: [statement.saidAt, date],
      language: [statement.language, word],
      confidence: [statement.confidence, number],
      speakers: [statement, entry("speakers") as Test],
      about: [statement, entry("about") as Test],
      addressees: [statement, entry("addressees") as Test],
      reports: [statement, entry("reports") as Test],
    });
  }

  #some(
    { speakers = [], about = [], addressees = [], reports = [] }: SmallStatement,
    list: string,
    where: Conditions,
  ): boolean {
    if (list === "addressees") return addressees.some((key) => this.#actor(this.#actorOf(key), where));
    if (list === "speakers") {
      const actor = ((key: string, asked: Conditions) => this.#actor(this.#actorOf(key), asked)) as Test;
      return speakers.some(
        (speaker) =>
          this.#mayRead(speaker.collections ?? []) &&
          all(where, never, { actor: [speaker.actor, actor], verb: [speaker.verb, word] }),
      );
    }
    if (list === "about")
      return about.some((target) => this.#mayRead(target.collections ?? []) && this.#target(target, where));
    return reports.some(({ document, verb }) => {
      const meets = ((key: string, asked: Conditions) => this.#document(key, asked)) as Test;
      const seen = this.#mayRead([this.#documentOf(document).collection ?? "public"]);
      return seen && all(where, never, { document: [document, meets], verb: [verb, word] });
    });
  }

  #target({ label, key, stance }: { label: string; key: string; stance?: string }, where: Conditions): boolean {
    const is = (wanted: string, meets: (key: string, asked: Conditions) => boolean) =>
      ((_: never, asked: Conditions) => label === wanted && meets(key, asked)) as Test;
    return all(where, never, {
      stance: [stance, word],
      actor: [key, is("Actor", (actor, asked) => this.#actor(this.#actorOf(actor), asked))],
      event: [key, is("Event", (event, asked) => this.#event(event, asked))],
      topic: [key, is("Topic", (topic, asked) => this.#topic(topic, asked))],
    });
  }

  #actor(actor: SmallActor, where: Conditions): boolean {
    const { key, kind, resolved = true } = actor;
    // Only what is known beyond a document stands behind the names.
    const names = resolved ? namesOf(actor) : new Set<string>();
    return all(where, (part) => this.#actor(actor, part), {
      key: [key, word],
      kind: [kind, word],
      resolved: [resolved, word],
      named: [{ names, shown: fold(actor.name) }, name],
    });
  }

  #event(key: string, where: Conditions): boolean {
    const event = this.#graph.events.find((each) => each.key === key);
    if (event === undefined) throw new Error(key);
    const named = { names: namesOf(event), shown: fold(event.name) };
    return all(where, never, { key: [key, word], named: [named, name], start: [event.start, date] });
  }

  #topic(key: string, where: Conditions): boolean {
    const topic = this.#graph.topics.find((each) => each.key === key);
    if (topic === undefined) throw new Error(key);
    const named = { names: namesOf(topic), shown: fold(topic.name) };
    const broader = ((of: string | undefined, asked: Conditions) => of !== undefined && this.#topic(of, asked)) as Test;
    return all(where, never, { key: [key, word], named: [named, name], broader: [topic.broader, broader] });
  }

  #document(key: string, where: Conditions): boolean {
    const { title, language, publishedAt, outlet } = this.#documentOf(key);
    const published = ((of: string | undefined, asked: Conditions) =>
      of !== undefined && this.#actor(this.#actorOf(of), asked)) as Test;
    return all(where, (part) => this.#document(key, part), {
      key: [key, word],
      title: [title, text],
      language: [language, word],
      publishedAt: [publishedAt, date],
      outlet: [outlet, published],
    });
  }

  #documentOf(key: string) {
    const found = this.#graph.documents.find((document) => document.key === key);
    if (found === undefined) throw new Error(key);
    return found;
  }

  #actorOf(key: string): SmallActor {
    const found = this.#graph.actors.find((actor) => actor.key === key);
    if (found === undefined) throw new Error(key);
    return found;
  }
}

/** All conditions hold: AND, OR and NOT of parts, and of each field its value under its test. */
function all(
  where: Conditions,
  part: (where: Conditions) => boolean,
  fields: Record<string, [unknown, Test]>,
): boolean {
  return Object.entries(where).every(([name, wanted]) => {
    if (name === "AND") return (wanted as Conditions[]).every(part);
    if (name === "OR") return (wanted as Conditions[]).some(part);
    if (name === "NOT") return !part(wanted as Conditions);
    const [value, meets] = fields[name] ?? [undefined, never];
    return meets(value as never, wanted as never);
  });
}

function never(): never {
  throw new Error("There is no such condition here");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function daysOf(date: string | undefined) {
  return (date === undefined ? undefined : findDays(date)) ?? { first: "", last: "" };
}

const word = ((value: unknown, wanted: Conditions) =>
  Object.entries(wanted).every(([operator, operand]) =>
    operator === "in" ? (operand as unknown[]).includes(value) : (value ?? null) === operand,
  )) as Test;

const text = ((value: string | undefined, { contains, startsWith, eq }: Record<string, string>) => {
  const lower = (value ?? "").toLowerCase();
  if (contains !== undefined && !lower.includes(contains.toLowerCase())) return false;
  if (startsWith !== undefined && !lower.startsWith(startsWith.toLowerCase())) return false;
  return eq === undefined || value === eq;
}) as Test;

const number = ((value: number, { eq, gt, gte, lt, lte }: Record<string, number>) =>
  (eq === undefined || value === eq) &&
  (gt === undefined || value > gt) &&
  (gte === undefined || value >= gte) &&
  (lt === undefined || value < lt) &&
  (lte === undefined || value <= lte)) as Test;

const name = ((
  { names, shown }: { names: Set<string>; shown: string },
  wanted: { eq?: string; in?: string[]; contains?: string },
) =>
  (wanted.eq === undefined || names.has(fold(wanted.eq))) &&
  (wanted.in === undefined || wanted.in.some((each) => names.has(fold(each)))) &&
  (wanted.contains === undefined || shown.includes(fold(wanted.contains)))) as Test;

const date = ((value: string | undefined, wanted: Record<string, string | null>) => {
  const { first, last } = daysOf(value);
  return Object.entries(wanted).every(([operator, operand]) => {
    if (operand === null) return value === undefined;
    const days = daysOf(operand);
    if (value === undefined) return false;
    if (operator === "eq") return first >= days.first && last <= days.last;
    if (operator === "gte") return first >= days.first;
    if (operator === "gt") return first > days.last;
    return operator === "lte" ? last <= days.last : last < days.first;
  });
}) as Test;
