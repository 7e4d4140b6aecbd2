import { inspect } from "node:util";
import { expect, test } from "@jest/globals";
import { InvalidInput } from "../../src/errors.js";
import { parseStoreTarget, printStoreTarget } from "../../src/store/target.js";

test.each([
  ["memory:", { kind: "memory" }],
  ["file:./news.grafeo", { kind: "file", path: "./news.grafeo" }],
  ["file:/data/news.grafeo", { kind: "file", path: "/data/news.grafeo" }],
  ["file:///data/news.grafeo", { kind: "file", path: "/data/news.grafeo" }],
  ["file:news @ home.grafeo", { kind: "file", path: "news @ home.grafeo" }],
  ["neo4j://db", { kind: "neo4j", address: "neo4j://db", database: "neo4j" }],
  ["neo4j+s://db.example.org:7687/news", { kind: "neo4j", address: "neo4j+s://db.example.org:7687", database: "news" }],
  ["neo4j+ssc://db/", { kind: "neo4j", address: "neo4j+ssc://db", database: "neo4j" }],
  ["bolt://127.0.0.1:7687", { kind: "neo4j", address: "bolt://127.0.0.1:7687", database: "neo4j" }],
  ["bolt+s://[::1]:7687", { kind: "neo4j", address: "bolt+s://[::1]:7687", database: "neo4j" }],
])("%s is understood, and printed so that it is understood again", (uri, target) => {
  expect(parseStoreTarget(uri)).toEqual(target);
  expect(parseStoreTarget(printStoreTarget(parseStoreTarget(uri)))).toEqual(target);
});

test.each([
  "",
  "news.grafeo",
  "file:",
  "file:./folder/",
  "file://host/news.grafeo",
  "memory:news",
  "http://db",
  "neo4j://",
  "bolt://db:port",
  "bolt://db/one/two",
  "bolt://db?policy=eu",
])("%j is refused with a rule", (uri) => {
  expect(() => parseStoreTarget(uri)).toThrow(InvalidInput);
});

test.each([
  "neo4j://anna:sesame@db",
  "bolt://sesame@db:7687",
  "neo4j://anna:ses@me@db:port",
  "htp://anna:sesame@db",
  "anna:sesame@db",
])("a password in %s is refused, and not repeated", (uri) => {
  const parse = () => parseStoreTarget(uri);
  expect(parse).toThrow(InvalidInput);
  expect(parse).not.toThrow(/ses|anna/);
});

test("user and password come apart, and the password is printed nowhere", () => {
  const target = parseStoreTarget("neo4j://db", { user: "anna", password: "sesame" });
  expect(target).toMatchObject({ user: "anna" });
  expect(target.kind === "neo4j" && target.password?.reveal()).toBe("sesame");
  for (const text of [printStoreTarget(target), JSON.stringify(target), inspect(target), `${target}`]) {
    expect(text).not.toContain("sesame");
  }
  expect(() => parseStoreTarget("neo4j://db", { user: "anna" })).toThrow(/both a user and a password/);
});
