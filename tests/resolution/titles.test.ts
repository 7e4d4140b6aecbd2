import { expect, test } from "@jest/globals";
import { untitled } from "../../src/resolution/titles.js";

test.each([
  ["M. Delmas", false, "Delmas", true],
  ["Mme Irène Fontanel", false, "Irène Fontanel", true],
  ["le président Paul Vannier", false, "Paul Vannier", true],
  ["le président Vannier", false, "Vannier", false],
  ["l’ambassadrice Iris Noor", false, "Iris Noor", true],
  ["le ministre des Affaires étrangères Paul Vannier", false, "Paul Vannier", true],
  ["President Ada Brook", true, "Ada Brook", true],
  ["Lt. Gen. Ada Brook", true, "Ada Brook", true],
  ["Sen. Ada Brook", false, "Ada Brook", true],
  ["Defense Minister Ada Brook", false, "Ada Brook", true],
  ["Captain Ada Brook", true, "Ada Brook", true],
])("%s is %s", (name, isPerson, bare, isWhole) => {
  expect(untitled(name, isPerson)).toEqual({ name: bare, isWhole });
});

test.each([
  ["General Motors", false],
  ["Prince Rupert Port", false],
  ["Le Roi Lion", false],
  ["Ada Brook", true],
  ["président de la région", true],
  ["Me", false],
  ["", false],
])("%s has no title", (name, isPerson) => {
  expect(untitled(name, isPerson)).toBeUndefined();
});
