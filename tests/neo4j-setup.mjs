import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepare, VERSIONS } from "../scripts/neo4j/server.mjs";

/**
 * Before all test files: finds the Neo4j servers of this run, for tests/engines.ts. Those of DIXIT_TEST_NEO4J_URI (several
 * with blanks between), or one of each version, which the first test that wants it starts.
 */
export default async function setUp() {
  const { DIXIT_TEST_NEO4J_URI: uris, CI } = process.env;
  const { servers, reasons } = uris ? { servers: uris.split(/\s+/).map(givenServer), reasons: [] } : await ownServers();
  process.env.DIXIT_TEST_NEO4J_SERVERS = JSON.stringify(servers);
  if (reasons.length > 0) complain(reasons, CI === "true");
}

function givenServer(uri) {
  const { DIXIT_TEST_NEO4J_USER: user, DIXIT_TEST_NEO4J_PASSWORD: password } = process.env;
  return { name: `neo4j at ${uri}`, uri, user, password };
}

async function ownServers() {
  const versions = VERSIONS.map((version) => ({ version, reason: prepare(version) }));
  const possible = versions.filter(({ reason }) => reason === undefined);
  const reasons = versions.flatMap(({ reason }) => reason ?? []);
  return { servers: await Promise.all(possible.map(({ version }) => ownServer(version))), reasons };
}

async function ownServer(version) {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), `dixit-neo4j-${version}-`));
  const name = `neo4j ${version.split(".").slice(0, 2).join(".")}`;
  return { name, uri: `bolt://127.0.0.1:${port}`, start: { version, port, home, owner: process.pid } };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function complain(reasons, isRequired) {
  const way = "Or set DIXIT_TEST_NEO4J_URI to a server that may be emptied";
  const message = `NOT ALL TESTS RUN on Neo4j: ${reasons.join("; ")}. ${way}.`;
  if (isRequired) throw new Error(`With CI=true Neo4j is required. ${message}`);
  const line = "!".repeat(100);
  console.warn(`\n${line}\n${message}\n${line}\n`);
}
