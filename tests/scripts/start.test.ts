import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { endOf, printed, SmallProject } from "./small-project.js";

const PRINTS_WORDS = "console.log(JSON.stringify(process.argv.slice(2)));\n";
const WAITS = `
setInterval(() => {}, 1_000);
process.on("SIGTERM", () => process.exit(7));
console.log("waiting");
`;

test("starts the program with the words of `npm start`, and builds it only the first time", async () => {
  using project = new SmallProject({ "src/main.ts": PRINTS_WORDS });
  const first = await project.run("scripts/start.mjs", "--port", "4321");
  expect(first).toMatchObject({ code: 0, output: expect.stringContaining("Building the program") });
  expect(first.output).toContain('["serve","--import-if-empty","import","--port","4321"]');
  expect(statSync(join(project.folder, "dist/main.js")).mode & 0o111).toBe(0o111);

  const again = await project.run("scripts/start.mjs");
  expect(again.output).not.toContain("Building the program");
}, 60_000);

test("a change of source or data is built, and what lost its source goes", async () => {
  using project = new SmallProject({ "src/main.ts": PRINTS_WORDS, "src/old.ts": "", "src/fr/cues.tsv": "dire\n" });
  await project.run("scripts/build.mjs");
  expect(readFileSync(join(project.folder, "dist/fr/cues.tsv"), "utf8")).toBe("dire\n");
  expect(existsSync(join(project.folder, "dist/old.js"))).toBe(true);

  project.write("src/fr/cues.tsv", "affirmer\n");
  project.delete("src/old.ts");
  await project.run("scripts/build.mjs");
  expect(readFileSync(join(project.folder, "dist/fr/cues.tsv"), "utf8")).toBe("affirmer\n");
  expect(existsSync(join(project.folder, "dist/old.js"))).toBe(false);
}, 60_000);

test("a program that does not compile is not started, and is built once it is mended", async () => {
  using project = new SmallProject({ "src/main.ts": 'const wrong: number = "text";\n' });
  const broken = await project.run("scripts/start.mjs");
  expect(broken).toMatchObject({ code: 1, output: expect.stringContaining("Building the program failed") });
  expect(await project.run("scripts/start.mjs")).toMatchObject({ code: 1 });
  project.write("src/main.ts", PRINTS_WORDS);
  expect(await project.run("scripts/start.mjs")).toMatchObject({ code: 0 });
}, 60_000);

test("two at once: one builds, the other waits and uses the result", async () => {
  using project = new SmallProject({ "src/main.ts": PRINTS_WORDS });
  const both = await Promise.all([project.run("scripts/start.mjs"), project.run("scripts/start.mjs")]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(both.filter(({ output }) => output.includes("Building the program"))).toHaveLength(1);
}, 60_000);

test("a set-up that was killed does not hold up the next one", async () => {
  using project = new SmallProject({ "src/main.ts": PRINTS_WORDS });
  const killed = project.start("scripts/start.mjs");
  await printed(killed, "Building the program");
  killed.kill("SIGKILL");
  await endOf(killed);
  expect(existsSync(join(project.folder, ".dixit/setup.lock"))).toBe(true);
  expect(await project.run("scripts/start.mjs")).toMatchObject({ code: 0 });
}, 60_000);

test("the signal and the exit code of the program are those of `npm start`", async () => {
  using project = new SmallProject({ "src/main.ts": WAITS });
  const started = project.start("scripts/start.mjs");
  const ended = endOf(started);
  await printed(started, "waiting");
  started.kill("SIGTERM");
  expect(await ended).toMatchObject({ code: 7, signal: null });
}, 60_000);
