import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { cutExcerpt } from "../../src/loading/excerpt.js";

const word = fc.constantFrom("paix", "é\u0301té", "😀", "👩‍👩‍👧", "l'armée", " ", "\n");
const text = fc.array(word, { minLength: 1, maxLength: 120 }).map((words) => words.join(""));

test("before, quote and after are what stands in the text, at most 120 code units of context, no half character", () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
      const [start = 0, end = 0] = [a % (whole.length + 1), b % (whole.length + 1)].sort((x, y) => x - y);
      const whoever = cutExcerpt(whole, [{ start, end }]);
      expect(whoever.quote).toBe(whole.slice(start, end));
      expect(whole.slice(0, start).endsWith(whoever.before)).toBe(true);
      expect(whole.slice(end).startsWith(whoever.after)).toBe(true);
      expect(whoever.before.length).toBeLessThanOrEqual(120);
      expect(whoever.after.length).toBeLessThanOrEqual(120);
      expect(whoever.before).not.toMatch(/^[\uDC00-\uDFFF]/);
      expect(whoever.after).not.toMatch(/[\uD800-\uDBFF]$/);
    }),
  );
});

test("a quotation of several spans goes from the first to the last, incise included", () => {
  const whole = "« Jamais, a dit le ministre, nous ne céderons »";
  const spans = [
    { start: 2, end: 8 },
    { start: 29, end: 45 },
  ];
  expect(cutExcerpt(whole, spans).quote).toBe("Jamais, a dit le ministre, nous ne céderons");
});
