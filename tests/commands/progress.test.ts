import { Readable } from "node:stream";
import { expect, test } from "@jest/globals";
import type { Effects } from "../../src/commands/command.js";
import { progressView } from "../../src/commands/progress.js";

function effectsOf(isTerminal: boolean) {
  const out: string[] = [];
  const err: string[] = [];
  const effects: Effects = {
    stdin: Readable.from([]),
    stdout: (text) => void out.push(text),
    stderr: (text) => void err.push(text),
    env: {},
    isTerminal,
    signal: new AbortController().signal,
  };
  return { effects, out, err };
}

test("json prints one line per committed batch", () => {
  const { effects, out } = effectsOf(true);
  const view = progressView("json", effects);
  view.show({ batch: 1, documents: 2, statements: 30 });
  view.show({ batch: 2, documents: 4, statements: 61 });
  view.end();
  expect(out.map((line) => JSON.parse(line))).toEqual([
    { batch: 1, documents: 2, statements: 30 },
    { batch: 2, documents: 4, statements: 61 },
  ]);
});

test("a pipe gets no progress bar", () => {
  const { effects, out, err } = effectsOf(false);
  const view = progressView(undefined, effects);
  view.show({ batch: 1, documents: 2, statements: 30 });
  view.end();
  expect([...out, ...err]).toEqual([]);
});
