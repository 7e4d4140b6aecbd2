import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { namedQuery } from "../../web/playground/examples.js";
import { operationToRun } from "../../web/playground/operation-name.js";
import { openServer, type ServerUnderTest } from "../server/server-under-test.js";
import { findChromium, visit } from "./browser.js";

const EXAMPLES = [
  {
    title: "Who wrote which book?",
    query: "# Who wrote which book?\n{\n  books {\n    title\n    author { name }\n  }\n}\n",
  },
  { title: "Say hello", query: 'query Greeting {\n  hello(name: "Tbilisi")\n}\n' },
];

describe("example queries", () => {
  test("an operation without a name takes that of its title, after comments, and only then", () => {
    expect(namedQuery({ title: "Où l'a-t-il dit ?", query: "# x\n\n{ a { b } }" })).toBe(
      "# x\n\nquery OuLATIlDit { a { b } }",
    );
    expect(namedQuery({ title: "5 voices", query: "{ a }" })).toBe("query Example5Voices { a }");
    for (const query of ["query Q { a }", "fragment F on A { b } query Q { a }", 'mutation { a(b: "{") }']) {
      expect(namedQuery({ title: "Other", query })).toBe(query);
    }
  });
});

describe("the operation to run", () => {
  test("is the one given only if the text has it", () => {
    const two = "query A { a } query B { b }";
    expect(operationToRun(two, "B")).toBe("B");
    expect(operationToRun(two, "Before")).toBeUndefined();
    expect(operationToRun("query A { a }", "Before")).toBe("A");
    expect(operationToRun("{ a }", "Before")).toBeUndefined();
    expect(operationToRun("query A { a", "A")).toBe("A");
  });
});

const executable = findChromium();
const inBrowser = executable ? describe : describe.skip;

inBrowser("the playground in a browser", () => {
  const publicFolder = mkdtempSync(join(tmpdir(), "dixit-playground-"));
  let server: ServerUnderTest;

  beforeAll(async () => {
    await build(publicFolder);
    server = await openServer({ publicFolder, examples: EXAMPLES });
  }, 120_000);

  afterAll(async () => {
    await server?.close();
    rmSync(publicFolder, { recursive: true, force: true });
  });

  test("opens with the examples as tabs, runs them, completes, and asks nobody else", async () => {
    await using browser = await visit(executable ?? "", server.url);
    const { page, complaints } = browser;
    await page.goto(server.url);
    await page.getByRole("tab", { name: "WhoWroteWhichBook" }).waitFor();
    expect(await page.title()).toMatch(/^Dixit/);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");

    // Until both editors are there, GraphiQL takes no order.
    await page.locator(".graphiql-query-editor").getByText("books").first().waitFor();
    await page.locator(".graphiql-response .monaco-editor").waitFor();
    await page.getByRole("button", { name: /execute query/i }).click();
    await page.locator(".graphiql-response").getByText("Kurban Said").first().waitFor();
    await page.screenshot({ path: join(tmpdir(), "dixit-playground.png") });

    await page.getByRole("tab", { name: "Greeting" }).click();
    await page.locator(".graphiql-query-editor").getByText("hello").first().waitFor();
    await page.getByRole("button", { name: /execute query/i }).click();
    await page.locator(".graphiql-response").getByText("Hello, Tbilisi").waitFor();

    // The documentation and the completion come from the schema, the latter through a worker.
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await page.locator(".graphiql-doc-explorer").getByText("Query", { exact: true }).first().waitFor();
    expect(page.workers().length).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  }, 120_000);

  test("marks a mistake while it is written, which needs the worker of the language", async () => {
    await using browser = await visit(executable ?? "", server.url, { colorScheme: "dark" });
    const { page, complaints } = browser;
    await page.goto(server.url);
    await page.locator(".graphiql-query-editor").getByText("books").first().waitFor();
    await page.getByRole("tab", { name: "Greeting" }).click();
    await page.locator(".graphiql-query-editor").getByText("hello").first().click();
    await page.keyboard.press("End");
    await page.keyboard.type(" nosuchfield");
    await page.locator(".graphiql-query-editor .squiggly-error").first().waitFor();
    await page.screenshot({ path: join(tmpdir(), "dixit-playground-dark.png") });
    expect(complaints).toEqual([]);
  }, 120_000);
});

/** Builds the playground as `npm run build` does, into another folder. */
async function build(folder: string): Promise<void> {
  const vite = [
    "node_modules/vite/bin/vite.js",
    "build",
    "--config",
    "web/playground/vite.config.mjs",
    "--outDir",
    folder,
  ];
  await promisify(execFile)(process.execPath, vite, { env: { ...process.env, NODE_OPTIONS: "" } });
}
