import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

interface Summary {
  n: number;
  error: number;
  tenths: { tenth: string; n: number; confidence: number; accuracy: number }[];
}

const bench = pathToFileURL(join(import.meta.dirname, "../../bench/calibration.mjs")).href;
const { summaryOf } = (await import(bench)) as {
  summaryOf(statements: { confidence: number; right: boolean }[]): Summary;
};

function statements(confidence: number, right: number, wrong: number) {
  return Array.from({ length: right + wrong }, (_, at) => ({ confidence, right: at < right }));
}

describe("what confidence is worth", () => {
  test("is told by tenths, and how far they are from what they say", () => {
    const summary = summaryOf([...statements(0.95, 9, 1), ...statements(0.75, 3, 7)]);
    expect(summary.tenths).toEqual([
      { tenth: "0.7-0.8", n: 10, confidence: expect.closeTo(0.75), accuracy: 0.3 },
      { tenth: "0.9-1", n: 10, confidence: expect.closeTo(0.95), accuracy: 0.9 },
    ]);
    expect(summary.error).toBeCloseTo((0.05 + 0.45) / 2);
  });

  test("the bounds of a tenth belong to the one above, and 1 to the last", () => {
    const tenths = (confidence: number) => summaryOf(statements(confidence, 1, 0)).tenths.map(({ tenth }) => tenth);
    expect([0, 0.3, 0.7, 1].map(tenths)).toEqual([["0-0.1"], ["0.3-0.4"], ["0.7-0.8"], ["0.9-1"]]);
  });

  test("nothing was found: nothing is wrong", () => {
    expect(summaryOf([])).toEqual({ n: 0, error: 0, tenths: [] });
  });

  test("every statement is counted once, and the error is between 0 and 1", () => {
    const any = fc.array(fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() }));
    fc.assert(
      fc.property(any, (all) => {
        const { n, error, tenths } = summaryOf(all);
        expect([n, tenths.reduce((sum, bin) => sum + bin.n, 0)]).toEqual([all.length, all.length]);
        expect(error).toBeGreaterThanOrEqual(0);
        expect(error).toBeLessThanOrEqual(1);
      }),
    );
  });
});
