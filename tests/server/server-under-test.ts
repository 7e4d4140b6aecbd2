import { EventEmitter, once } from "node:events";
import { request as httpRequest } from "node:http";
import { buildSchema, type GraphQLSchema } from "graphql";
import { type ConfigSpec, configOf } from "../../src/config.js";
import { InvalidInput } from "../../src/errors.js";
import { createLog } from "../../src/log.js";
import { type RunningServer, type ServerOptions, startServer } from "../../src/server/http.js";

/** A little newsroom: enough to be deep, paged and written to. */
export const SCHEMA: GraphQLSchema = buildSchema(`
  type Query { hello(name: String = "world"): String books(first: Int = 20): [Book!]! book(id: Int): Book fails(how: String): String slow: String }
  type Mutation { rename(text: String!): Int }
  type Book { id: ID! title: String author: Author! }
  type Author { name: String books: [Book!]! }
`);

const BOOK = { id: "1", title: "Ali and Nino", author: () => ({ name: "Kurban Said", books: () => [BOOK, BOOK] }) };

/** Says `started` when somebody asks for `slow`, and is waited for to say `finish`. */
export const SLOW = new EventEmitter();

const ROOT = {
  hello: ({ name }: { name: string }) => `Hello, ${name}`,
  books: () => [BOOK, BOOK],
  book: () => BOOK,
  rename: ({ text }: { text: string }) => text.length,
  slow: async () => {
    SLOW.emit("started");
    await once(SLOW, "finish");
    return "at last";
  },
  fails: ({ how }: { how: string }) => {
    if (how === "input") throw new InvalidInput("A name must not be empty; given: ''. Give one.");
    throw new Error("MATCH (n) RETURN n failed at bolt://neo4j:hunter2@db:7687");
  },
};

/** Root values as field resolvers of the schema, since the server sets no root value. */
for (const type of [SCHEMA.getQueryType(), SCHEMA.getMutationType()]) {
  for (const [name, field] of Object.entries(type?.getFields() ?? {})) {
    field.resolve = (_root, given) => ROOT[name as keyof typeof ROOT](given as never);
  }
}

export type GivenOptions = Partial<Omit<ServerOptions<object>, "config">> & { config?: ConfigSpec };

/** A server of the schema above on a free port; what it logs is collected in `lines`. */
export async function openServer(
  { config, ...options }: GivenOptions = {},
  lines: string[] = [],
): Promise<ServerUnderTest> {
  const complete = configOf({ port: "0", ...config });
  const effects = { write: (line: string) => void lines.push(line), isTerminal: false, now: () => new Date(0) };
  const log = createLog(complete.log, options.secrets, effects);
  const server = await startServer(
    {
      schema: SCHEMA,
      context: () => ({}),
      ready: async () => {},
      examples: [],
      publicFolder: "no-such-folder",
      ...options,
      config: complete,
    },
    log,
  );
  return { ...server, lines, [Symbol.asyncDispose]: server.close };
}

export interface ServerUnderTest extends RunningServer, AsyncDisposable {
  lines: string[];
}

/** What came back. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
}

/** Sends a request as it is, with any header, which `fetch` would not. */
export function send(
  url: string,
  init: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      url,
      { method: init.method ?? "GET", headers: init.headers, agent: false },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
        response.on("error", reject);
      },
    );
    request.on("error", reject);
    request.end(init.body);
  });
}

/** Posts a GraphQL request in JSON. */
export function ask(url: string, body: object | string, headers: Record<string, string> = {}): Promise<Answer> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return send(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: text,
  });
}
