import { type Config, readConfig, readSecrets, type Secrets } from "../config.js";
import { parseStoreTarget, type StoreTarget } from "../store/target.js";
import type { CommandOption, Effects, Invocation } from "./command.js";

/** `--store`, which every command that opens a store takes. */
export const STORE_OPTION: CommandOption = {
  name: "store",
  value: "URI",
  description: "file:PATH, memory:, neo4j://HOST:7687 or bolt://HOST:7687; DIXIT_STORE when left out.",
};

/** What the environment and the options of a command say together. */
export interface Setting {
  config: Config;
  secrets: Secrets;
  target: StoreTarget;
}

/** Reads the configuration, with `--store`, `--port` and `--host` before the environment. */
export function settingOf({ options }: Invocation, { env }: Pick<Effects, "env">): Setting {
  const given = { DIXIT_STORE: options.store, PORT: options.port, HOST: options.host };
  const config = readConfig({ ...env, ...textsOf(given) });
  const secrets = readSecrets(env);
  const target = parseStoreTarget(config.store, { user: config.storeUser, password: secrets.storePassword });
  return { config, secrets, target };
}

function textsOf(given: Record<string, string | true | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
