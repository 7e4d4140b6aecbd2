import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import { folderWith } from "../sources/inputs.js";

const BENCH = join(import.meta.dirname, "../../bench");
const GOLD = join(import.meta.dirname, "../../../shared/gold");

function runBench(words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(BENCH, "extraction.mjs"), ...words], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("without corpora it says so, where they belong, and scores nothing", async () => {
  await using folder = await folderWith();
  const { status, stdout, stderr } = runBench(["--folder", folder.path, "--only", "scores", "--json"]);
  expect(status).toBe(0);
  expect(stderr).toContain(`there is no ${folder.at("score.mjs")}`);
  expect(stderr).toContain("--folder");
  expect(JSON.parse(stdout)).toEqual({ corpora: [], speed: null });
});

if (!existsSync(GOLD)) {
  test("skipped, no ../shared/gold: the annotated corpora are not beside this clone", () => {
    process.stderr.write("\nskipped, no ../shared/gold: the benchmark of extraction was NOT tried\n\n");
    expect(existsSync(GOLD)).toBe(false);
  });
} else {
  test("of a development corpus it scores the whole and both halves, and tells what confidence is worth", () => {
    const { status, stdout } = runBench(["wikinews-en-dev", "--only", "scores", "--json"]);
    expect(status).toBe(0);
    const [{ name, scores, calibration }] = JSON.parse(stdout).corpora;
    expect(name).toBe("wikinews-en-dev");
    const documents = (part: string) => scores[part].documents;
    expect(documents("seen") + documents("kept")).toBe(documents("all"));
    expect(Object.keys(scores.seen.modes)).toEqual(["exact", "jac80", "jac50", "ggt80", "ggt30"]);
    expect(scores.all.modes.jac50.F).toBeGreaterThan(0.7);
    expect(calibration.tenths.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(calibration.n);
  });

  test("a corpus that is not there is refused", () => {
    expect(runBench(["no-such-corpus", "--only", "scores"])).toMatchObject({ status: 1 });
  });
}

const { documentsOf, renamed } = (await import(pathToFileURL(join(BENCH, "extraction-speed.mjs")).href)) as {
  documentsOf(size: number, folder: string): { language: string; text: string }[];
  renamed(text: string, by: number): string;
};

test("its documents have the size asked for, in both languages, the same each time", () => {
  const documents = documentsOf(10_000, "no such folder");
  expect(new Set(documents.map(({ text }) => text.length))).toEqual(new Set([10_000]));
  expect(new Set(documents.map(({ language }) => language))).toEqual(new Set(["fr", "en"]));
  expect(documentsOf(10_000, "no such folder")).toEqual(documents);
});

test("surnames differ from copy to copy, and nothing else does", () => {
  expect(renamed("Le maire Jean Morel a dit", 1)).toBe("Le maire Jean Musim a dit");
  expect(renamed("Le maire Jean Morel a dit", 0)).toBe("Le maire Jean Morel a dit");
});
