import { rm } from "node:fs/promises";
import { stopServer } from "../scripts/neo4j/server.mjs";

/** After all test files: ends the servers that were started, and removes their data. */
export default async function tearDown() {
  const servers = JSON.parse(process.env.DIXIT_TEST_NEO4J_SERVERS ?? "[]");
  await Promise.all(servers.filter(({ start }) => start).map(({ start }) => discard(start.home)));
}

async function discard(home) {
  await stopServer(home, { force: true });
  await rm(home, { recursive: true, force: true });
}
