import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { LOADING_RULES } from "../../src/loading/rules.js";
import { fold } from "../../src/model/fold.js";
import type { Column } from "../../src/sources/csv-columns.js";
import { TABLES } from "../../src/sources/csv-tables.js";
import { HEADER_NAMES } from "../../src/sources/header-lines.js";
import { CORRECTIONS, RECORDS } from "../../src/sources/record-schema.js";
import { RULES } from "../../src/sources/rules.js";
import { folderWith, leftOut, read } from "./inputs.js";

const DOCS = readFileSync("docs/importing.md", "utf8");

/** The examples of the page: fenced blocks with a title, by their file name. */
const EXAMPLES = Object.fromEntries(
  [...DOCS.matchAll(/^```\w+ title="(.+?)"\n([\s\S]*?)^```$/gm)].map(([, name, content]) => [
    name as string,
    content as string,
  ]),
);

/** The rows of the first table below a heading or a line, as cells. */
function tableBelow(line: string): string[][] {
  const rows =
    DOCS.slice(DOCS.indexOf(`${line}\n`) + line.length)
      .match(/(?:^\|.*\|\n)+/m)?.[0]
      .trim()
      .split("\n") ?? [];
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function codes(cell: string | undefined): string[] {
  return [...(cell ?? "").matchAll(/`([^`]+)`/g)].map(([, code]) => code as string);
}

describe("the examples", () => {
  test("are all read without a problem", async () => {
    await using folder = await folderWith(EXAMPLES);
    const { records, problems } = await read([folder.path]);
    expect(problems).toEqual([]);
    const counts: Record<string, number> = {};
    for (const { type } of records) counts[type] = (counts[type] ?? 0) + 1;
    expect(counts).toEqual({ actor: 3, event: 2, topic: 2, document: 2, statement: 2, article: 5, correction: 5 });
  });

  test("say what the page says of them", async () => {
    await using folder = await folderWith(EXAMPLES);
    const articles = Object.fromEntries(
      (await read([folder.path])).records.flatMap((record) =>
        record.type === "article" ? [[record.readAt.file.split("/").at(-1), record]] : [],
      ),
    );
    expect(articles["offensive.txt"]).toMatchObject({
      outlet: "Levant Daily",
      title: "Au Karabakh, l'offensive commence",
    });
    expect(articles["offensive.txt"] && leftOut(articles["offensive.txt"])).toContain("Laisser un commentaire");
    expect(articles["one-line.txt"]).toMatchObject({ publishedAt: "2023-09", text: expect.stringMatching(/^Bakou/) });
    expect(articles["agency.txt"]).toMatchObject({ publishedAt: "2023-09-27", outlet: "AFP" });
    expect(articles["page.html"]).toMatchObject({
      title: "Lachin road reopens",
      outlet: "Northern Courier",
      language: "en",
    });
  });
});

describe("the tables agree with the code", () => {
  test("problem rules", () => {
    const onlyInLoading = Object.fromEntries(Object.entries(LOADING_RULES).filter(([rule]) => !(rule in RULES)));
    expect(tableBelow("## Problems").map(([rule, meaning]) => [codes(rule)[0], meaning])).toEqual(
      Object.entries({ ...RULES, ...onlyInLoading }),
    );
  });

  test("header lines", () => {
    const names = tableBelow("## Articles as plain text").flatMap(([field, others]) =>
      [...codes(field), ...codes(others)].map((name) => [fold(name), codes(field)[0]?.replace(":", "")]),
    );
    expect(Object.fromEntries(names)).toEqual(HEADER_NAMES);
  });

  test.each(TABLES)("columns of $name.csv", ({ name, columns }) => {
    const row = (column: Column): string[] => {
      const bare = column.required ? `**\`${column.name}\`**` : `\`${column.name}\``;
      return [column.perLanguage ? `${bare} \`${column.name}:fr\`` : bare, column.meaning];
    };
    expect(tableBelow(`### ${name}.csv`)).toEqual(columns.map(row));
  });

  test("records", () => {
    const fields = Object.entries(RECORDS).map(([type, { shape }]) => {
      const names = Object.entries(shape).filter(([field]) => field !== "type" && field !== "readAt");
      const that = (isOptional: boolean): string[] =>
        names.flatMap(([name, field]) => (field.safeParse(undefined).success === isOptional ? [name] : [])).sort();
      return [[type], that(false), that(true)];
    });
    const documented = tableBelow("## JSON lines").map((row) => row.map((cell) => codes(cell).sort()));
    expect(documented).toEqual(fields);
  });

  test("corrections", () => {
    const fields = Object.values(CORRECTIONS).map(({ shape }) =>
      Object.keys(shape).filter((key) => key !== "type" && key !== "readAt"),
    );
    expect(tableBelow("## Corrections").map(([cell]) => codes(cell))).toEqual(fields);
  });
});

const SEEDS = "../shared/seeds";
test("five articles of the web are read without a problem", async () => {
  if (!existsSync(SEEDS)) {
    console.warn(`skipped, no ${SEEDS}: the articles that this test reads are not beside the repository`);
    return;
  }
  const { records, problems } = await read([SEEDS]);
  expect(problems).toEqual([]);
  expect(records).toHaveLength(5);
  for (const record of records) {
    if (record.type !== "article") throw new Error(`not an article: ${record.type}`);
    expect(readFileSync(record.readAt.file, "utf8")).toContain(record.text);
  }
});
