import { describe, expect, test } from "@jest/globals";
import { type Command, EXIT } from "../../src/commands/command.js";
import { helpOf, helpOfAll } from "../../src/commands/help.js";
import { parseInvocation } from "../../src/commands/parse.js";
import { InvalidInput } from "../../src/errors.js";

const READ: Command = {
  name: "read",
  summary: "Reads things.",
  paths: "PATH…",
  pathsRequired: true,
  options: [
    { name: "store", value: "URI", description: "Where to." },
    { name: "form", value: "FORM", choices: ["bar", "json"], description: "How." },
    { name: "json", description: "As JSON." },
  ],
  run: async () => EXIT.OK,
};
const BARE: Command = { name: "bare", summary: "Does it.", options: [], run: async () => EXIT.OK };

describe("the words after a command's name", () => {
  test("are paths and options in any order", () => {
    expect(parseInvocation(READ, ["a", "--store", "memory:", "b", "--json"])).toMatchObject({
      paths: ["a", "b"],
      options: { store: "memory:", json: true },
    });
  });

  test.each([
    ["an unknown option", READ, ["a", "--nope"], /--nope/],
    ["an option without its value", READ, ["a", "--store"], /--store/],
    [
      "a value that is not one of the choices",
      READ,
      ["a", "--form", "pie"],
      /--form is one of bar, json; given: "pie"/,
    ],
    ["no path where one is needed", READ, [], /needs PATH…/],
    ["a path where none is taken", BARE, ["a"], /takes no "a"/],
  ])("%s is refused with where to look", (_, command, words, message) => {
    const parse = () => parseInvocation(command, words);
    expect(parse).toThrow(InvalidInput);
    expect(parse).toThrow(message);
    expect(parse).toThrow(`See: dixit ${command.name} --help`);
  });

  test("may begin with a dash after --", () => {
    expect(parseInvocation(READ, ["--", "-x"]).paths).toEqual(["-x"]);
  });
});

describe("help", () => {
  test("names every option of a command", () => {
    const page = helpOf(READ);
    for (const expected of ["dixit read PATH…", "--store URI", "--form bar|json", "--json", "As JSON."]) {
      expect(page).toContain(expected);
    }
  });

  test("names every command", () => {
    expect(helpOfAll([READ, BARE])).toMatch(/dixit read PATH….*Reads things\.\n.*dixit bare .*Does it\./);
  });
});
