import type { CountName, GroupBy } from "../../../src/model/grouping.js";
import type { Interval } from "../../../src/model/interval.js";
import { findDays } from "../../../src/model/partial-date.js";
import { BruteForce } from "./brute-force.js";
import type { Conditions } from "./random-where.js";
import type { SmallGraph, SmallStatement } from "./small-graph.js";

/** What leads from a statement to a group: an entry of one of its lists, or undefined where the list is empty. */
interface Entry {
  label?: string;
  key: string;
  stance?: string;
  verb?: string;
  at?: number;
}
type Entries = Readonly<Record<string, Entry | undefined>>;

/** A group: what it is of, as text, and what counts in it. */
export interface FoundGroup {
  values: string[];
  counted: Record<CountName, Set<string>>;
}

const PATHS: Readonly<Partial<Record<GroupBy, string>>> = {
  SPEAKER: "speakers",
  VERB: "speakers",
  ON_BEHALF_OF: "onBehalfOf",
  ADDRESSEE: "addressees",
  RELAYED_BY: "relayedBy",
  TARGET: "about",
  EVENT: "event",
  TOPIC: "topic",
  BROAD_TOPIC: "topic",
  OUTLET: "reports",
  DOCUMENT: "reports",
};
const INTERVALS: readonly string[] = ["DAY", "WEEK", "MONTH", "QUARTER", "YEAR"];

/** Groups the statements of a small graph by looking at everything, as the descriptions in the schema say. */
export class BruteGroups {
  readonly #graph: SmallGraph;
  readonly #mine: readonly string[];

  constructor(graph: SmallGraph, mine: readonly string[]) {
    this.#graph = graph;
    this.#mine = mine;
  }

  groups(by: readonly GroupBy[], where: Conditions): FoundGroup[] {
    const found = new Map<string, FoundGroup>();
    const keys = new Set(new BruteForce(this.#graph, this.#mine).statements(where));
    for (const statement of this.#graph.statements.filter(({ key }) => keys.has(key))) {
      const paths = [...new Set(by.map((name) => pathOf(name, by)).filter((path) => path !== undefined))];
      for (const entries of this.#combinations(statement, paths)) {
        const values = by.map((name) => this.#value(name, by, statement, entries));
        const id = JSON.stringify(values);
        const group = found.get(id) ?? { values, counted: noCounts() };
        found.set(id, group);
        this.#count(group, statement, entries, paths);
      }
    }
    return [...found.values()];
  }

  #combinations(statement: SmallStatement, paths: readonly string[]): Entries[] {
    return paths.reduce<Entries[]>(
      (all, path) => {
        const list = this.#entries(statement, path);
        const choices: (Entry | undefined)[] = list.length > 0 ? list : [undefined];
        return all.flatMap((entries) => choices.map((entry) => ({ ...entries, [path]: entry })));
      },
      [{}],
    );
  }

  #entries(statement: SmallStatement, path: string): Entry[] {
    const { speakers = [], about = [], reports = [] } = statement;
    const seen = ({ collections = statement.collections ?? ["public"] }: { collections?: string[] }) =>
      this.#maySee(collections);
    if (path === "speakers") return speakers.filter(seen).map(({ actor, verb }) => ({ key: actor, verb }));
    if (path === "reports") {
      return reports
        .filter(({ document }) => this.#maySee([this.#documentOf(document).collection ?? "public"]))
        .map(({ document, at }) => ({ key: document, at }));
    }
    if (path === "onBehalfOf" || path === "addressees" || path === "relayedBy") {
      return (statement[path] ?? []).map((key) => ({ key }));
    }
    const label = { about: undefined, event: "Event", topic: "Topic" }[path];
    return about.filter((target) => seen(target) && (label === undefined || target.label === label));
  }

  #maySee(collections: readonly string[]): boolean {
    return collections.some((collection) => this.#mine.includes(collection));
  }

  #documentOf(key: string) {
    const found = this.#graph.documents.find((document) => document.key === key);
    if (found === undefined) throw new Error(key);
    return found;
  }

  #value(name: GroupBy, by: readonly GroupBy[], statement: SmallStatement, entries: Entries): string {
    if (INTERVALS.includes(name)) return timeOf(statement.saidAt, name as Interval);
    const entry = entries[pathOf(name, by) ?? ""];
    switch (name) {
      case "MODE":
        return statement.mode ?? "DIRECT";
      case "ACT":
        return statement.act ?? "ASSERTION";
      case "LANGUAGE":
        return statement.language ?? "";
      case "ORIGIN":
        return statement.origin ?? "EXTRACTED";
      case "STANCE":
        return entry?.stance ?? "";
      case "VERB":
        return entry?.verb ?? "";
      case "TARGET":
        return entry === undefined ? "" : `${entry.label} ${entry.key}`;
      case "BROAD_TOPIC":
        return entry === undefined ? "" : this.#broadest(entry.key);
      case "OUTLET":
        return entry === undefined ? "" : (this.#documentOf(entry.key).outlet ?? "");
      default:
        return entry?.key ?? "";
    }
  }

  #broadest(key: string): string {
    const broader = this.#graph.topics.find((topic) => topic.key === key)?.broader;
    return broader === undefined ? key : this.#broadest(broader);
  }

  #count({ counted }: FoundGroup, statement: SmallStatement, entries: Entries, paths: readonly string[]): void {
    const listed = (path: string) =>
      paths.includes(path) ? [entries[path]].filter((entry) => entry !== undefined) : this.#entries(statement, path);
    counted.statements.add(statement.key);
    for (const { key } of listed("speakers")) counted.speakers.add(key);
    for (const { key, at } of listed("reports")) {
      counted.documents.add(key);
      counted.reports.add(`${statement.key} ${key} ${at}`);
    }
  }
}

function noCounts(): FoundGroup["counted"] {
  return { statements: new Set(), reports: new Set(), documents: new Set(), speakers: new Set() };
}

/** The stance is that on the first target that is grouped by, else on any. */
function pathOf(name: GroupBy, by: readonly GroupBy[]): string | undefined {
  if (name !== "STANCE") return PATHS[name];
  const target = by.map((each) => PATHS[each]).find((path) => path !== undefined && /about|event|topic/.test(path));
  return target ?? "about";
}

/** The name of the period in which a date lies, of a week its Monday, or, of a coarser date, its own name; empty for none. */
function timeOf(date: string | undefined, interval: Interval): string {
  const days = date === undefined ? undefined : findDays(date);
  if (days === undefined) return "";
  const { first, last } = days;
  const [year, month] = [first.slice(0, 4), first.slice(0, 7)];
  if (interval === "YEAR" || month !== last.slice(0, 7)) return year;
  if (interval === "QUARTER") return `${year}-Q${Math.floor((Number(month.slice(5)) + 2) / 3)}`;
  if (interval === "MONTH" || first !== last) return month;
  return interval === "DAY" ? first : mondayOf(first);
}

/** Goes back from a day until it is Monday. */
function mondayOf(day: string): string {
  const date = new Date(day);
  while (date.getUTCDay() !== 1) date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
