import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isLeafType,
  isUnionType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** What the limits need to know of a field from the schema. */
export interface FieldFacts {
  /** True when the field follows a relation of the graph, and is neither a value object nor the plumbing of a page. */
  relation: boolean;
  /** The argument that says how many are asked for, with its default. */
  page?: { argument: "first" | "ids"; fallback?: number };
}

/** The facts of every field of a document that the schema knows. */
export function factsOf(schema: GraphQLSchema, document: DocumentNode): ReadonlyMap<FieldNode, FieldFacts> {
  const facts = new Map<FieldNode, FieldFacts>();
  const types = new TypeInfo(schema);
  const enter = (node: FieldNode) => {
    const [field, parent] = [types.getFieldDef(), types.getParentType()];
    if (field && parent) facts.set(node, { relation: isRelation(field, parent), page: pageOf(field) });
  };
  visit(document, visitWithTypeInfo(types, { Field: { enter } }));
  return facts;
}

type AnyField = GraphQLField<unknown, unknown>;

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

function pageOf(field: AnyField): FieldFacts["page"] {
  const argument = field.args.find(({ name }) => name === "first" || name === "ids");
  if (!argument) return undefined;
  const fallback = typeof argument.defaultValue === "number" ? argument.defaultValue : undefined;
  return { argument: argument.name as "first" | "ids", fallback };
}
