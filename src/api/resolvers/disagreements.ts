import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { InvalidInput } from "../../errors.js";
import {
  Disagreement,
  DisagreementArgs,
  type DisputedWhere,
  GREATEST_SIDE_SIZE,
  SIDE_SIZE,
} from "../../model/disagreement.js";
import { GREATEST_PAGE_SIZE, PAGE_SIZE } from "../../model/page.js";
import type { Row } from "../../store/engine.js";
import { compileDisagreements, type DisagreementsPlan, type SidePlan } from "../../store/reads/disagreements.js";
import type { NodePlan } from "../../store/reads/plan.js";
import type { NodeRow } from "../../store/reads/rows.js";
import { listFilters } from "../../store/reads/usual.js";
import { filtersOf, type Where } from "../../store/reads/where.js";
import type { Context } from "../context.js";
import type { Planner } from "../planner.js";
import { type Compiled, readCompiled } from "../read-root.js";
import type { SelectedField } from "../selection.js";

@Resolver()
export class DisagreementResolver {
  @Query(() => [Disagreement], {
    nullable: true,
    description:
      "Who is for what somebody else is against. First come those in which the weaker side says most, then those in which both say most.",
  })
  disagreements(
    @Args(() => DisagreementArgs) given: DisagreementArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: object,
  ) {
    return readCompiled(info, context as Context, (planner) => planDisagreements(planner, given));
  }
}

type RowShape = (row: Row) => unknown;

function planDisagreements(planner: Planner, { on, where, first }: DisagreementArgs): Compiled {
  const size = sizeOf("disagreements", first ?? PAGE_SIZE, GREATEST_PAGE_SIZE);
  const sides: SidePlan[] = [];
  const plan: DisagreementsPlan = {
    filters: listFilters("Statement", (where ?? {}) as Where, planner.parameters),
    ...disputedOf(planner, on),
    limit: planner.parameters.add(size),
    sideLimit: planner.parameters.add(size + 1),
    target: nothing(),
    supporter: nothing(),
    opponent: nothing(),
    sides,
  };
  const shapes = planner.selection
    .fieldsOf("Disagreement", planner.selection.root)
    .flatMap((field): [string, RowShape][] => {
      const shape = planField(planner, field, plan, sides);
      return shape === undefined ? [] : [[field.as, shape]];
    });
  const answer = (row: Row) => ({
    support: row.support,
    oppose: row.oppose,
    answers: Object.fromEntries(shapes.map(([as, shape]) => [as, shape(row)])),
  });
  return { text: compileDisagreements(plan), shape: ({ rows }) => (rows as readonly Row[]).map(answer) };
}

/** Plans a field of a disagreement that is more than a number. */
function planField(
  planner: Planner,
  field: SelectedField,
  plan: DisagreementsPlan,
  sides: SidePlan[],
): RowShape | undefined {
  switch (field.name) {
    case "target": {
      const labels = ["Actor", "Event", "Topic"] as const;
      const shapes = new Map<string, (row: NodeRow) => object>(
        labels.map((label) => [label, planner.nodes(label, field, plan.target, label)]),
      );
      return ({ target }) => shapes.get((target as NodeRow).label ?? "")?.(target as NodeRow);
    }
    case "supporter":
    case "opponent": {
      const { name } = field;
      const shape = planner.nodes("Actor", field, plan[name]);
      return (row) => shape(row[name] as NodeRow);
    }
    case "supporting":
    case "opposing":
      return planSide(planner, field, field.name, sides);
    default:
      return undefined;
  }
}

function planSide(planner: Planner, field: SelectedField, side: SidePlan["side"], sides: SidePlan[]): RowShape {
  const { first } = planner.selection.argumentsOf("Disagreement", field);
  const size = sizeOf(side, (first as number | null | undefined) ?? SIDE_SIZE, GREATEST_SIDE_SIZE);
  const node = nothing();
  const shape = planner.nodes("Statement", field, node);
  const index = sides.push({ side, limit: planner.parameters.add(size), node }) - 1;
  return (row) => (row[`s${index}`] as readonly NodeRow[]).map(shape);
}

function disputedOf(planner: Planner, on: DisputedWhere | null | undefined): Pick<DisagreementsPlan, "on"> {
  if (on === null || on === undefined) return {};
  const given = (
    [
      ["Actor", on.actor],
      ["Event", on.event],
      ["Topic", on.topic],
    ] as const
  ).filter(([, where]) => where !== null && where !== undefined);
  const [only, ...more] = given;
  if (only === undefined || more.length > 0) {
    throw new InvalidInput(`on takes just one of actor, event and topic, not ${given.length}; ask for each by itself`);
  }
  const [entity, where] = only;
  return { on: { entity, filters: filtersOf(where as Where, entity, planner.parameters) } };
}

function sizeOf(field: string, first: number, greatest: number): number {
  if (first >= 1 && first <= greatest) return first;
  throw new InvalidInput(`first of ${field} is from 1 to ${greatest}, not ${first}`);
}

function nothing(): NodePlan {
  return { heavy: [], children: [] };
}
