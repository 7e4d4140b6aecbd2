import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { extract } from "../../src/extraction/extract.js";
import { statementsOf } from "../../src/resolution/statements-of.js";

const SEEDS = "../shared/seeds";
const articles = existsSync(SEEDS) ? readdirSync(SEEDS).filter((name) => name.endsWith(".txt")) : [];

if (articles.length === 0) {
  test("skipped, no ../shared: the press articles given with the project are not in this clone", () => {
    process.stderr.write(
      `\nskipped, no ${SEEDS}: extraction was NOT tried on the press articles given with the project\n\n`,
    );
    expect(existsSync(SEEDS)).toBe(false);
  });
} else {
  test("the five press articles give at least 45 statements, each with its words in the text", () => {
    const found = articles.flatMap((name) => {
      const text = readFileSync(`${SEEDS}/${name}`, "utf8");
      const article = { type: "article" as const, text, boilerplate: [], readAt: { file: name } };
      const found = [...statementsOf(article, extract(text, { publishedAt: "2023-09" }))];
      return found.map((statement) => ({ text, statement }));
    });
    expect(found.length).toBeGreaterThanOrEqual(45);
    for (const { text, statement } of found) {
      const spans = [...(statement.spans ?? []), statement.cueSpan, statement.speakerSpan].filter(
        (span) => span !== undefined,
      );
      for (const { start, end } of spans) expect(text.slice(start, end).trim()).not.toBe("");
    }
  });
}
