import { type IncomingMessage, request } from "node:http";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Unavailable } from "../errors.js";
import type { ImportDoor } from "../store/lock-file.js";

/**
 * Sends lines to the server that holds the store, and yields the objects that it answers while it reads them.
 * @throws Unavailable when the server cannot be reached, refuses, or fails in the middle.
 */
export async function* handOver(
  door: ImportDoor,
  lines: AsyncIterable<string>,
): AsyncGenerator<Record<string, unknown>> {
  const response = await send(door, lines);
  for await (const line of createInterface({ input: response, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === "") continue;
    const answer: Record<string, unknown> = JSON.parse(line);
    if ("error" in answer || "errors" in answer) throw refused(door, answer);
    yield answer;
  }
}

/** The answer begins before the request has ended: batches are reported while later ones are still read. */
async function send(door: ImportDoor, lines: AsyncIterable<string>): Promise<IncomingMessage> {
  const headers = { "content-type": "application/x-ndjson", authorization: `Bearer ${door.token}` };
  const outgoing = request(`${door.address}/import`, { method: "POST", headers });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once("response", resolve);
    outgoing.once("error", reject);
  });
  // A server that answers early and closes ends the sending; what it answered says why.
  pipeline(Readable.from(lines), outgoing).catch(() => undefined);
  return answered.catch((cause) => {
    throw new Unavailable(
      `The server that holds the store, at ${door.address}, does not take the files. Stop it and import again.`,
      { cause },
    );
  });
}

function refused(door: ImportDoor, answer: Record<string, unknown>): Unavailable {
  const [first] = Array.isArray(answer.errors) ? answer.errors : [answer.error];
  return new Unavailable(`The server at ${door.address} did not import everything: ${messageIn(first)}`);
}

function messageIn(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
}
