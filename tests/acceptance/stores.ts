import { join } from "node:path";
import { printStoreTarget } from "../../src/store/target.js";
import { ENGINES } from "../engines.js";
import { type Environment, TemporaryFolder } from "./program.js";

/** An empty store that the program can open by itself. */
export interface ProgramStore extends AsyncDisposable {
  uri: string;
  env: Environment;
}

/** The stores that a process of its own can open: a Grafeo file always, and each Neo4j of this run. */
export const PROGRAM_STORES: readonly { name: string; open(): Promise<ProgramStore> }[] = [
  { name: "grafeo file", open: openFile },
  ...ENGINES.filter(({ name }) => !name.startsWith("grafeo")).map(({ name, open }) => ({
    name,
    open: async (): Promise<ProgramStore> => {
      // Held open, so that no other test uses the server meanwhile.
      const store = await open();
      const { target } = store;
      const env: Environment =
        target.kind === "neo4j" && target.user && target.password
          ? { DIXIT_STORE_USER: target.user, DIXIT_STORE_PASSWORD: target.password.reveal() }
          : {};
      return { uri: printStoreTarget(target), env, [Symbol.asyncDispose]: () => store.close() };
    },
  })),
];

async function openFile(): Promise<ProgramStore> {
  const folder = new TemporaryFolder();
  return {
    uri: `file:${join(folder.path, "news.grafeo")}`,
    env: {},
    [Symbol.asyncDispose]: async () => folder[Symbol.dispose](),
  };
}
