import { expect, test } from "@jest/globals";
import { CONFIG_VARIABLES } from "../../src/config.js";
import { pages, readPage } from "./markdown.js";

/** Variables of the tests, of the compose file itself, and of the command line's last resort. */
const OTHERS = [/^DIXIT_TEST_/, /^DIXIT_PORT$/, /^DIXIT_DEBUG$/];
const KNOWN = new Set(CONFIG_VARIABLES.map(({ name }) => name));

test.each([...pages(), readPage("docker-compose.yml"), readPage("Dockerfile")])(
  "the variables that $path names exist",
  ({ text }) => {
    const named = new Set(text.match(/\bDIXIT_[A-Z0-9_]+\b/g));
    expect([...named].filter((name) => !KNOWN.has(name) && !OTHERS.some((other) => other.test(name)))).toEqual([]);
  },
);

test("the image holds what the package holds", () => {
  const manifest: { files: string[] } = JSON.parse(readPage("package.json").text);
  const copied = readPage("Dockerfile").text.matchAll(/^COPY --from=build \/app\/(\S+)/gm);
  expect([...copied].map(([, path]) => path).sort()).toEqual(
    ["node_modules", "package.json", ...manifest.files].sort(),
  );
});
