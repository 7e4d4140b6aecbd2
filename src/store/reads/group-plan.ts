import type { CountName } from "../../model/grouping.js";
import type { Dimension } from "./dimensions.js";
import type { Filter, NodePlan } from "./plan.js";

/** A column of an order of groups: a count, or what they are grouped by. */
export interface GroupColumn {
  by: CountName | "key";
  descending: boolean;
}

/** What a grouping reads of its groups: `nodes` has, for each dimension whose node is asked for, what is read of it. */
export interface GroupsPlan {
  filters: readonly Filter[];
  by: readonly Dimension[];
  /** The first groups, if any are asked for, with these counts. */
  top?: {
    nodes: readonly (NodePlan | undefined)[];
    counts: readonly CountName[];
    order: readonly GroupColumn[];
    limit: string;
  };
  /** Sums over all groups. */
  sums?: readonly CountName[];
  /** Counts without groups. */
  total?: readonly CountName[];
}

/** What a timeline reads. */
export interface TimelinePlan extends GroupsPlan {
  time: Dimension;
  /** Rows of time to be read at most. */
  limit: string;
  /** The counts of each bucket, if asked for. */
  buckets?: readonly CountName[];
  /** The counts of the buckets of each series, and how many rows of them may be read. */
  cells?: { counts: readonly CountName[]; others: boolean; limit: string };
}
