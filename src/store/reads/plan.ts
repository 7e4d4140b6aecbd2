import type { CypherValue, Parameters } from "../engine.js";
import type { EntityName } from "./entities.js";

/** How a test compares: `known` takes no value, and holds of what is there. */
export type Operator = "=" | "<" | "<=" | ">" | ">=" | "IN" | "CONTAINS" | "STARTS WITH" | "known";

/** A condition as data: values stand among the parameters, under the name that `parameter` says. */
export type Filter =
  | {
      test: "property";
      on: "node" | "edge";
      property: string;
      operator: Operator;
      parameter?: string;
      ignoreCase?: true;
    }
  /** One of its names is this, or its key leads here: its own, or that of an actor that was merged into it. */
  | { test: "named" | "led to"; entity: EntityName; operator: "=" | "IN"; parameter: string }
  /** The statements that two actors made about each other. */
  | { test: "exchange"; between: readonly [ActorStart, ActorStart] }
  | { test: "label"; label: EntityName }
  | { test: "some"; entity: EntityName; relation: string; to?: EntityName; filters: readonly Filter[] }
  | { test: "all" | "any" | "not"; filters: readonly Filter[] };

/** The one actor that a key leads to, or that a folded name means best: `parameter` holds it. */
export interface ActorStart {
  by: "key" | "name";
  parameter: string;
}

/** A column of an order: a property of the node or of the edge that led to it. */
export interface OrderColumn {
  on: "node" | "edge";
  property: string;
  descending: boolean;
}

/** The nodes at one level: what is read of each, and the levels below. */
export interface NodePlan {
  heavy: string[];
  children: LevelPlan[];
}

/** The rows that belong to one parent, or, at the root, to none. */
export interface LevelPlan {
  /** The label to start from at the root; below, the relation from the parent's type. */
  from: { root: EntityName } | { entity: EntityName; relation: string };
  /** Set where the parent may be of several types: this level belongs to one of them. */
  parentLabel?: EntityName;
  filters: Filter[];
  order: readonly OrderColumn[];
  /** Names of the parameters that hold the place after which the rows begin, one for each column. */
  after?: readonly string[];
  /** The same of the place before which they end. */
  before?: readonly string[];
  /** The parameter, or the constant, that limits the rows. */
  limit: string | number;
  /** Parameter with a folded name: nodes of which it is the display name come before those that have it as an alias. */
  preferredName?: string;
  rows: boolean;
  total: boolean;
  node: NodePlan;
}

/** What one root field reads. It is plain data without values or aliases, so that equal shapes have equal text. */
export interface ReadPlan {
  levels: readonly LevelPlan[];
  parameters: Parameters;
}

/** Collects the values of a plan, each under a name by its position. */
export class PlanParameters {
  readonly values: Record<string, CypherValue> = {};
  #count = 0;

  /** Keeps a value and returns the name of its parameter. */
  add(value: CypherValue): string {
    const name = `p${this.#count++}`;
    this.values[name] = value;
    return name;
  }
}
