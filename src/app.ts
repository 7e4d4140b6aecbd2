import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Context } from "./api/context.js";
import { buildDixitSchema } from "./api/schema.js";
import type { Config, Secrets } from "./config.js";
import { createImporter, type ServingImporter } from "./importer.js";
import type { Log } from "./log.js";
import { readExamples } from "./server/examples.js";
import { type RunningServer, startServer } from "./server/http.js";
import { type GraphStore, openStore } from "./store/graph-store.js";
import type { StoreTarget } from "./store/target.js";

/** What an app is made of. */
export interface AppOptions {
  config: Config;
  secrets: Secrets;
  target: StoreTarget;
  log: Log;
}

/** An opened store and the server over it; disposing of it closes both. */
export interface App extends AsyncDisposable {
  readonly store: GraphStore;
  /** True when the playground is served. */
  readonly playground: boolean;
  /** Starts the server and resolves to its address. */
  listen(): Promise<string>;
}

/** Composition root: configuration to store, schema and server. */
export async function openApp({ config, secrets, target, log }: AppOptions): Promise<App> {
  const store = await openStore(target);
  let server: RunningServer | undefined;
  return {
    store,
    playground: config.playground,
    async listen() {
      server = await startOver(store, { config, secrets, log });
      return server.url;
    },
    async [Symbol.asyncDispose]() {
      await server?.close();
      await store.close();
    },
  };
}

/** The one-run token stands in the store's lock file, which only this user can read: it lets `dixit import` in. */
async function startOver(
  store: GraphStore,
  { config, secrets, log }: Omit<AppOptions, "target">,
): Promise<RunningServer> {
  const importToken = randomBytes(32).toString("base64url");
  const importer = createImporter(store);
  const server = await startServer<Context>(
    {
      schema: buildDixitSchema(),
      context: contextOf(store, importer, config),
      config,
      secrets,
      importToken,
      ready: () => store.engine.verify(),
      importLines: importer.importLines,
      examples: readExamples(folder("schema/examples")),
      publicFolder: folder("public"),
    },
    log,
  );
  await store.publish({ address: server.url, token: importToken });
  return server;
}

function contextOf(store: GraphStore, importer: ServingImporter, config: Config) {
  const common = { store, mine: config.collections, importer, timeoutMs: config.readTimeoutMs };
  return (_request: unknown, { mayWrite }: { mayWrite: boolean }): Context => ({ ...common, mayWrite });
}

function folder(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url));
}
