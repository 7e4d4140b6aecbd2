import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { SmallProject } from "./small-project.js";

const LOCK = {
  lockfileVersion: 3,
  packages: {
    "node_modules/tool": {
      version: "2.0.0",
      resolved: "https://registry.example/tool.tgz",
      dev: true,
      optionalDependencies: {
        "@tool/linux-x64-gnu": "2.0.0",
        "@tool/linux-arm64-musl": "2.0.0",
        "@tool/darwin-arm64": "2.0.0",
        anything: "^1.0.0",
      },
    },
    "node_modules/@tool/linux-x64-gnu": { version: "2.0.0", integrity: "sha512-x", optional: true },
  },
};

test("adds the binaries of other platforms to the lock file, once, and no addresses", async () => {
  using project = new SmallProject({ "package-lock.json": JSON.stringify(LOCK) });
  const lockOf = () => JSON.parse(readFileSync(join(project.folder, "package-lock.json"), "utf8")).packages;

  expect((await project.run("scripts/complete-lock.mjs")).output).toContain("2 optional packages added");
  const completed = lockOf();
  expect(completed["node_modules/@tool/linux-arm64-musl"]).toEqual({
    version: "2.0.0",
    cpu: ["arm64"],
    dev: true,
    libc: ["musl"],
    optional: true,
    os: ["linux"],
  });
  expect(completed["node_modules/@tool/darwin-arm64"]).toMatchObject({
    cpu: ["arm64"],
    os: ["darwin"],
    optional: true,
  });
  expect(completed["node_modules/@tool/linux-x64-gnu"]).toEqual(LOCK.packages["node_modules/@tool/linux-x64-gnu"]);
  expect(JSON.stringify(completed)).not.toContain("resolved");

  expect((await project.run("scripts/complete-lock.mjs")).output).toContain("0 optional packages added");
  expect(lockOf()).toEqual(completed);
});
