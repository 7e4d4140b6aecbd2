import { Readable } from "node:stream";
import { describe, expect, test } from "@jest/globals";
import { EXIT } from "../../src/commands/command.js";
import { EXTRACT } from "../../src/commands/extract.js";
import { parseInvocation } from "../../src/commands/parse.js";
import type { TargetReference } from "../../src/model/record.js";
import { readSources } from "../../src/sources/read-sources.js";
import { collect, folderWith } from "../sources/inputs.js";

const TEXT = "« La trêve tiendra », a assuré Claire Delorme mardi à l'AFP.";
const DOCUMENT = { id: "7", lang: "fr", date: "2023-09-21", text: TEXT };

/** What the command prints and how it ends; JSON lines are read back. */
async function extract(words: readonly string[], stdin = "") {
  let out = "";
  let err = "";
  const code = await EXTRACT.run(parseInvocation(EXTRACT, words), {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    env: {},
    isTerminal: false,
    signal: new AbortController().signal,
  });
  return {
    code,
    err,
    lines: out
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

function linesOf(...values: unknown[]): string {
  return values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");
}

describe("dixit extract --gold", () => {
  test("prints every field that scorers read, in the document's language", async () => {
    const english = { id: "8", lang: "en", text: 'Armenia accused Azerbaijan of "lying".' };
    const { code, lines } = await extract(["--gold", "-"], linesOf(DOCUMENT, english));
    expect(code).toBe(EXIT.OK);
    expect(lines[0]).toEqual({
      id: "7",
      quotes: [
        {
          content_spans: [[2, 18]],
          cue_span: [22, 30],
          speaker_span: [31, 45],
          speaker_resolved: "Claire Delorme",
          type: "direct",
          about: [],
          addressees: [expect.stringMatching(/AFP|Agence France-Presse/)],
          relayed_by: [expect.stringMatching(/AFP|Agence France-Presse/)],
          stance: null,
          content: "La trêve tiendra",
          cue: "a assuré",
          speaker: "Claire Delorme",
          rule: expect.any(String),
          confidence: expect.any(Number),
          way: "name",
          speaker_kind: "PERSON",
          act: "ASSERTION",
          channel: null,
          said_at: "2023-09-19",
        },
      ],
    });
    expect(lines[1]).toMatchObject({
      id: "8",
      quotes: [{ speaker_resolved: "Armenia", about: ["Azerbaijan"], stance: "NEGATIVE" }],
    });
  });

  test("every span is the words it stands for", async () => {
    const text = `😀 ${TEXT}\r\n\r\nElle a ajouté que la route « rouvrira », selon l’AFP.`;
    const { lines } = await extract(["--gold", "-"], linesOf({ id: "1", text }));
    const cut = (span: [number, number] | null) => span && text.slice(...span);
    expect(lines[0].quotes).toHaveLength(2);
    for (const quote of lines[0].quotes) {
      expect(quote.content_spans.map(cut).join(" … ")).toBe(quote.content);
      expect([cut(quote.cue_span), cut(quote.speaker_span)]).toEqual([quote.cue, quote.speaker]);
    }
  });

  test("a floating quotation has a speaker, and no place where the speaker stands", async () => {
    const text = '"We lost the harvest," farmer Tom Hale said. "Nobody came to help us."';
    const { lines } = await extract(["--gold", "-"], linesOf({ id: "1", lang: "en", text }));
    expect(lines[0].quotes[1]).toMatchObject({ cue_span: null, speaker_span: null, speaker_resolved: "Tom Hale" });
  });

  test.each([
    ["no language", {}],
    ["null for language and date", { lang: null, date: null }],
    ["a partial date", { date: "2023-09" }],
    ["annotations and other fields", { quotes: [{ type: "direct" }], aliases: {}, licence: "CC BY" }],
  ])("%s is allowed", async (_, fields) => {
    const { code, lines } = await extract(["--gold", "-"], linesOf({ id: "1", text: TEXT, ...fields }));
    expect(code).toBe(EXIT.OK);
    expect(lines[0].quotes).toHaveLength(1);
  });

  test.each([
    ["{", "bad-json"],
    ["[1]", "bad-json"],
    [{ text: "x" }, "missing-field"],
    [{ id: 3, text: "x" }, "bad-value"],
    [{ id: "3" }, "missing-field"],
    [{ id: "3", text: 4 }, "bad-value"],
    [{ id: "3", text: "x", lang: "French" }, "bad-value"],
    [{ id: "3", text: "x", date: "yesterday" }, "bad-date"],
  ])("%j is a problem with its line, and the rest goes on", async (line, rule) => {
    const { code, err, lines } = await extract(["--gold", "-"], linesOf(DOCUMENT, "", line, DOCUMENT));
    expect(code).toBe(EXIT.PROBLEMS);
    expect(err).toMatch(new RegExp(`^-:3(?::\\d+)?: .+ \\[${rule}\\]\n$`));
    expect(lines).toHaveLength(2);
  });

  test("a document in a third language is printed without quotes, and reported", async () => {
    const { code, err, lines } = await extract(["--gold", "-"], linesOf({ ...DOCUMENT, lang: "de" }));
    expect([code, lines]).toEqual([EXIT.PROBLEMS, [{ id: "7", quotes: [] }]]);
    expect(err).toMatch(/^-:1: .*"de".*\[unread-language\]\n$/);
  });

  test("files that are missing or empty are problems", async () => {
    await using folder = await folderWith({ "empty.jsonl": "", "one.jsonl": linesOf(DOCUMENT) });
    const paths = ["no.jsonl", "empty.jsonl", "one.jsonl"].map(folder.at);
    const { code, err, lines } = await extract(["--gold", ...paths]);
    expect(code).toBe(EXIT.PROBLEMS);
    expect(err).toMatch(/missing-path.*\n.*empty-file/);
    expect(lines).toHaveLength(1);
  });
});

describe("dixit extract --codebook", () => {
  const TOPICS = "name:fr;terms:fr\nCessez-le-feu;trêve|cessez-le-feu\n";

  test("names the events and topics of the contents, with their words and place", async () => {
    await using folder = await folderWith({ "book/topics.csv": TOPICS, "a.txt": TEXT });
    const { code, lines } = await extract([folder.at("a.txt"), "--codebook", folder.at("book")]);
    expect(code).toBe(EXIT.OK);
    const about: TargetReference[] = lines[0].statements[0].about;
    expect(about).toEqual([{ topic: "cessez-le-feu", asWritten: "trêve", span: { start: 5, end: 10 } }]);
    expect(lines[0].text.slice(5, 10)).toBe("trêve");
  });

  test("the words are found in every part of a split content, and counted in the whole text", async () => {
    const text = "« La route ouvre, a assuré Claire Delorme. La trêve tiendra. »";
    await using folder = await folderWith({ "book/topics.csv": TOPICS, "a.txt": text });
    const { lines } = await extract([folder.at("a.txt"), "--codebook", folder.at("book")]);
    const [target] = lines[0].statements[0].about;
    expect(text.slice(target.span.start, target.span.end)).toBe("trêve");
  });

  test("the codebook of the sample is read", async () => {
    const { code, lines } = await extract(["import/news/02-cessez-le-feu.txt", "--codebook", "import/codebook"]);
    expect(code).toBe(EXIT.OK);
    const about: TargetReference[] = lines[0].statements.flatMap(({ about }: { about: TargetReference[] }) => about);
    expect(about.filter(({ topic, event }) => topic ?? event).length).toBeGreaterThan(0);
    for (const { span, asWritten } of about) expect(lines[0].text.slice(span?.start, span?.end)).toBe(asWritten);
  });

  test("a bad row of it is a problem, and the rest is used", async () => {
    await using folder = await folderWith({ "book/topics.csv": `${TOPICS}a;b;c\n`, "a.txt": TEXT });
    const { code, err, lines } = await extract([folder.at("a.txt"), "--codebook", folder.at("book")]);
    expect(code).toBe(EXIT.PROBLEMS);
    expect(err).toContain("ragged-row");
    expect(lines[0].statements[0].about).toHaveLength(1);
  });

  test("a folder that defines nothing is refused, and so are both options at once", async () => {
    await using folder = await folderWith({ "a.txt": TEXT });
    await expect(extract([folder.at("a.txt"), "--codebook", folder.path])).rejects.toThrow(
      /defines no event, topic or actor/,
    );
    await expect(extract(["--gold", "-", "--codebook", folder.path])).rejects.toThrow(/--gold.*--codebook/);
  });
});

test("what it prints for articles is imported as the same statements", async () => {
  await using folder = await folderWith({ "a.txt": `date: 2023-09-21\n\n${TEXT}` });
  const { lines } = await extract([folder.at("a.txt")]);
  await using printed = await folderWith({ "found.jsonl": linesOf(...lines) });
  const { records, problems } = await collect(readSources([printed.path]));
  expect(problems).toEqual([]);
  expect(records).toEqual(lines);
});
