import { hash } from "node:crypto";
import type { Properties } from "./contribution.js";
import type { CypherValue } from "./engine.js";

/** The digest of a graph without content. */
export const EMPTY_DIGEST = 0n;

/** Digests are counted modulo this. */
const MODULUS = 1n << 128n;

/** Lists whose order means something; all others are sets, and hash alike in any order. */
const ORDERED_LISTS: ReadonlySet<string> = new Set([
  "spans",
  "cueSpan",
  "speakerSpan",
  "candidates",
  "candidateScores",
  "given",
]);

/** Properties that say when something was recorded here, so that they differ between stores of one content. */
const VOLATILE: Readonly<Record<string, ReadonlySet<string>>> = { Judgement: new Set(["at"]) };

const NOTHING: ReadonlySet<string> = new Set();
const IDENTITY_OF_NODE: ReadonlySet<string> = new Set(["key"]);
const IDENTITY_OF_REPORT: ReadonlySet<string> = new Set(["at"]);

/**
 * The share of one node in the digest of its graph. Equal for equal content, whatever the engine that gave it:
 * absent and null properties are alike, 1.0 is 1, and sets hash alike in any order.
 */
export function nodeHash(label: string, key: string, properties: Properties): bigint {
  const volatile = VOLATILE[label] ?? NOTHING;
  return hashOf(`${label}${encode(key)}${encodeProperties(label, properties, IDENTITY_OF_NODE, volatile)}`);
}

/** The share of one relation; `at` is the part of the identity of REPORTED_IN that its ends do not hold, undefined for other types. */
export function relationHash(
  type: string,
  fromKey: string,
  toKey: string,
  at: number | undefined,
  properties: Properties,
): bigint {
  const identity = at === undefined ? NOTHING : IDENTITY_OF_REPORT;
  const ends = `${encode(fromKey)}${encode(toKey)}${at === undefined ? "" : encode(at)}`;
  return hashOf(`${type}${ends}${encodeProperties(type, properties, identity, NOTHING)}`);
}

/**
 * Adds changes to a digest, negative for what is taken away. Sums of hashes depend neither on order nor on history,
 * so that a batch only has to look at what it changes.
 * A multiset hash: Clarke et al., "Incremental Multiset Hash Functions", ASIACRYPT 2003; it finds damage, not forgery.
 */
export function addDigest(digest: bigint, change: bigint): bigint {
  const sum = (digest + change) % MODULUS;
  return sum < 0n ? sum + MODULUS : sum;
}

/** A digest as 32 hexadecimal digits, as the ledger, the journal and `dixit doctor` show it. */
export function formatDigest(digest: bigint): string {
  return addDigest(digest, 0n).toString(16).padStart(32, "0");
}

/** The digest that `formatDigest` wrote. */
export function parseDigest(text: string): bigint {
  return BigInt(`0x${text}`);
}

function hashOf(text: string): bigint {
  return BigInt(`0x${hash("sha256", text).slice(0, 32)}`);
}

function encodeProperties(
  kind: string,
  properties: Properties,
  identity: ReadonlySet<string>,
  volatile: ReadonlySet<string>,
): string {
  let text = "";
  for (const name of sortedNames(kind, properties)) {
    const value = properties[name];
    if (value === null || value === undefined || identity.has(name) || volatile.has(name)) continue;
    text += name + encodeProperty(name, value);
  }
  return text;
}

/** Elements of a kind come in the same shape again and again: its sorted names are kept until the shape changes. */
const lastShapes = new Map<string, { names: readonly string[]; sorted: readonly string[] }>();

function sortedNames(kind: string, properties: Properties): readonly string[] {
  const names = Object.keys(properties);
  const last = lastShapes.get(kind);
  if (last?.names.length === names.length && names.every((name, i) => name === last.names[i])) return last.sorted;
  const sorted = names.toSorted();
  lastShapes.set(kind, { names, sorted });
  return sorted;
}

function encodeProperty(name: string, value: CypherValue): string {
  if (!Array.isArray(value)) return encode(value);
  const list = value.length < 2 || ORDERED_LISTS.has(name) ? value : value.toSorted();
  let text = `[${list.length}`;
  for (const item of list) text += encode(item);
  return text;
}

/** Strings are led by their length, so that no two different values are written alike and nothing needs escaping. */
function encode(value: CypherValue): string {
  return typeof value === "string" ? `"${value.length}:${value}` : `${value};`;
}
