import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { SmallProject } from "./small-project.js";

const ROOT = resolve(import.meta.dirname, "../..");

/** The rules that the imports of a small program break, as `rule: from`. */
function violationsOf(files: Record<string, string>): string[] {
  using project = new SmallProject(files);
  const cruiser = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = join(ROOT, ".dependency-cruiser.mjs");
  const { stdout, stderr } = spawnSync(process.execPath, [cruiser, "--config", config, "-T", "json", "src"], {
    cwd: project.folder,
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  const { summary }: { summary: { violations: { rule: { name: string }; from: string }[] } } = JSON.parse(stdout);
  return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
}

const SOUND = {
  "src/main.ts": 'import "./commands/serve.js";\n',
  "src/commands/serve.ts": 'import { open } from "../store/open.js";\nopen();\n',
  "src/store/open.ts": 'import { InvalidInput } from "../errors.js";\nexport const open = () => InvalidInput;\n',
  "src/errors.ts": "export const InvalidInput = 1;\n",
};

test("imports that point one way are fine", () => {
  expect(violationsOf(SOUND)).toEqual([]);
});

test("an import against the layers is found", () => {
  const upwards = 'import "../commands/serve.js";\nexport const open = () => 1;\n';
  expect(violationsOf({ ...SOUND, "src/store/open.ts": upwards })).toContain("layers: store: src/store/open.ts");
  const sideways = { "src/extraction/read.ts": 'import "../store/open.js";\n' };
  expect(violationsOf({ ...SOUND, ...sideways })).toContain("layers: extraction: src/extraction/read.ts");
  const errorsKnow = {
    "src/errors.ts": 'import "./model/fold.js";\nexport const InvalidInput = 1;\n',
    "src/model/fold.ts": "",
  };
  expect(violationsOf({ ...SOUND, ...errorsKnow })).toContain("layers: errors.ts: src/errors.ts");
});

test("modules that import each other are found, also over a third", () => {
  const circle = {
    "src/store/open.ts": 'import "./a.js";\nexport const open = () => 1;\n',
    "src/store/a.ts": 'import "./b.js";\n',
    "src/store/b.ts": 'import "./open.js";\n',
  };
  expect(violationsOf({ ...SOUND, ...circle })).toContain("no-circular: src/store/a.ts");
});

test("a module that nobody uses, a part without a layer and a broken import are found", () => {
  expect(violationsOf({ ...SOUND, "src/store/orphan.ts": "export {};\n" })).toEqual([
    "no-orphans: src/store/orphan.ts",
    "no-unused: src/store/orphan.ts",
  ]);
  expect(violationsOf({ ...SOUND, "src/helpers/a.ts": 'import "../errors.js";\n' })).toContain(
    "layers: unknown: src/helpers/a.ts",
  );
  expect(violationsOf({ ...SOUND, "src/main.ts": 'import "./nowhere.js";\n' })).toContain(
    "not-resolvable: src/main.ts",
  );
});

test("a package for development only is not for the program", () => {
  const files = {
    ...SOUND,
    "src/main.ts": 'import "./commands/serve.js";\nimport "fast-check";\nimport "neo4j-driver";\n',
  };
  expect(violationsOf(files)).toEqual(["no-undeclared-package: src/main.ts"]);
});

test("a TypeScript file over 300 lines is found", () => {
  const lines = (count: number) => "// a line\n".repeat(count);
  using project = new SmallProject({
    "src/fits.ts": lines(300),
    "tests/long.test.ts": lines(301),
    "src/data.json": lines(999),
  });
  const { status, stderr } = spawnSync(process.execPath, [join(project.folder, "scripts/check-length.mjs")], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: "tests/long.test.ts: 301 lines, the limit is 300\n" });
});
