import { once } from "node:events";
import { connect } from "node:net";

/** Bolt's opening: its magic number, and four proposals of versions (here 5.0 to 5.8, and nothing else). */
const HANDSHAKE = Buffer.from([0x60, 0x60, 0xb0, 0x17, 0, 8, 8, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

/** What answers on a port of this machine: "bolt", "other" or "nothing". https://neo4j.com/docs/bolt/current/bolt/handshake/ */
export async function probe(port, timeoutMs = 2_000) {
  const socket = connect(port, "127.0.0.1");
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    await once(socket, "connect", { signal });
    socket.write(HANDSHAKE);
    const [answer] = await once(socket, "data", { signal });
    return answer.length === 4 && answer[3] === 5 ? "bolt" : "other";
  } catch (error) {
    return error.code === "ECONNREFUSED" ? "nothing" : "other";
  } finally {
    socket.on("error", () => undefined).destroy();
  }
}
