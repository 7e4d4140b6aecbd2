import { expect, test } from "@jest/globals";
import { finished, inTurns, type Steps } from "../../src/model/steps.js";

/** Adds numbers up, a millisecond of work for each. */
function* sumOf(numbers: readonly number[]): Steps<number> {
  let sum = 0;
  for (const number of numbers) {
    for (const began = performance.now(); performance.now() - began < 1; );
    sum += number;
    yield;
  }
  return sum;
}

const NUMBERS = Array.from({ length: 200 }, (_, at) => at);

test("steps come to the same, at once and in turns", async () => {
  expect(finished(sumOf([1, 2, 3]))).toBe(6);
  expect(await inTurns(sumOf([1, 2, 3]))).toBe(6);
});

test("in turns everything else goes on meanwhile", async () => {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  finished(sumOf(NUMBERS));
  expect(ticks).toBe(0);
  await inTurns(sumOf(NUMBERS));
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(2);
});

test("a failure in a step is that of the whole", async () => {
  // biome-ignore lint/correctness/useYield: the failure comes before the first step
  const failing = function* (): Steps<number> {
    throw new Error("no");
  };
  expect(() => finished(failing())).toThrow("no");
  await expect(inTurns(failing())).rejects.toThrow("no");
});
