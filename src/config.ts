import { readFileSync } from "node:fs";
import { InvalidInput } from "./errors.js";
import {
  BYTES,
  DURATION,
  ORIGINS,
  readSetting,
  type Setting,
  type SettingType,
  SWITCH,
  WORDS,
  wholeNumber,
} from "./settings.js";

/** Level and format of the log: `auto` is text on a terminal and JSON elsewhere. */
export interface LogConfig {
  level: (typeof LOG_LEVELS)[number];
  format: (typeof LOG_FORMATS)[number];
}

/** From the quietest to the most talkative. */
export const LOG_LEVELS = ["error", "warn", "info", "debug"] as const;
export const LOG_FORMATS = ["auto", "text", "json"] as const;

const STORE: SettingType<string> = {
  rule: "file:PATH, memory:, or a neo4j://, neo4j+s://, neo4j+ssc://, bolt://, bolt+s:// or bolt+ssc:// address without user and password (these have variables of their own)",
  parse: (text) => (/^file:.+$|^memory:$|^(neo4j|bolt)(\+s|\+ssc)?:\/\/[^@\s]+$/.test(text) ? text : undefined),
};

const HOST: SettingType<string> = {
  rule: "a host name or address without scheme, port or brackets",
  parse: (text) => (/^[\w.-]+$|^[0-9a-fA-F:.]+$/.test(text) ? text : undefined),
};

const TEXT: SettingType<string> = { rule: "text", parse: (text) => text };

const LOG: SettingType<LogConfig> = {
  rule: `a level (${LOG_LEVELS.join(", ")}), a format (${LOG_FORMATS.join(", ")}), or both with a comma between`,
  parse: (text) => {
    const words = text.split(",").map((word) => word.trim());
    const level = LOG_LEVELS.find((name) => words.includes(name));
    const format = LOG_FORMATS.find((name) => words.includes(name));
    const known = Number(level !== undefined) + Number(format !== undefined);
    return known === words.length ? { level: level ?? "info", format: format ?? "auto" } : undefined;
  },
};

function setting<Value>(variable: string, fallback: string, type: SettingType<Value>, description: string) {
  return { variable, fallback, type, description } satisfies Setting<Value>;
}

const SETTINGS = {
  store: setting(
    "DIXIT_STORE",
    "file:.dixit/news.grafeo",
    STORE,
    "Where the graph is kept: an embedded file (`file:PATH`), the memory of the process (`memory:`), or a Neo4j server (`neo4j://HOST:7687`, `neo4j+s://…`, `bolt://…`).",
  ),
  storeUser: setting("DIXIT_STORE_USER", "", TEXT, "User name for Neo4j; empty for a server without authentication."),
  port: setting("PORT", "4000", wholeNumber(0, 65_535), "Port to listen on; 0 takes any free one."),
  host: setting(
    "HOST",
    "127.0.0.1",
    HOST,
    "Address to listen on; on another than loopback, introspection and the playground are off and writing needs DIXIT_ADMIN_TOKEN.",
  ),
  playground: setting(
    "DIXIT_PLAYGROUND",
    "auto",
    SWITCH,
    "GraphiQL at `/`: `on`, `off`, or `auto` (on loopback only).",
  ),
  introspection: setting(
    "DIXIT_INTROSPECTION",
    "auto",
    SWITCH,
    "Whether the schema may be asked for: `on`, `off`, or `auto` (on loopback only).",
  ),
  collections: setting("DIXIT_COLLECTIONS", "public", WORDS, "Collections that callers may see, between commas."),
  corsOrigins: setting(
    "DIXIT_CORS_ORIGINS",
    "",
    ORIGINS,
    "Origins of web pages elsewhere that may read the API, between commas; empty for none.",
  ),
  maxDepth: setting("DIXIT_MAX_DEPTH", "15", wholeNumber(1, 100), "Most levels of fields in a query."),
  maxAliases: setting(
    "DIXIT_MAX_ALIASES",
    "50",
    wholeNumber(0, 10_000),
    "Most aliases in a query, those of `__typename` included.",
  ),
  maxTokens: setting("DIXIT_MAX_TOKENS", "2000", wholeNumber(10, 100_000), "Most tokens in the text of a query."),
  maxRelations: setting(
    "DIXIT_MAX_RELATIONS",
    "24",
    wholeNumber(1, 1000),
    "Most relations followed under one root field.",
  ),
  maxCost: setting(
    "DIXIT_MAX_COST",
    "20000",
    wholeNumber(100, 100_000_000),
    "Most that a query may cost: about the rows it has to read.",
  ),
  maxBody: setting("DIXIT_MAX_BODY", "64kB", BYTES, "Largest body of a query."),
  maxMutationBody: setting(
    "DIXIT_MAX_MUTATION_BODY",
    "1MB",
    BYTES,
    "Largest body of a mutation of a caller who may write, such as `importArticles` with its texts.",
  ),
  maxImportBody: setting("DIXIT_MAX_IMPORT_BODY", "2GB", BYTES, "Largest body of one `POST /import`."),
  readTimeoutMs: setting("DIXIT_READ_TIMEOUT", "30s", DURATION, "Time after which a read of the store is given up."),
  log: setting(
    "DIXIT_LOG",
    "info",
    LOG,
    "Level (`error`, `warn`, `info`, `debug`) and format (`text`, `json`) of the log on standard error, such as `warn,json`; text on a terminal and JSON elsewhere unless told.",
  ),
};

const SECRETS = {
  storePassword: { variable: "DIXIT_STORE_PASSWORD", description: "Password for Neo4j." },
  adminToken: {
    variable: "DIXIT_ADMIN_TOKEN",
    description: "Bearer token that allows mutations and `POST /import` on an address that is not loopback.",
  },
} as const;

type Settings = typeof SETTINGS;
type Value<Name extends keyof Settings> = Settings[Name] extends Setting<infer Type> ? Type : never;

/** The configuration as it was given, not yet checked: texts of environment variables by the name of their setting. */
export type ConfigSpec = { readonly [Name in keyof Settings]?: unknown };

/** The configuration, complete and checked; sizes in bytes, times in milliseconds. It holds no secret and may be logged. */
export type Config = { readonly [Name in Exclude<keyof Settings, "playground" | "introspection">]: Value<Name> } & {
  readonly playground: boolean;
  readonly introspection: boolean;
};

/** What must never be logged, kept apart from the rest. */
export type Secrets = { readonly [Name in keyof typeof SECRETS]?: string };

/** An environment variable as the documentation shows it. */
export interface ConfigVariable {
  name: string;
  /** As the user would write it; empty for none. */
  fallback: string;
  description: string;
}

/** Every environment variable of the program, in the order of the documentation. */
export const CONFIG_VARIABLES: readonly ConfigVariable[] = [
  ...Object.values(SETTINGS).map(({ variable: name, fallback, description }) => ({ name, fallback, description })),
  ...Object.values(SECRETS).flatMap(({ variable, description }) => [
    { name: variable, fallback: "", description },
    { name: `${variable}_FILE`, fallback: "", description: `File that holds ${variable} instead.` },
  ]),
  { name: "DIXIT_DEBUG", fallback: "", description: "Set to 1, an unexpected failure shows where in the code it is." },
];

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the configuration out of the environment; InvalidInput names the variable, the rule and what was given. */
export function readConfig(env: Environment): Config {
  const names = Object.keys(SETTINGS) as (keyof Settings)[];
  return configOf(Object.fromEntries(names.map((name) => [name, env[SETTINGS[name].variable]])));
}

/** Completes a configuration with defaults and checks it. */
export function configOf(spec: ConfigSpec): Config {
  const entries = Object.entries(SETTINGS).map(([name, it]) => [
    name,
    readSetting<unknown>(it, spec[name as keyof Settings]),
  ]);
  const values = Object.fromEntries(entries) as { [Name in keyof Settings]: Value<Name> };
  const onLoopback = isLoopback(values.host);
  return {
    ...values,
    playground: isOn(values.playground, onLoopback),
    introspection: isOn(values.introspection, onLoopback),
  };
}

/** Reads the secrets out of the environment, or out of the files that it names; InvalidInput never shows their values. */
export function readSecrets(env: Environment, readFile = (path: string) => readFileSync(path, "utf8")): Secrets {
  const entries = Object.entries(SECRETS).map(([name, { variable }]) => [name, readSecret(variable, env, readFile)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

function isOn(choice: "on" | "off" | "auto", otherwise: boolean): boolean {
  return choice === "auto" ? otherwise : choice === "on";
}

function readSecret(variable: string, env: Environment, readFile: (path: string) => string): string | undefined {
  const given = env[variable];
  const path = env[`${variable}_FILE`];
  if (given && path) throw new InvalidInput(`${variable} and ${variable}_FILE are both set: set one of them.`);
  const secret = path ? readSecretFile(`${variable}_FILE`, path, readFile) : given;
  return secret || undefined;
}

function readSecretFile(variable: string, path: string, readFile: (path: string) => string): string {
  try {
    const secret = readFile(path).replace(/\r?\n$/, "");
    if (secret === "") throw new Error("it is empty");
    return secret;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InvalidInput(
      `${variable} must name a readable file with one line; given: ${JSON.stringify(path)} (${reason}).`,
      {
        cause,
      },
    );
  }
}
