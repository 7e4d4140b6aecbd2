import { expect, test } from "@jest/globals";
import { DeclaredActors } from "../../src/resolution/declared-actors.js";

const ACTORS = new DeclaredActors([
  { key: "jean-morel-2", names: ["Jean Morel", "Morel"] },
  { key: "anna-noor-maire", names: ["Anna Noor"] },
  { key: "anna-noor-juge", names: ["Anna Noor", "juge Noor"] },
  { key: "union", names: ["Union des vergers", "UV", "L'Union"] },
  { key: "sergei", names: ["Sergueï Talanov"] },
]);

test.each([
  ["Jean Morel", "jean-morel-2"],
  ["JEAN MOREL", "jean-morel-2"],
  ["Morel", "jean-morel-2"],
  ["Anna Noor", undefined],
  ["juge Noor", "anna-noor-juge"],
  ["l’Union des vergers", "union"],
  ["l'Union", "union"],
  ["l'union", undefined],
  ["UV", "union"],
  ["uv", undefined],
  ["Sergei Talanov", "sergei"],
  ["Paul Morel", undefined],
  ["", undefined],
])("%j is %s", (name, key) => {
  expect(ACTORS.find(name)).toBe(key);
});
