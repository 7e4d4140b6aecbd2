import { expect, test } from "@jest/globals";
import { configurationTable } from "../../src/config-docs.js";
import { readPage } from "./markdown.js";

test("the README shows every variable that the program reads, with its default", () => {
  expect(readPage("README.md").text).toContain(configurationTable());
});
