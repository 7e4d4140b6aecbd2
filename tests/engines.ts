import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jest } from "@jest/globals";
import { type ServerSettings, startServer } from "../scripts/neo4j/server.mjs";
import { openEngine } from "../src/store/engines/open-engine.js";
import { type GraphStore, openStore } from "../src/store/graph-store.js";
import { parseStoreTarget, type StoreTarget } from "../src/store/target.js";
import { holdServer } from "./hold-server.js";

/** An engine that a store test runs on. Its `name` is what `test.each(ENGINES)("$name: …")` shows. */
export interface TestEngine {
  name: string;
  /** A store with an empty database of its own until it is closed: `await using store = await engine.open()`. */
  open(): Promise<GraphStore>;
}

/** What tests/neo4j-setup.mjs leaves for the test files: the Neo4j servers of this run. */
interface Server {
  name: string;
  uri: string;
  user?: string;
  password?: string;
  /** Of a server that this run starts by itself, when the first test wants it. */
  start?: ServerSettings;
}

const SERVERS: Server[] = JSON.parse(process.env.DIXIT_TEST_NEO4J_SERVERS ?? "[]");

/** Every engine that can be had here; without Neo4j, tests/neo4j-setup.mjs has said so. */
export const ENGINES: readonly TestEngine[] = [
  { name: "grafeo memory", open: () => openStore({ kind: "memory" }) },
  { name: "grafeo file", open: openOnFile },
  ...SERVERS.map((server) => ({ name: server.name, open: () => openOnServer(server) })),
];

// A test may have to wait until a server has started, and until another test file is done with it.
jest.setTimeout(300_000);

async function openOnFile(): Promise<GraphStore> {
  const folder = await mkdtemp(join(tmpdir(), "dixit-"));
  const store = await openStore({ kind: "file", path: join(folder, "test.grafeo") });
  return closingWith(store, () => rm(folder, { recursive: true }));
}

/** Neo4j Community has one database: it is held against other test files, and emptied first. */
async function openOnServer({ uri, user, password, start }: Server): Promise<GraphStore> {
  const target = parseStoreTarget(uri, { user, password });
  const release = await holdServer(uri);
  try {
    if (start !== undefined) await startServer(start);
    await wipe(target);
    return closingWith(await openStore(target), release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function wipe(target: StoreTarget): Promise<void> {
  const engine = await openEngine(target);
  const statement = "MATCH (n) WITH n LIMIT 20000 DETACH DELETE n RETURN count(*) AS deleted";
  try {
    while (true) {
      const [row] = await engine.write((transaction) => transaction.run(statement));
      if (row?.deleted === 0) return;
    }
  } finally {
    await engine.close();
  }
}

/** The same store, which also cleans up when it is closed. */
function closingWith(store: GraphStore, cleanUp: () => Promise<void>): GraphStore {
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await store.close().finally(cleanUp);
  };
  return {
    engine: store.engine,
    target: store.target,
    commit: (work) => store.commit(work),
    ledger: () => store.ledger(),
    publish: (door) => store.publish(door),
    close,
    [Symbol.asyncDispose]: close,
  };
}
