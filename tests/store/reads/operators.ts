import { fold } from "../../../src/model/fold.js";
import { findDays } from "../../../src/model/partial-date.js";
import type { Conditions } from "./random-where.js";

/** Says whether a value meets what is wanted of it. */
export type Test = (value: never, wanted: never) => boolean;

/** The fields of a node, each with its value and the test that its conditions are. */
export type Fields = Record<string, [value: unknown, test: Test]>;

/** All conditions hold: AND, OR and NOT of parts, and of each field its value under its test. */
export function all(where: Conditions, part: (where: Conditions) => boolean, fields: Fields): boolean {
  return Object.entries(where).every(([name, wanted]) => {
    if (name === "AND") return (wanted as Conditions[]).every(part);
    if (name === "OR") return (wanted as Conditions[]).some(part);
    if (name === "NOT") return !part(wanted as Conditions);
    const [value, meets] = fields[name] ?? [undefined, never];
    return meets(value as never, wanted as never);
  });
}

export function never(): never {
  throw new Error("There is no such condition here");
}

/** The entries of a list and the test of its quantifiers; `counts` leaves out what a `where` does not ask for. */
export function list<Entry>(
  entries: readonly Entry[],
  meets: (entry: Entry, where: Conditions) => boolean,
  counts: (entry: Entry, where: Conditions) => boolean = () => true,
): [unknown, Test] {
  const test = (_: unknown, wanted: Record<string, Conditions>) =>
    Object.entries(wanted).every(([quantifier, where]) => {
      const counted = entries.filter((entry) => counts(entry, where));
      if (quantifier === "some") return counted.some((entry) => meets(entry, where));
      const found = counted.filter((entry) => meets(entry, where)).length;
      return found === (quantifier === "none" ? 0 : counted.length);
    });
  return [entries, test as Test];
}

/** True when a `where` says anything of a field, not counting what it says of other nodes. */
export function mentions(where: Conditions, field: string): boolean {
  return Object.entries(where).some(([name, value]) => {
    if (name === "AND" || name === "OR") return (value as Conditions[]).some((part) => mentions(part, field));
    return name === "NOT" ? mentions(value as Conditions, field) : name === field;
  });
}

interface Keyed {
  key: string;
}

/** Keys from the latest day to the earliest. */
export function byDay<Node extends Keyed>(
  nodes: readonly Node[],
  dateOf: (node: Node) => string | undefined,
): string[] {
  return nodes
    .map((node) => ({ key: node.key, day: daysOf(dateOf(node)).first }))
    .sort((a, b) => -(compare(a.day, b.day) || compare(a.key, b.key)))
    .map(({ key }) => key);
}

/** Keys in the order of the alphabet of their names. */
export function byName(nodes: readonly (Keyed & { name: string })[]): string[] {
  return [...nodes].sort((a, b) => compare(fold(a.name), fold(b.name)) || compare(a.key, b.key)).map(({ key }) => key);
}

export function found<Node extends Keyed>(nodes: readonly Node[], key: string): Node {
  const node = nodes.find((each) => each.key === key);
  if (node === undefined) throw new Error(key);
  return node;
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function daysOf(date: string | undefined) {
  return (date === undefined ? undefined : findDays(date)) ?? { first: "", last: "" };
}

export const word = ((value: unknown, wanted: Conditions) =>
  Object.entries(wanted).every(([operator, operand]) =>
    operator === "in" ? (operand as unknown[]).includes(value) : (value ?? null) === operand,
  )) as Test;

export const text = ((value: string | undefined, wanted: Record<string, string | string[] | null>) =>
  Object.entries(wanted).every(([operator, operand]) => {
    if (operator === "eq") return (value ?? null) === operand;
    if (value === undefined) return false;
    if (operator === "in") return (operand as string[]).includes(value);
    const [lower, sought] = [value.toLowerCase(), String(operand).toLowerCase()];
    return operator === "contains" ? lower.includes(sought) : lower.startsWith(sought);
  })) as Test;

export const number = ((value: number, { eq, gt, gte, lt, lte }: Record<string, number>) =>
  (eq === undefined || value === eq) &&
  (gt === undefined || value > gt) &&
  (gte === undefined || value >= gte) &&
  (lt === undefined || value < lt) &&
  (lte === undefined || value <= lte)) as Test;

export const name = ((
  { names, shown }: { names: Set<string>; shown: string },
  wanted: { eq?: string; in?: string[]; contains?: string; startsWith?: string },
) =>
  (wanted.eq === undefined || names.has(fold(wanted.eq))) &&
  (wanted.in === undefined || wanted.in.some((each) => names.has(fold(each)))) &&
  (wanted.contains === undefined || shown.includes(fold(wanted.contains))) &&
  (wanted.startsWith === undefined || shown.startsWith(fold(wanted.startsWith)))) as Test;

export const date = ((value: string | undefined, wanted: Record<string, string | null>) => {
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
