import type { CypherEngine, Parameters } from "../engine.js";
import { startsFromIndex } from "./anchors.js";
import type { Filter, LevelPlan } from "./plan.js";

/** Days in the first window of a page; each next one has four times as many, and the eighth has all that are left. */
const FIRST_WINDOW = 4;
const GROWTH = 4;
const GREATEST_WINDOWS = 8;

interface KnownDays {
  batch: unknown;
  /** In ascending order; "" stands for what is undated. */
  days: readonly string[];
}

const knownDays = new WeakMap<CypherEngine, Map<string, KnownDays>>();

/** The level of a plan that an engine without range indexes should read day by day: a page that nothing but its order starts. */
export function findLongLevel(levels: readonly LevelPlan[], isLong: (label: string) => boolean): LevelPlan | undefined {
  const [level] = levels;
  if (levels.length !== 1 || level === undefined || !level.rows || !("root" in level.from)) return undefined;
  return isLong(level.from.root) && !level.filters.some(startsFromIndex) ? level : undefined;
}

/** The windows of days in which the rows of a page lie, in its order: at most eight, each larger than the one before. */
export function windowsOf(level: LevelPlan, days: readonly string[], parameters: Parameters): string[][] {
  const possible = days.filter((day) => mayHold(level, day, parameters));
  if (level.order[0]?.descending) possible.reverse();
  const windows: string[][] = [];
  for (let size = FIRST_WINDOW, start = 0; start < possible.length; start += size, size *= GROWTH) {
    const isLast = windows.length === GREATEST_WINDOWS - 1;
    windows.push(possible.slice(start, isLast ? undefined : start + size));
    if (isLast) break;
  }
  return windows;
}

/** False of a day on which no row can lie, by the cursors and by filters on the day. */
function mayHold({ order, after, before, filters }: LevelPlan, day: string, parameters: Parameters): boolean {
  const [column] = order;
  if (column === undefined) return true;
  const [least, greatest] = column.descending ? [before, after] : [after, before];
  const bound = (names: readonly string[] | undefined) => names?.[0] !== undefined && String(parameters[names[0]]);
  const [from, to] = [bound(least), bound(greatest)];
  if ((from !== false && day < from) || (to !== false && day > to)) return false;
  return filters.every((filter) => meets(filter, column.property, day, parameters));
}

function meets(filter: Filter, property: string, day: string, parameters: Parameters): boolean {
  if (filter.test !== "property" || filter.property !== property || filter.parameter === undefined) return true;
  const bound = String(parameters[filter.parameter]);
  if (filter.operator === ">=" || filter.operator === ">") return day >= bound;
  if (filter.operator === "<=" || filter.operator === "<") return day <= bound;
  return true;
}

/** The days that nodes of a label have in a property, read again only after a batch was written. */
export async function daysOf(engine: CypherEngine, label: string, property: string): Promise<readonly string[]> {
  const ofEngine = knownDays.get(engine) ?? new Map<string, KnownDays>();
  knownDays.set(engine, ofEngine);
  const [ledger] = await engine.read("MATCH (l:Ledger {key: 'ledger'}) RETURN l.batch AS batch");
  const known = ofEngine.get(label);
  if (known !== undefined && ledger !== undefined && known.batch === ledger.batch) return known.days;
  const rows = await engine.read(`MATCH (n:${label}) RETURN DISTINCT n.${property} AS day`);
  const days = rows.map(({ day }) => String(day ?? "")).sort();
  ofEngine.set(label, { batch: ledger?.batch, days });
  return days;
}
