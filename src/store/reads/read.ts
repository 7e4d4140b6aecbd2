import { Unavailable } from "../../errors.js";
import type { CypherEngine, CypherValue, Parameters, ReadOptions, Row } from "../engine.js";
import { compile } from "./compile.js";
import { daysOf, findLongLevel, windowsOf } from "./days.js";
import { entityOf, isEntityName } from "./entities.js";
import type { LevelPlan, ReadPlan } from "./plan.js";

/** On whose behalf a plan is read: the collections they may see, and how long it may take. */
export interface ReadScope extends ReadOptions {
  mine: readonly string[];
}

/**
 * Reads a plan with one statement and answers one row: `c0`, `c1` … with the rows of each level, `t0`, `t1` … with totals.
 * On an engine without range indexes a page over a whole long order takes one statement for each window of days.
 */
export async function readPlan(engine: CypherEngine, plan: ReadPlan, scope: ReadScope): Promise<Row> {
  if (plan.levels.length === 0) return {};
  const parameters = { ...plan.parameters, mine: [...scope.mine] };
  const long = engine.dialect.rangeIndexes ? undefined : findLongLevel(plan.levels, isLong);
  if (long !== undefined) return readByDays(engine, long, parameters, scope);
  const [row] = await engine.read(compile(plan.levels), parameters, scope);
  return row ?? {};
}

function isLong(label: string): boolean {
  return isEntityName(label) && entityOf(label).long;
}

async function readByDays(engine: CypherEngine, level: LevelPlan, parameters: Parameters, scope: ReadScope) {
  const deadline = scope.timeoutMs === undefined ? Number.POSITIVE_INFINITY : Date.now() + scope.timeoutMs;
  const total = level.total ? await engine.read(compile([{ ...level, rows: false }]), parameters, scope) : [];
  return { ...total[0], c0: await rowsByDays(engine, { ...level, total: false }, parameters, deadline) };
}

async function rowsByDays(engine: CypherEngine, level: LevelPlan, parameters: Parameters, deadline: number) {
  const label = "root" in level.from ? level.from.root : "";
  const days = await daysOf(engine, label, level.order[0]?.property ?? "");
  const text = compile([level], "days");
  const limit = typeof level.limit === "number" ? level.limit : Number(parameters[level.limit]);
  const rows: CypherValue[] = [];
  for (const window of windowsOf(level, days, parameters)) {
    if (Date.now() > deadline)
      throw new Unavailable("The read took too long; ask for less, or filter by a name or key");
    const ofLevel = typeof level.limit === "number" ? {} : { [level.limit]: limit - rows.length };
    const [row] = await engine.read(text, { ...parameters, ...ofLevel, days: window });
    rows.push(...((row?.c0 as CypherValue[] | undefined) ?? []));
    if (rows.length >= limit) break;
  }
  return rows;
}
