import type { Dialect } from "../../engine.js";

/** Grafeo: hash indexes of one property, no way to stop a statement. */
export const GRAFEO: Dialect = { name: "grafeo", rangeIndexes: false, constraintsAreIndexes: false, timeouts: false };
