import { expect, test } from "@jest/globals";
import { LIMITS } from "../../src/api/limits/registry.js";
import { CONFIG_VARIABLES } from "../../src/config.js";
import { readPage, tableUnder } from "./markdown.js";

const rows = tableUnder(readPage("docs/api.md").text, "## Limits");

test("docs/api.md names every limit", () => {
  const named = rows.map(([name]) => name).filter((name) => name !== "tokens" && name !== "body");
  expect(named.sort()).toEqual(LIMITS.map(({ name }) => name).sort());
});

test("docs/api.md gives the limits that can be changed their variable and its default", () => {
  for (const [, , shown = "", name = ""] of rows.filter((row) => row[3] !== "")) {
    const fallback = CONFIG_VARIABLES.find((variable) => variable.name === name)?.fallback;
    expect(`${name}=${shown.replaceAll(" ", "")}`).toBe(`${name}=${fallback}`);
  }
});
