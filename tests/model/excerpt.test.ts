import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { contextOf, cutExcerpt, keptExcerpt } from "../../src/model/excerpt.js";

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

test("a report keeps the context only of a long text; of another it is cut from the text as it stands", () => {
  const sentence = "Il a dit : « La paix tiendra », mardi. ";
  const span = { start: 13, end: 28 };
  expect(keptExcerpt(sentence, [span])).toEqual({ quote: "La paix tiendra" });
  const long = sentence.repeat(1000);
  expect(keptExcerpt(long, [span])).toEqual(cutExcerpt(long, [span]));
  const { quote, ...context } = cutExcerpt(sentence, [span]);
  expect(contextOf(quote, span.start, sentence)).toEqual(context);
});

test("a text in which the quotation no longer stands there gives no context", () => {
  expect(contextOf("La paix", 13, "Il a dit : « La guerre »")).toEqual({ before: "", after: "" });
  expect(contextOf("La paix", 13, undefined)).toEqual({ before: "", after: "" });
});
