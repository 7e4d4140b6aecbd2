import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

const SCRIPTS = join(import.meta.dirname, "../../scripts");

/** Evaluates an expression over the exports of one of our scripts, in a Node of its own. */
function evaluate(script: string, expression: string): unknown {
  const url = pathToFileURL(join(SCRIPTS, script)).href;
  const program = `import * as script from ${JSON.stringify(url)}; console.log(JSON.stringify(${expression}));`;
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" }));
}

test("an old Node is told what it needs", () => {
  const url = pathToFileURL(join(SCRIPTS, "node-version.mjs")).href;
  const program = `import { requireNode } from ${JSON.stringify(url)}; requireNode(process.env.VERSION);`;
  const with18 = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    env: { ...process.env, VERSION: "20.18.3" },
    encoding: "utf8",
  });
  expect(with18).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("needs Node.js 20.19 or newer; this is 20.18.3"),
  });
  for (const VERSION of ["20.19.0", "22.0.0", "24.1.0"]) {
    const fine = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      env: { ...process.env, VERSION },
    });
    expect(fine.status).toBe(0);
  }
});

describe("whether node_modules is what package-lock.json asks for", () => {
  const folder = mkdtempSync(join(tmpdir(), "dixit-installed-"));
  const wanted = {
    "": {},
    "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/b-darwin": { version: "1.0.0", optional: true, os: ["darwin"] },
    "node_modules/b-linux": { version: "1.0.0", optional: true, os: ["linux"] },
  };
  const { "": _, "node_modules/b-darwin": __, ...onLinux } = wanted;

  beforeAll(() => {
    mkdirSync(join(folder, "node_modules"));
    writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages: wanted }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const isInstalled = (platform: string) =>
    evaluate("ensure.mjs", `script.isInstalled(${JSON.stringify(folder)}, { platform: "${platform}", arch: "x64" })`);
  const install = (packages: object) =>
    writeFileSync(join(folder, "node_modules/.package-lock.json"), JSON.stringify({ packages }));

  test("nothing there, or an install that was killed: no", () => {
    expect(isInstalled("linux")).toBe(false);
  });

  test("all there but for the binaries of other platforms: yes, on this platform", () => {
    install(onLinux);
    expect(isInstalled("linux")).toBe(true);
    expect(isInstalled("darwin")).toBe(false);
  });

  test("a package of another version, with another hash, or missing: no", () => {
    install({ ...onLinux, "node_modules/a": { version: "1.0.1", integrity: "sha512-a" } });
    expect(isInstalled("linux")).toBe(false);
    install({ ...onLinux, "node_modules/a": { version: "1.0.0", integrity: "sha512-b" } });
    expect(isInstalled("linux")).toBe(false);
    install({ "node_modules/b-linux": onLinux["node_modules/b-linux"] });
    expect(isInstalled("linux")).toBe(false);
  });

  test("a record that is cut short: no", () => {
    writeFileSync(join(folder, "node_modules/.package-lock.json"), '{"packages": {');
    expect(isInstalled("linux")).toBe(false);
  });
});
