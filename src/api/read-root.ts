import type { GraphQLResolveInfo } from "graphql";
import { type ReadScope, readPlan } from "../store/reads/read.js";
import { readGrouped } from "../store/reads/read-grouped.js";
import type { Context } from "./context.js";
import { Planner, type Shape } from "./planner.js";

/** Plans a root field, reads it with one statement, and answers in the shape of its selection. */
export async function readRoot<Answer>(
  info: GraphQLResolveInfo,
  context: Context,
  plan: (planner: Planner) => Shape,
): Promise<Answer> {
  const planner = new Planner(info);
  const shape = plan(planner);
  const { levels, parameters } = planner;
  const { engine } = context.store;
  return shape(await readPlan(engine, { levels, parameters: parameters.values }, scopeOf(context))) as Answer;
}

/** What a root field that is no tree of levels reads: its one statement, if any, and what it answers of the row. */
export interface Compiled {
  text: string | undefined;
  shape: Shape;
}

/** Compiles a root field that counts, reads it with one statement, and answers in the shape of its selection. */
export async function readCompiled<Answer>(
  info: GraphQLResolveInfo,
  context: Context,
  compile: (planner: Planner) => Compiled,
): Promise<Answer> {
  const planner = new Planner(info);
  const { text, shape } = compile(planner);
  return shape(await readGrouped(context.store.engine, text, planner.parameters.values, scopeOf(context))) as Answer;
}

function scopeOf({ mine, timeoutMs }: Context): ReadScope {
  return timeoutMs === undefined ? { mine } : { mine, timeoutMs };
}
