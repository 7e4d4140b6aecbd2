import neo4j from "neo4j-driver";
import type { CypherValue, Parameters, Row } from "../../engine.js";

/**
 * Parameters as the driver takes them. It sends a JavaScript number as a float, which is no LIMIT and makes 3.0 of 3:
 * whole numbers are wrapped. A list with one fraction is a list of floats, because a property is a list of one type.
 */
export function encodeParameters(parameters: Parameters): Record<string, unknown> {
  return encodeMap(parameters);
}

/** A record as the driver gives it with `useBigInt`: bigints that a number holds exactly become numbers. */
export function decodeRow(record: { toObject(): Record<string, unknown> }): Row {
  return decodeMap(record.toObject()) as Row;
}

function encodeMap(map: Readonly<Record<string, CypherValue>>): Record<string, unknown> {
  const encoded: Record<string, unknown> = {};
  for (const name in map) encoded[name] = encode(map[name] ?? null);
  return encoded;
}

function encode(value: CypherValue): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (!isList(value)) return encodeMap(value as Readonly<Record<string, CypherValue>>);
  return value.some(isFraction) ? value : value.map(encode);
}

function isFraction(value: CypherValue): boolean {
  return typeof value === "number" && !Number.isSafeInteger(value);
}

function isList(value: CypherValue): value is readonly CypherValue[] {
  return Array.isArray(value);
}

function decodeMap(map: Record<string, unknown>): Record<string, unknown> {
  for (const name in map) map[name] = decode(map[name]);
  return map;
}

function decode(value: unknown): unknown {
  if (typeof value === "bigint") return isSafe(value) ? Number(value) : value;
  if (typeof value !== "object" || value === null) return value;
  return Array.isArray(value) ? value.map(decode) : decodeMap(value as Record<string, unknown>);
}

function isSafe(value: bigint): boolean {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
}
