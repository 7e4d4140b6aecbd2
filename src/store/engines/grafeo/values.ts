import type { Parameters, Row } from "../../engine.js";

/** Parameters as the engine takes them: its binding stores every whole number as an integer, as we want it. */
export function encodeParameters(parameters: Parameters): Parameters {
  return parameters;
}

/** Rows as the engine gives them: numbers are numbers, and a bigint beyond 2^53. */
export function decodeRows(rows: readonly Record<string, unknown>[]): Row[] {
  return rows as Row[];
}
