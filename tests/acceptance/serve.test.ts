import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { exampleQueries, jsonOf, type PrintedDiagnosis, type PrintedReport, TemporaryFolder } from "./program.js";
import { Served } from "./served.js";

const ARTICLE = `url: https://journal.example/pont
date: 2023-10-02
title: Le pont de la Ville-Haute rouvrira au printemps

« Le pont rouvrira le premier jour du printemps, quoi qu'il en coûte », a déclaré la maire Odile Quentin.
`;

const ABOUT_THE_BRIDGE = `{ statements(where: { text: { contains: "premier jour du printemps" } }) { nodes { text } } }`;

describe("dixit serve on the sample", () => {
  const folder = new TemporaryFolder();
  const store = `file:${join(folder.path, "sample.grafeo")}`;
  let server: Served;

  beforeAll(async () => {
    server = await Served.start(["--store", store, "--import-if-empty", "import"]);
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
    folder[Symbol.dispose]();
  });

  test.each(exampleQueries())("$name answers with data", async ({ query }) => {
    const { data, errors } = await server.ask<object>(query);
    expect(errors).toBeUndefined();
    expect(hasContent(data)).toBe(true);
  });

  test("is alive and ready, and shows GraphiQL", async () => {
    for (const path of ["/health/live", "/health/ready"]) {
      expect((await fetch(`${server.address}${path}`)).status).toBe(200);
    }
    const page = await fetch(server.address);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toContain("text/html");
  });

  test("takes over an import while it serves", async () => {
    expect(await server.dataOf(ABOUT_THE_BRIDGE)).toEqual({ statements: { nodes: [] } });
    const article = join(folder.path, "pont.txt");
    writeFileSync(article, ARTICLE);

    const report = await jsonOf<PrintedReport>(["import", article, "--store", store, "--json"]);
    expect(report).toMatchObject({ documents: { read: 1, new: 1 }, statements: { new: 1 }, problems: [] });
    const { statements } = await server.dataOf<{ statements: { nodes: { text: string }[] } }>(ABOUT_THE_BRIDGE);
    expect(statements.nodes).toHaveLength(1);

    const again = await jsonOf<PrintedReport>(["import", article, "--store", store, "--json"]);
    expect(again).toMatchObject({ documents: { unchanged: 1 }, written: { nodes: 0, relations: 0 } });
  }, 30_000);

  test("ends cleanly on SIGTERM, and leaves a sound store", async () => {
    expect(await server.stop("SIGTERM")).toMatchObject({ code: 0, signal: null });
    const { counts } = await jsonOf<PrintedDiagnosis>(["doctor", "--store", store, "--json"]);
    expect(counts.Document).toBeGreaterThan(10);
  }, 30_000);
});

/** True when there is a value somewhere that says something: not only nulls, zeros and empty lists. */
function hasContent(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasContent);
  if (value !== null && typeof value === "object") return Object.values(value).some(hasContent);
  return value !== null && value !== undefined && value !== 0 && value !== "" && value !== false;
}
