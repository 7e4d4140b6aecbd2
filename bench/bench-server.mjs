import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer, stopServer, VERSIONS } from "../scripts/neo4j/server.mjs";

/** Runs `work` with the address of the Neo4j of DIXIT_BENCH_NEO4J_URI, or of one that runs only meanwhile; benches empty it. */
export async function withServer(work) {
  const given = process.env.DIXIT_BENCH_NEO4J_URI;
  if (given) return work(given);
  const home = mkdtempSync(join(tmpdir(), "dixit-bench-neo4j-"));
  try {
    const port = await freePort();
    return await work(await startServer({ version: VERSIONS[0], port, home, owner: process.pid }));
  } finally {
    await stopServer(home, { force: true });
    rmSync(home, { recursive: true, force: true });
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
