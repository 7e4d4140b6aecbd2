import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { findDays } from "./partial-date.js";

function parsed(value: unknown): string {
  if (typeof value === "string" && findDays(value) !== undefined) return value;
  throw new GraphQLError(
    `PartialDate takes ISO text of known precision, such as "2023", "2023-09" or "2023-09-20", not ${JSON.stringify(value)}.`,
    { extensions: { code: "BAD_USER_INPUT" } },
  );
}

/** GraphQL scalar of a date whose precision may be a year, a month, a day or a time. */
export const PartialDate = new GraphQLScalarType<string, string>({
  name: "PartialDate",
  description:
    "A date of known precision as ISO 8601 text: `2023`, `2023-09`, `2023-09-20`, or with a time. It stands for all its days, from the first to the last.",
  serialize: (value) => String(value),
  parseValue: parsed,
  parseLiteral: (node) => parsed(node.kind === Kind.STRING ? node.value : node.kind),
});
