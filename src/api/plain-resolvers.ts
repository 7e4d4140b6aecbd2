import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import { encodeNodeId } from "../model/node-id.js";
import type { Answered } from "./answer.js";

type Plain = GraphQLFieldResolver<Answered, unknown>;

/** Reads what was brought for a field: under its name in the query where it is a relation, else the property of its name. */
export const readField: Plain = (source, _args, _context, { path, fieldName }) => {
  const { answers } = source;
  return answers !== undefined && Object.hasOwn(answers, path.key) ? answers[path.key] : source[fieldName];
};

const readId: Plain = ({ __typename, key }) => encodeNodeId({ type: String(__typename), key: String(key) });

/** The name in the language that is asked for, out of `names` such as `fr|Azerbaïdjan`; else the display name. */
const readName: Plain = ({ name, names }, { language }) => {
  if (typeof language !== "string") return name;
  const start = `${language}|`;
  const found = ((names as string[] | null) ?? []).find((each) => each.startsWith(start));
  return found === undefined ? name : found.slice(start.length);
};

/** Gives every field below the roots a resolver that only reads properties: what is read is decided by the read plan. */
export function withPlainResolvers(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || roots.has(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const takesLanguage = field.args.some(({ name }) => name === "language");
      field.resolve = field.name === "id" ? readId : takesLanguage ? readName : readField;
    }
  }
  return schema;
}
