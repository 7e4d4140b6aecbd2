import type { GraphQLResolveInfo } from "graphql";
import { readPlan } from "../store/reads/read.js";
import type { Context } from "./context.js";
import { Planner, type Shape } from "./planner.js";

/** Plans a root field, reads it with one statement, and answers in the shape of its selection. */
export async function readRoot<Answer>(
  info: GraphQLResolveInfo,
  { store, mine, timeoutMs }: Context,
  plan: (planner: Planner) => Shape,
): Promise<Answer> {
  const planner = new Planner(info);
  const shape = plan(planner);
  const { levels, parameters } = planner;
  const scope = timeoutMs === undefined ? { mine } : { mine, timeoutMs };
  return shape(await readPlan(store.engine, { levels, parameters: parameters.values }, scope)) as Answer;
}
