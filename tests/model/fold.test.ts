import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fold, slugOf } from "../../src/model/fold.js";

describe("fold", () => {
  test.each([
    ["Azerbaïdjan", "azerbaidjan"],
    ["AZERBAI\u0308DJAN", "azerbaidjan"],
    ["l’Arménie", "l armenie"],
    ["Haut-Karabakh", "haut karabakh"],
    ["Əliyev", "eliyev"],
    ["Никол Пашинян", "nikol pashinyan"],
    ["Երևան", "erevan"],
    ["  « Œuvre »\u00a0! ", "oeuvre"],
    ["ſtraße", "strasse"],
    ["🙂", ""],
  ])("%s is %s", (given, expected) => expect(fold(given)).toBe(expected));

  test("folding twice is folding once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => fold(fold(text)) === fold(text)),
      { numRuns: 5_000 },
    );
  });
});

describe("slugOf", () => {
  test("joins the words by hyphens", () =>
    expect(slugOf("Ministère arménien de la Défense")).toBe("ministere-armenien-de-la-defense"));
  test("is cut at a word", () => expect(slugOf("un deux trois quatre", 10)).toBe("un-deux"));
  test("cuts a single long word", () => expect(slugOf("abcdefghijkl", 5)).toBe("abcde"));
});
