import type { Dialect } from "../../engine.js";

/** Neo4j 5.26 and 2026.08, which give the same rows. */
export const NEO4J: Dialect = {
  name: "neo4j",
  rangeIndexes: true,
  keepsIndexes: true,
  constraintsAreIndexes: true,
  timeouts: true,
};
