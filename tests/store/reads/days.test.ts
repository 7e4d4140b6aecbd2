import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { windowsOf } from "../../../src/store/reads/days.js";
import { columnsOf } from "../../../src/store/reads/orders.js";
import type { LevelPlan } from "../../../src/store/reads/plan.js";

function levelOf(direction: "ASC" | "DESC"): LevelPlan {
  const order = columnsOf("Statement", [{ field: "SAID_AT", direction }]);
  const node = { heavy: [], children: [] };
  return { from: { root: "Statement" }, filters: [], order, limit: 20, rows: true, total: false, node };
}

function daysFrom(count: number): string[] {
  return Array.from({ length: count }, (_, index) => new Date(index * 86_400_000).toISOString().slice(0, 10));
}

test("the windows hold all days in order, in eight at most, each four times the one before", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30_000 }),
      fc.constantFrom("ASC" as const, "DESC" as const),
      (count, direction) => {
        const days = daysFrom(count);
        const windows = windowsOf(levelOf(direction), days, {});
        expect(windows.flat()).toEqual(direction === "ASC" ? days : [...days].reverse());
        expect(windows.length).toBeLessThanOrEqual(8);
        for (const [index, window] of windows.slice(0, -1).entries()) expect(window).toHaveLength(4 * 4 ** index);
      },
    ),
    { numRuns: 30 },
  );
});

test("a page after a cursor begins with the day of the cursor", () => {
  const level = { ...levelOf("DESC"), after: ["p0", "p1"] };
  expect(windowsOf(level, ["", ...daysFrom(6)], { p0: "1970-01-02", p1: "a" })).toEqual([
    ["1970-01-02", "1970-01-01", ""],
  ]);
});

test("filters on the day leave days out", () => {
  const bound = (property: string, operator: ">=" | "<=", parameter: string) =>
    ({ test: "property", on: "node", property, operator, parameter }) as const;
  const level = { ...levelOf("ASC"), filters: [bound("saidDay", ">=", "p0"), bound("saidDay", "<=", "p1")] };
  expect(windowsOf(level, ["", ...daysFrom(6)], { p0: "1970-01-02", p1: "1970-01-03" })).toEqual([
    ["1970-01-02", "1970-01-03"],
  ]);
});
