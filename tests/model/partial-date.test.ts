import { expect, test } from "@jest/globals";
import { findDays } from "../../src/model/partial-date.js";

test.each([
  ["2023", "2023-01-01", "2023-12-31"],
  ["2023-09", "2023-09-01", "2023-09-30"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2023-09-20", "2023-09-20", "2023-09-20"],
  ["2023-09-20T23:30", "2023-09-20", "2023-09-20"],
  ["2023-09-20T23:30:10.5+04:00", "2023-09-20", "2023-09-20"],
])("%s begins on %s and ends on %s", (date, first, last) => {
  expect(findDays(date)).toEqual({ first, last });
});

test.each(["", "23", "2023-13", "2023-00", "2023-02-29", "2023-09-31", "2023-09-20T25:00", "20 septembre", " 2023"])(
  "%j is no date",
  (date) => {
    expect(findDays(date)).toBeUndefined();
  },
);
