import { InvalidInput } from "../errors.js";

/** A type of the schema and the key of one of its nodes. */
export interface NodeName {
  type: string;
  key: string;
}

/** The opaque id of a node. */
export function encodeNodeId({ type, key }: NodeName): string {
  return Buffer.from(`${type}:${key}`).toString("base64url");
}

/** The node that an id stands for; InvalidInput when it is no id of ours. */
export function decodeNodeId(id: string): NodeName {
  const text = Buffer.from(id, "base64url").toString("utf8");
  const colon = text.indexOf(":");
  if (colon < 1 || encodeNodeId({ type: text.slice(0, colon), key: text.slice(colon + 1) }) !== id) {
    throw new InvalidInput(`"${id}" is no id; pass the id of an earlier answer unchanged, or ask by key`);
  }
  return { type: text.slice(0, colon), key: text.slice(colon + 1) };
}
