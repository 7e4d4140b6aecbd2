import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { CONFIG_VARIABLES, isLoopback, readConfig, readSecrets } from "../src/config.js";
import { configurationTable, environmentExample } from "../src/config-docs.js";
import { InvalidInput } from "../src/errors.js";

describe("configuration", () => {
  test("an empty environment gives a complete configuration for this machine only", () => {
    expect(readConfig({})).toMatchObject({
      store: "file:.dixit/news.grafeo",
      host: "127.0.0.1",
      port: 4000,
      playground: true,
      introspection: true,
      collections: ["public"],
      corsOrigins: [],
      maxBody: 65_536,
      maxImportBody: 2 * 1024 ** 3,
      readTimeoutMs: 30_000,
      log: { level: "info", format: "auto" },
    });
    expect(Object.values(readConfig({}))).not.toContain(undefined);
  });

  test("an empty value is the default", () => {
    expect(readConfig({ PORT: "", DIXIT_STORE: "" })).toEqual(readConfig({}));
  });

  test.each(["0.0.0.0", "::", "192.168.1.4", "dixit.example"])(
    "on %s schema and playground are off unless asked for",
    (HOST) => {
      expect(readConfig({ HOST })).toMatchObject({ playground: false, introspection: false });
      const asked = readConfig({ HOST, DIXIT_PLAYGROUND: "on", DIXIT_INTROSPECTION: "on" });
      expect(asked).toMatchObject({ playground: true, introspection: true });
    },
  );

  test("loopback is told from what only looks like it", () => {
    expect(["127.0.0.1", "127.1.2.3", "::1", "localhost"].every(isLoopback)).toBe(true);
    expect(["127.0.0.1.example.org", "0.0.0.0", "localhost.example.org", "1.127.0.0"].some(isLoopback)).toBe(false);
  });

  test.each([
    ["file:./news.grafeo"],
    ["memory:"],
    ["neo4j://db:7687"],
    ["neo4j+s://x.databases.neo4j.io"],
    ["bolt://127.0.0.1:7687"],
  ])("DIXIT_STORE takes %s", (DIXIT_STORE) => {
    expect(readConfig({ DIXIT_STORE }).store).toBe(DIXIT_STORE);
  });

  test.each([
    ["PORT", "http"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["HOST", "http://localhost"],
    ["DIXIT_STORE", "news.grafeo"],
    ["DIXIT_STORE", "file:"],
    ["DIXIT_STORE", "http://db:7474"],
    ["DIXIT_PLAYGROUND", "maybe"],
    ["DIXIT_COLLECTIONS", " , "],
    ["DIXIT_CORS_ORIGINS", "https://a.example/path"],
    ["DIXIT_MAX_DEPTH", "1.5"],
    ["DIXIT_MAX_BODY", "64"],
    ["DIXIT_MAX_BODY", "0kB"],
    ["DIXIT_MAX_BODY", "1 toString"],
    ["DIXIT_READ_TIMEOUT", "soon"],
    ["DIXIT_LOG", "loud"],
    ["DIXIT_LOG", "info,debug"],
  ])("%s=%s is refused by its name, its rule and what was given", (variable, value) => {
    const read = () => readConfig({ [variable]: value });
    expect(read).toThrow(InvalidInput);
    expect(read).toThrow(`${variable} must be `);
    expect(read).toThrow(JSON.stringify(value.trim()));
  });

  test("a password in DIXIT_STORE is refused without being shown", () => {
    expect(() => readConfig({ DIXIT_STORE: "neo4j://neo4j:hunter2@db:7687" })).toThrow('"neo4j://***@db:7687"');
    expect(() => readConfig({ DIXIT_STORE: "neo4j://neo4j:hun/ter2@db:7687" })).not.toThrow("hun");
  });

  test("whatever a variable holds, reading ends in a configuration or in InvalidInput", () => {
    const variables = fc.constantFrom(...CONFIG_VARIABLES.map(({ name }) => name));
    fc.assert(
      fc.property(fc.dictionary(variables, fc.string()), (env) => {
        try {
          readConfig(env);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInput);
        }
      }),
    );
  });
});

describe("secrets", () => {
  test("come out of a variable or out of the file it names, without the line end", () => {
    expect(readSecrets({ DIXIT_ADMIN_TOKEN: "open sesame" })).toEqual({ adminToken: "open sesame" });
    expect(readSecrets({ DIXIT_STORE_PASSWORD_FILE: "/run/p" }, () => "hunter2\n")).toEqual({
      storePassword: "hunter2",
    });
    expect(readSecrets({ DIXIT_ADMIN_TOKEN: "" })).toEqual({});
  });

  test("a file that is missing or empty, or both ways at once, are refused by name", () => {
    expect(() => readSecrets({ DIXIT_ADMIN_TOKEN_FILE: "/no/such/file" })).toThrow(/DIXIT_ADMIN_TOKEN_FILE .*ENOENT/);
    expect(() => readSecrets({ DIXIT_ADMIN_TOKEN_FILE: "x" }, () => "\n")).toThrow("it is empty");
    expect(() => readSecrets({ DIXIT_ADMIN_TOKEN: "a", DIXIT_ADMIN_TOKEN_FILE: "b" })).toThrow("are both set");
  });
});

describe("documentation", () => {
  test("every variable has a name of its own and one sentence", () => {
    expect(new Set(CONFIG_VARIABLES.map(({ name }) => name)).size).toBe(CONFIG_VARIABLES.length);
    for (const { description } of CONFIG_VARIABLES) expect(description).toMatch(/^[A-Z].*\.$/);
  });

  test(".env.example is what the program reads", () => {
    expect(readFileSync(new URL("../.env.example", import.meta.url), "utf8")).toBe(environmentExample());
  });

  test("the table has a row for each variable", () => {
    for (const { name } of CONFIG_VARIABLES) expect(configurationTable()).toContain(`| \`${name}\` |`);
  });
});
