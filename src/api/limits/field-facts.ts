import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isLeafType,
  isListType,
  isObjectType,
  isUnionType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { PAGE_SIZE } from "../../model/page.js";
import { type EntityName, isEntityName } from "../../store/reads/entities.js";

/** What the limits need to know of a field from the schema. */
export interface FieldFacts {
  /** True when the field follows a relation of the graph, and is neither a value object nor the plumbing of a page. */
  relation: boolean;
  /** True of a relation that answers a list without pages. */
  list: boolean;
  /** True of the count of a connection. */
  total: boolean;
  /** True of a field of Query or Mutation. */
  root: boolean;
  /** True of a root field that counts whatever meets its `where`, rather than answering a page of it. */
  counts: boolean;
  /** What the conditions in its argument `where` are asked of. */
  where?: EntityName;
  /** The arguments that say how many are asked for, and how many it is without them. */
  page?: { arguments: readonly ("first" | "last" | "ids")[]; fallback?: number };
}

/** The facts of every field of a document that the schema knows. */
export function factsOf(schema: GraphQLSchema, document: DocumentNode): ReadonlyMap<FieldNode, FieldFacts> {
  const facts = new Map<FieldNode, FieldFacts>();
  const types = new TypeInfo(schema);
  const enter = (node: FieldNode) => {
    const [field, parent] = [types.getFieldDef(), types.getParentType()];
    if (field && parent) facts.set(node, factsOfField(field, parent, schema));
  };
  visit(document, visitWithTypeInfo(types, { Field: { enter } }));
  return facts;
}

type AnyField = GraphQLField<unknown, unknown>;

function factsOfField(field: AnyField, parent: GraphQLCompositeType, schema: GraphQLSchema): FieldFacts {
  const [where, type] = [whereOf(field), getNamedType(field.type)];
  const root = parent === schema.getQueryType() || parent === schema.getMutationType();
  const paged = isObjectType(type) && "pageInfo" in type.getFields();
  return {
    relation: isRelation(field, parent),
    list: isListType(getNullableType(field.type)),
    total: field.name === "totalCount",
    root,
    counts: root && where !== undefined && !paged,
    where,
    page: pageOf(field),
  };
}

/** The type that a `where` asks of, by the name of its input type: `StatementWhere` asks of statements. */
function whereOf(field: AnyField): EntityName | undefined {
  const argument = field.args.find(({ name }) => name === "where");
  const entity = argument && getNamedType(argument.type).name.replace(/Where$/, "");
  return entity !== undefined && isEntityName(entity) ? entity : undefined;
}

function isRelation(field: AnyField, parent: GraphQLCompositeType): boolean {
  const type = getNamedType(field.type);
  return isCompositeType(type) && !isValueObject(type) && !isPlumbing(field, parent);
}

/** An object of nothing but leaves, such as an excerpt, is a part of what holds it. */
function isValueObject(type: GraphQLCompositeType): boolean {
  if (isUnionType(type)) return false;
  const fields = Object.values(type.getFields());
  return !("id" in type.getFields()) && fields.every((field) => isLeafType(getNamedType(field.type)));
}

/** `edges`, `nodes` and `pageInfo` of a connection and `node` of an edge belong to the relation that leads to them. */
function isPlumbing(field: AnyField, parent: GraphQLCompositeType): boolean {
  if (isUnionType(parent)) return false;
  const siblings = parent.getFields();
  return "pageInfo" in siblings || ("cursor" in siblings && field.name === "node");
}

const PAGE_ARGUMENTS = ["first", "last", "ids"] as const;

function pageOf(field: AnyField): FieldFacts["page"] {
  const names = PAGE_ARGUMENTS.filter((name) => field.args.some((argument) => argument.name === name));
  if (names.length === 0) return undefined;
  if (names.includes("last")) return { arguments: names, fallback: PAGE_SIZE };
  const given = field.args.find(({ name }) => name === names[0])?.defaultValue;
  return { arguments: names, fallback: typeof given === "number" ? given : undefined };
}
