import { InvalidInput } from "../errors.js";
import { fold } from "../model/fold.js";
import type { ActorLookup } from "../model/lookup.js";
import type { ActorStart, LevelPlan, PlanParameters } from "../store/reads/plan.js";

/** How an actor is looked up that `field` takes by key or by name; InvalidInput unless it is just one of the two. */
export function actorStart({ key, name }: ActorLookup, field: string, parameters: PlanParameters): ActorStart {
  if (typeof key === "string" && typeof name !== "string") return { by: "key", parameter: parameters.add(key) };
  if (typeof name === "string" && typeof key !== "string") return { by: "name", parameter: parameters.add(fold(name)) };
  throw new InvalidInput(`${field} takes just one of key and name of an actor, as in name: "Azerbaïdjan"`);
}

/** The level that reads this actor. */
export function actorLevel({ by, parameter }: ActorStart): Pick<LevelPlan, "filters" | "limit" | "preferredName"> {
  if (by === "key") return { filters: [{ test: "led to", entity: "Actor", operator: "=", parameter }], limit: 1 };
  return {
    filters: [{ test: "named", entity: "Actor", operator: "=", parameter }],
    limit: 1,
    preferredName: parameter,
  };
}
