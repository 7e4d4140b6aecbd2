import { describe, expect, test } from "@jest/globals";
import { InvalidInput } from "../../src/errors.js";
import { periodOf, periodsBetween } from "../../src/model/interval.js";

describe("periods", () => {
  test.each([
    ["2023-09-20", "DAY", ["DAY", "2023-09-20", "2023-09-20", "2023-09-20"]],
    ["2023-09-18", "WEEK", ["WEEK", "2023-W38", "2023-09-18", "2023-09-24"]],
    ["2023-09", "MONTH", ["MONTH", "2023-09", "2023-09-01", "2023-09-30"]],
    ["2023-Q3", "QUARTER", ["QUARTER", "2023-Q3", "2023-07-01", "2023-09-30"]],
    ["2024-Q1", "QUARTER", ["QUARTER", "2024-Q1", "2024-01-01", "2024-03-31"]],
    ["2023", "YEAR", ["YEAR", "2023", "2023-01-01", "2023-12-31"]],
  ] as const)("%s by %s", (key, asked, [interval, name, first, last]) => {
    expect(periodOf(key, asked)).toEqual({ interval, name, first, last });
  });

  test("a date that is coarser than what is asked for keeps its own period", () => {
    expect(periodOf("2024-02", "WEEK")).toMatchObject({ interval: "MONTH", last: "2024-02-29" });
    expect(periodOf("2023", "QUARTER")).toMatchObject({ interval: "YEAR", name: "2023" });
  });

  // The years whose first or last days belong to a week of another one.
  test.each([
    ["2018-12-31", "2019-W01"],
    ["2020-12-28", "2020-W53"],
    ["2021-01-04", "2021-W01"],
    ["2026-12-28", "2026-W53"],
    ["2009-12-28", "2009-W53"],
    ["1999-12-27", "1999-W52"],
    ["0099-12-28", "0099-W53"],
  ])("the week from %s is %s by ISO 8601", (monday, name) => {
    expect(periodOf(monday, "WEEK").name).toBe(name);
  });

  test("follow each other without a gap", () => {
    expect(periodsBetween("2023-12-30", "2024-01-02", "DAY", 10).map(({ name }) => name)).toEqual([
      "2023-12-30",
      "2023-12-31",
      "2024-01-01",
      "2024-01-02",
    ]);
    expect(periodsBetween("2023-Q4", "2024-Q2", "QUARTER", 3).map(({ name }) => name)).toEqual([
      "2023-Q4",
      "2024-Q1",
      "2024-Q2",
    ]);
    expect(periodsBetween("2020-12-21", "2021-01-04", "WEEK", 3).map(({ name }) => name)).toEqual([
      "2020-W52",
      "2020-W53",
      "2021-W01",
    ]);
    expect(periodsBetween("2023", "2023", "YEAR", 1)).toHaveLength(1);
  });

  test("too many of them are refused with what to do", () => {
    expect(() => periodsBetween("2020-01-01", "2023-01-01", "DAY", 1000)).toThrow(InvalidInput);
    expect(() => periodsBetween("2020-01-01", "2023-01-01", "DAY", 1000)).toThrow(
      /1000 buckets at most, and from 2020-01-01 to 2023-01-01 there are more of a DAY; ask for a coarser interval/,
    );
  });
});
