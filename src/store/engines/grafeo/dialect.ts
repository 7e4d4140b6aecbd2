import type { Dialect } from "../../engine.js";

/** Grafeo: hash indexes of one property, built at each open; no way to stop a statement. */
export const GRAFEO: Dialect = {
  name: "grafeo",
  rangeIndexes: false,
  keepsIndexes: false,
  constraintsAreIndexes: false,
  timeouts: false,
};
