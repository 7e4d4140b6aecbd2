import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { canonicalUrl, documentKey, referredDocument, statementKey, termKey } from "../../src/loading/keys.js";

describe("the identity of a document", () => {
  test.each([
    "https://www.example.org/a/b",
    "https://example.org/a/b/",
    "HTTPS://Example.org/a/b#end",
    "https://example.org/a/b?utm_source=x&fbclid=y&gclid=z",
    "http://example.org/a/b",
  ])("is its address without what tells nothing: %s", (url) => {
    expect(documentKey({ url })).toBe(documentKey({ url: "https://example.org/a/b" }));
  });

  test("keeps parameters that tell what is read", () => {
    expect(canonicalUrl("https://example.org/?id=3&utm_medium=m")).toBe("https://example.org?id=3");
    expect(documentKey({ url: "https://example.org/?id=3" })).not.toBe(
      documentKey({ url: "https://example.org/?id=4" }),
    );
  });

  test("is its id where it has no address, and a reference by either finds it", () => {
    expect(documentKey({ id: "Article 12/b" })).toBe(referredDocument("Article 12/b"));
    expect(documentKey({ id: "article-12" })).toBe("article-12");
    expect(documentKey({ url: "https://example.org/x" })).toBe(referredDocument("http://www.example.org/x/"));
  });

  test("is its text where it has neither, whatever its title", () => {
    const text = "Un texte sans adresse.";
    expect(documentKey({ text }).slice(-12)).toBe(documentKey({ text, title: "Titre" }).slice(-12));
    expect(documentKey({ text })).not.toBe(documentKey({ text: `${text} ` }));
  });

  test("cannot be made of nothing, nor of a broken address", () => {
    expect(() => documentKey({})).toThrow(/give one of them/);
    expect(() => documentKey({ url: "not an address" })).toThrow(/give an absolute http or https URL/);
  });
});

describe("the identity of a statement", () => {
  const day = "2023-09-20";
  const long = "Le couloir n'a jamais été fermé, contrairement à ce qui se dit";

  test("does not depend on typography, case or accents, nor on the order of speakers", () => {
    const key = statementKey({ text: long, speakers: ["a", "b"], day });
    expect(statementKey({ text: `« ${long.toUpperCase()} » !`, speakers: ["b", "a"], day })).toBe(key);
    expect(statementKey({ text: long.replace("n'a", "n’a"), speakers: ["a", "b", "a"], day })).toBe(key);
  });

  test("depends on the day only when the words are few", () => {
    const on = (text: string, date: string) => statementKey({ text, speakers: ["a"], day: date });
    expect(on(long, day)).toBe(on(long, ""));
    expect(on("Pas de commentaire", day)).not.toBe(on("Pas de commentaire", "2023-09-21"));
  });

  test("is a readable slug, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (words) => {
        const key = statementKey({ text: `mot ${words}`, speakers: [], day: "" });
        expect(key).toMatch(/^mot[\p{L}\p{N}-]*-[0-9a-f]{16}$/u);
        expect(key.length).toBeLessThanOrEqual(24 + 1 + 16);
      }),
    );
  });
});

test("an event or topic is found by its key or name alike", () => {
  expect(termKey("Cessez-le-feu")).toBe(termKey("cessez-le-feu"));
  expect(() => termKey("…")).toThrow(/neither letter nor digit/);
});
