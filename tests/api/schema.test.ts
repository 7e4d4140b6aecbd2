import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  validateSchema,
} from "graphql";
import { buildDixitSchema, printSortedSchema } from "../../src/api/schema.js";

const TYPES = Object.values(buildDixitSchema().getTypeMap()).filter(({ name }) => !name.startsWith("__"));

/** The paths of what a type holds that should have a description, with what they have. */
function described(type: GraphQLNamedType): [string, string | null | undefined][] {
  const own: [string, string | null | undefined] = [type.name, type.description];
  if (isEnumType(type)) return [own, ...type.getValues().map(entry(type.name))];
  if (isInputObjectType(type)) return [own, ...Object.values(type.getFields()).map(entry(type.name))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  const fields = Object.values(type.getFields());
  const args = fields.flatMap((field) => field.args.map(entry(`${type.name}.${field.name}`)));
  return type.name === "Query" || type.name === "Mutation"
    ? [...fields.map(entry(type.name)), ...args]
    : [own, ...fields.map(entry(type.name)), ...args];
}

function entry(owner: string) {
  return ({ name, description }: { name: string; description?: string | null }): [string, typeof description] => [
    `${owner}.${name}`,
    description,
  ];
}

describe("the schema", () => {
  test("is valid, and what is committed is what the classes say (npm run schema writes it)", async () => {
    expect(validateSchema(buildDixitSchema())).toEqual([]);
    const committed = await readFile(new URL("../../schema/schema.graphql", import.meta.url), "utf8");
    expect(printSortedSchema()).toBe(committed);
  });

  test("describes every type, field, argument and enum value", () => {
    const bare = TYPES.flatMap(described).filter(([, description]) => !description?.trim());
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  test("has fewer than 120 types", () => {
    expect(TYPES.length).toBeLessThan(120);
  });

  test("lets a root field fail alone", () => {
    const roots = [buildDixitSchema().getQueryType(), buildDixitSchema().getMutationType()];
    const strict = roots
      .flatMap((type) => Object.values(type?.getFields() ?? {}))
      .filter(({ type }) => `${type}`.endsWith("!"));
    expect(strict.map(({ name }) => name)).toEqual([]);
  });
});
