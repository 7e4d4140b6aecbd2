import { InvalidInput } from "../errors.js";

/** A text that prints as stars wherever it is logged. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself, for the one place that needs it. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return "***";
  }

  toJSON(): string {
    return this.toString();
  }
}

export interface MemoryTarget {
  kind: "memory";
}

export interface FileTarget {
  kind: "file";
  path: string;
}

export interface ServerTarget {
  kind: "neo4j";
  /** Address without database, user and password. */
  address: string;
  database: string;
  user?: string;
  password?: Secret;
}

/** Where a graph is stored. */
export type StoreTarget = MemoryTarget | FileTarget | ServerTarget;

export const DEFAULT_DATABASE = "neo4j";
const SERVER_SCHEMES = ["neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"];
const FORMS = "file:PATH, memory:, neo4j://HOST[:PORT][/DATABASE], neo4j+s://…, neo4j+ssc://…, bolt://… or bolt+s://…";

/** What a store's address means; `secrets` are the user and password of a server. InvalidInput says which form is wrong. */
export function parseStoreTarget(uri: string, secrets: { user?: string; password?: string } = {}): StoreTarget {
  const scheme = uri.slice(0, Math.max(0, uri.indexOf(":"))).toLowerCase();
  if (scheme === "memory") return parseMemory(uri);
  if (scheme === "file") return parseFile(uri);
  if (SERVER_SCHEMES.includes(scheme)) return parseServer(uri, secrets);
  throw new InvalidInput(`The store must be one of ${FORMS}; given: ${withoutCredentials(uri)}`);
}

/** The address of a store as it may be shown and logged; `parseStoreTarget` reads it again. */
export function printStoreTarget(target: StoreTarget): string {
  if (target.kind === "memory") return "memory:";
  if (target.kind === "file") return `file:${target.path}`;
  return target.database === DEFAULT_DATABASE ? target.address : `${target.address}/${target.database}`;
}

function parseMemory(uri: string): MemoryTarget {
  if (uri.length > "memory:".length) throw new InvalidInput(`memory: takes nothing after the colon; given: ${uri}`);
  return { kind: "memory" };
}

function parseFile(uri: string): FileTarget {
  const path = uri.slice("file:".length).replace(/^\/\/(?=\/)/, "");
  if (path === "" || path.endsWith("/")) {
    throw new InvalidInput(`file: needs the path of a file, such as file:./news.grafeo; given: ${uri}`);
  }
  if (path.startsWith("//")) throw new InvalidInput(`file: takes a path, not a host; given: ${uri}`);
  return { kind: "file", path };
}

function parseServer(uri: string, secrets: { user?: string; password?: string }): ServerTarget {
  if (!URL.canParse(uri))
    throw new InvalidInput(`The store must be one of ${FORMS}; given: ${withoutCredentials(uri)}`);
  const url = new URL(uri);
  if (url.username !== "" || url.password !== "") {
    throw new InvalidInput(
      `A store's address must not hold user or password, they would end up in logs; ` +
        `give them on their own, and only ${withoutCredentials(uri)} as the address`,
    );
  }
  const [database = "", ...rest] = url.pathname.split("/").filter((part) => part !== "");
  if (url.hostname === "" || rest.length > 0 || url.hash !== "" || url.search !== "") {
    throw new InvalidInput(`A server's address is ${url.protocol}//HOST[:PORT][/DATABASE]; given: ${uri}`);
  }
  return {
    kind: "neo4j",
    address: `${url.protocol}//${url.host}`,
    database: database || DEFAULT_DATABASE,
    ...parseSecrets(secrets),
  };
}

function parseSecrets({ user, password }: { user?: string; password?: string }): { user?: string; password?: Secret } {
  if (!user && !password) return {};
  if (!user || !password) {
    throw new InvalidInput(
      `A server needs both a user and a password, or neither; given: only a ${user ? "user" : "password"}`,
    );
  }
  return { user, password: new Secret(password) };
}

/** Everything between the scheme and the last @ may be a secret, also where the rest is no address. */
function withoutCredentials(uri: string): string {
  return uri.replace(/^([a-z0-9+]+:\/\/)?.*@/is, "$1");
}
