import { chmod, symlink } from "node:fs/promises";
import { join, relative } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { NODE_FILES } from "../../src/sources/files.js";
import { recordSetOf } from "../../src/sources/record-set.js";
import { broken, folderWith, inPieces, read, readFileOf } from "./inputs.js";

const TOPIC = '{"type":"topic","name":"Trêve"}\n';
const TEXT = "Erevan se tait depuis lundi.";

describe("folders", () => {
  test("are read in sorted order, at any depth; hidden files and README are passed over", async () => {
    await using folder = await folderWith({
      "b.txt": TEXT,
      "a/2.txt": TEXT,
      "a/10.txt": TEXT,
      ".hidden": TEXT,
      ".git/config": TEXT,
      "README.md": TEXT,
      "a/License": TEXT,
    });
    const { records } = await read([folder.path]);
    expect(records.map(({ readAt }) => relative(folder.path, readAt.file))).toEqual(["a/10.txt", "a/2.txt", "b.txt"]);
    expect((await read([folder.at(".hidden")])).records).toHaveLength(1);
  });

  test("tables come before JSON lines, and both before texts, in whatever order they are given", async () => {
    await using folder = await folderWith({
      "a/x.txt": TEXT,
      "b/y.jsonl": TOPIC,
      "c/topics.csv": "name\nTrêve\n",
      "d.txt": TEXT,
    });
    const { records } = await read([folder.at("d.txt"), folder.at("b"), folder.path]);
    const files = records.map(({ readAt }) => relative(folder.path, readAt.file));
    expect(files).toEqual(["c/topics.csv", "b/y.jsonl", "b/y.jsonl", "d.txt", "a/x.txt", "d.txt"]);
  });

  test("a loop of symbolic links is a problem, once, and the rest is read", async () => {
    await using folder = await folderWith({ "a/b/text.txt": TEXT, "z.txt": TEXT });
    await symlink(folder.path, folder.at("a/b/loop"));
    await symlink("self", folder.at("self"));
    await symlink(folder.at("a"), folder.at("same"));
    const result = await read([folder.path]);
    expect(result.problems.map(({ rule, place }) => `${rule} ${relative(folder.path, place.file)}`)).toEqual([
      "directory-loop a/b/loop",
      "directory-loop self",
    ]);
    expect(result.records).toHaveLength(2);
  });

  test("an empty folder, a missing path and a broken link are problems", async () => {
    await using folder = await folderWith({ "x/.keep": "" });
    await symlink(folder.at("gone"), folder.at("x/link"));
    await using empty = await folderWith();
    expect(broken(await read([folder.path, folder.at("nothing"), folder.at("x/.keep/y"), empty.path]))).toEqual([
      "missing-path",
      "missing-path",
      "missing-path",
      "empty-folder",
    ]);
  });
});

describe("files that cannot be read", () => {
  test("without permission", async () => {
    await using folder = await folderWith({ "a.txt": TEXT, "b.txt": TEXT });
    await chmod(folder.at("a.txt"), 0);
    const denied = Object.assign(new Error("EACCES: permission denied, open"), { code: "EACCES", syscall: "open" });
    const mayReadAll = process.getuid?.() === 0;
    // The superuser may read everything, so that a refusal has to be made for it.
    const open: typeof NODE_FILES.open = (path) => {
      if (path !== folder.at("a.txt")) return NODE_FILES.open(path);
      return (async function* () {
        yield* [];
        throw denied;
      })();
    };
    const result = await read([folder.path], {}, { files: mayReadAll ? { ...NODE_FILES, open } : NODE_FILES });
    expect(result.problems).toEqual([
      {
        place: { file: folder.at("a.txt") },
        rule: "unreadable-file",
        message: expect.stringContaining("may not read"),
      },
    ]);
    expect(result.records).toHaveLength(1);
  });

  test("that fail in the middle: what was read stands, and the next file is read", async () => {
    await using folder = await folderWith({ "a.jsonl": TOPIC, "b.txt": TEXT });
    const failing: typeof NODE_FILES.open = async function* (path) {
      if (path.endsWith("b.txt")) return yield* NODE_FILES.open(path);
      yield Buffer.from(TOPIC.repeat(4000));
      throw Object.assign(new Error("EIO"), { code: "EIO", syscall: "read" });
    };
    const result = await read([folder.path], {}, { files: { ...NODE_FILES, open: failing } });
    expect(broken(result)).toEqual(["unreadable-file"]);
    expect(result.records.at(-1)?.type).toBe("article");
    expect(result.records).toHaveLength(4001);
  });

  test.each([
    ["empty.txt", "", "empty-file"],
    ["blank.jsonl", " \n\n", "empty-file"],
    ["a.pdf", "%PDF-1.7 …", "binary-file"],
    ["a.docx", Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), "binary-file"],
    ["a.txt", Buffer.from("\u0000\u0001abc"), "binary-file"],
    ["a.txt", Buffer.from("utf-16 without mark", "utf16le"), "binary-file"],
    ["a.txt", Buffer.from("Sans accent, puis \xe9t\xe9.", "latin1"), "encoding:1"],
    ["feed.xml", "<?xml version='1.0'?><rss></rss>", "unknown-format"],
    ["a.json", '{\n  "type": "topic"\n}', "unknown-format"],
    ["a.txt", '[{"type":"topic"}]', "unknown-format"],
  ])("%s: %j is a problem", async (name, content, rule) => {
    const result = await readFileOf(name, content);
    expect(broken(result)).toEqual([rule]);
    expect(result.records).toEqual([]);
  });

  test("an article of 50 MB is a problem that tells both sizes", async () => {
    const result = await readFileOf("big.txt", Buffer.alloc(50 * 1024 * 1024, "Un texte long. "));
    expect(broken(result)).toEqual(["too-large"]);
    expect(result.problems[0]?.message).toMatch(/50 MB.*20 MB/);
  });
});

describe("sources are told by content", () => {
  test.each([
    ["records.txt", TOPIC, "topic"],
    [
      "saved",
      `<!DOCTYPE html><html><body><article>${`<p>${TEXT} ${TEXT} ${TEXT}</p>`.repeat(4)}</article></body></html>`,
      "article",
    ],
    ["actors.txt", "name,kind,wikidataId\nAda,PERSON,Q1\n", "actor"],
    ["[VIDEO].txt", "[VIDEO] Goris, la nuit\n\nDes voitures partout.", "article"],
    ["data.json", TOPIC, "topic"],
  ])("%s", async (name, content, type) => {
    const { records, problems } = await readFileOf(name, content);
    expect(problems).toEqual([]);
    expect(records.map((record) => record.type)).toEqual([type]);
  });
});

describe("encodings", () => {
  const bigEndian = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, "utf16le").swap16();

  test.each([
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${TOPIC}`)],
    ["UTF-16 little-endian", Buffer.from(`\uFEFF${TOPIC}`, "utf16le")],
    ["UTF-16 big-endian", bigEndian(TOPIC)],
  ])("%s", async (_, bytes) => {
    expect((await readFileOf("r.jsonl", bytes)).records).toMatchObject([{ name: "Trêve" }]);
  });

  test("damaged UTF-16 is a problem of its line", async () => {
    const broken16 = Buffer.concat([
      bigEndian(`${TOPIC}{"type":"topic","name":"`),
      Buffer.from([0xd8, 0x3d]),
      bigEndian(`"}\n${TOPIC}`).subarray(2),
    ]);
    const result = await readFileOf("r.jsonl", broken16);
    expect(broken(result)).toEqual(["encoding:2"]);
    expect(result.records).toHaveLength(2);
    expect(broken(await readFileOf("a.txt", bigEndian("abc").subarray(0, 7)))).toEqual(["encoding:1"]);
  });
});

test("standard input is `-`", async () => {
  const { records } = await read(["-"], { stdin: inPieces(Buffer.from(TOPIC + TOPIC), [7]) });
  expect(records).toMatchObject([{ readAt: { file: "-", line: 1 } }, { readAt: { file: "-", line: 2 } }]);
});

test("the collection is given to what names none", async () => {
  await using folder = await folderWith({ "a.txt": TEXT, "b.txt": `collection: own\n\n${TEXT}`, "c.jsonl": TOPIC });
  const { records } = await read([folder.path], { collection: "veille" });
  expect(records).toMatchObject([{ type: "topic" }, { collection: "veille" }, { collection: "own" }]);
  expect(records[0]).not.toHaveProperty("collection");
});

test("leaving off early closes the file", async () => {
  let closed = false;
  const stdin = (async function* () {
    try {
      for (;;) yield Buffer.from(TOPIC.repeat(4000));
    } finally {
      closed = true;
    }
  })();
  const { readSources } = await import("../../src/sources/read-sources.js");
  for await (const _ of readSources(["-"], { stdin })) break;
  expect(closed).toBe(true);
});

test.each([
  ["-", "stdin"],
  ["data/study/actors.csv", "study"],
  ["data/records.jsonl", "records"],
  ["records.v2.ndjson", "records.v2"],
  [".jsonl", ".jsonl"],
])("the record set of %s is %s", (file, set) => {
  expect(recordSetOf(file)).toBe(set);
});

test("the record set of a CSV file named alone is its folder", () => {
  expect(recordSetOf("actors.csv", "/data/study")).toBe("study");
  expect(recordSetOf(join("..", "actors.csv"), "/data/study/more")).toBe("study");
});
