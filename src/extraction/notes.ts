import type { Described } from "./mentions.js";
import type { NameRun } from "./name-runs.js";
import type { Unit } from "./units.js";

/** What was found out about a whole list of units, each thing once. Places are those of a phrase in the list. */
export interface Notes {
  readonly of: readonly Unit[];
  /** Its names, as its words alone show them. */
  runs: readonly NameRun[] | null;
  /** Where names may start, now that the names of the document are known. */
  starts: readonly number[] | null;
  /** The name that a phrase is about. */
  readonly principal: Map<number, NameRun | undefined>;
  /** Whom a phrase with a name means. */
  readonly named: Map<number, Described>;
}

/** More than any list of units has: a list is of a paragraph at most. */
const MOST_UNITS = 2 ** 17;

/** The notes on a list, kept at its first unit: they go when the units go, which a weak map would let live on for long. */
export function notesOn(units: readonly Unit[]): Notes {
  const [first] = units;
  if (first?.notes?.of === units) return first.notes;
  const notes = { of: units, runs: null, starts: null, principal: new Map(), named: new Map() };
  if (first) first.notes = notes;
  return notes;
}

/** A phrase in its list, as one number. */
export function placeOf({ from, to }: { from: number; to: number }): number {
  return from * MOST_UNITS + to;
}
