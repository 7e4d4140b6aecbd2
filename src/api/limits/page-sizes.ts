import { type FieldNode, Kind, type ValueNode } from "graphql";
import type { Limit } from "./limit.js";
import type { Measured } from "./measured.js";

/** Most entries of one page, and most ids of one `nodes(ids)`. */
export const MAX_PAGE_SIZE = 100;

/** A page has from 1 to 100 entries, whether its size stands in the text, in a variable or in a default. */
export const PAGE_SIZES: Limit = {
  name: "pageSize",
  usesVariables: true,
  check(operation) {
    const asked = [...operation.facts.keys()].map((field) => ({ field, size: pageSizeOf(operation, field) }));
    const wrong = asked.find(
      ({ field, size }) => size !== undefined && !(size >= leastOf(operation, field) && size <= MAX_PAGE_SIZE),
    );
    if (wrong?.size === undefined) return undefined;
    const { field, size } = wrong;
    const message =
      leastOf(operation, field) === 0
        ? `\`${field.name.value}\` takes ${MAX_PAGE_SIZE} ids at most; given: ${size}. Ask for the others in a further request.`
        : `\`first\` or \`last\` of \`${field.name.value}\` must be from 1 to ${MAX_PAGE_SIZE}; given: ${size}. Ask for the next page with \`after\`, for the one before with \`before\`.`;
    return { limit: "pageSize", given: size, allowed: MAX_PAGE_SIZE, message };
  },
};

/** A page of nothing is a mistake, but a list of ids may be empty. */
function leastOf(operation: Measured, field: FieldNode): number {
  return operation.facts.get(field)?.page?.arguments[0] === "ids" ? 0 : 1;
}

/** How many entries a field asks for; undefined when it takes no page size, or one that coercion will refuse or complete. */
export function pageSizeOf(operation: Measured, field: FieldNode): number | undefined {
  const page = operation.facts.get(field)?.page;
  if (!page) return undefined;
  const given = field.arguments?.filter(({ name }) => (page.arguments as readonly string[]).includes(name.value)) ?? [];
  if (given.length === 0) return page.fallback;
  const sizes = given.map(({ value }) => sizeOf(value, operation, page.fallback)).filter((size) => size !== undefined);
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}

function sizeOf(value: ValueNode, operation: Measured, fallback?: number): number | undefined {
  switch (value.kind) {
    case Kind.INT:
      return Number(value.value);
    case Kind.LIST:
      return value.values.length;
    case Kind.VARIABLE:
      return sizeOfVariable(value.name.value, operation, fallback);
    case Kind.NULL:
      return fallback;
    default:
      return undefined;
  }
}

function sizeOfVariable(name: string, operation: Measured, fallback?: number): number | undefined {
  const given = operation.variables[name];
  if (typeof given === "number") return given;
  if (Array.isArray(given)) return given.length;
  if (given === null) return fallback;
  if (given !== undefined) return undefined;
  const definition = operation.operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return definition?.defaultValue ? sizeOf(definition.defaultValue, operation) : fallback;
}
