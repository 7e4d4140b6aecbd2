import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { anchorsOf, localLinks, type Page, pages, ROOT } from "./markdown.js";

test.each(pages())("the links of $path lead somewhere", (page) => {
  expect(localLinks(page.text).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
});

function leadsSomewhere(page: Page, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const file = path === "" ? join(ROOT, page.path) : join(ROOT, dirname(page.path), path);
  if (!existsSync(file)) return false;
  return anchor === undefined || anchorsOf(readFileSync(file, "utf8")).includes(anchor);
}
