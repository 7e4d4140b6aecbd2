import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { type FieldFacts, factsOf } from "./field-facts.js";

/** An operation to be measured: its parts, what the schema says of its fields, and the values of its variables. */
export interface Measured {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  facts: ReadonlyMap<FieldNode, FieldFacts>;
  variables: Readonly<Record<string, unknown>>;
}

/** Prepares an operation of a document for measuring; the document need not be valid. */
export function measured(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
): Measured {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return {
    operation,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    facts: factsOf(schema, document),
    variables,
  };
}

/** How the weights of selections that stand beside each other are joined, and what none weighs. */
export interface Scale<Weight> {
  nothing: Weight;
  join(left: Weight, right: Weight): Weight;
}

const SUM = (left: number, right: number) => left + right;

/** Weighs selections in numbers, see `weigherOn`. Too large a number is Infinity. */
export function weigher(
  operation: Measured,
  weigh: (selection: SelectionNode, below: number) => number,
  join = SUM,
): (set: SelectionSetNode) => number {
  return weigherOn({ nothing: 0, join }, operation, weigh);
}

/**
 * Weighs selections from the leaves up: `weigh` says what one counts for, given what stands below it. Each fragment is
 * weighed once, so that a fragment bomb costs its text only; one that spreads itself counts for nothing, since validation
 * refuses it.
 */
export function weigherOn<Weight>(
  { nothing, join }: Scale<Weight>,
  { fragments }: Measured,
  weigh: (selection: SelectionNode, below: Weight) => Weight,
): (set: SelectionSetNode) => Weight {
  const known = new Map<string, Weight>();
  const ofFragment = (name: string): Weight => {
    const weight = known.get(name);
    if (weight !== undefined) return weight;
    known.set(name, nothing);
    const fragment = fragments.get(name);
    const found = fragment ? ofSet(fragment.selectionSet) : nothing;
    known.set(name, found);
    return found;
  };
  const below = (selection: SelectionNode): Weight => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    return selection.selectionSet ? ofSet(selection.selectionSet) : nothing;
  };
  const ofSet = (set: SelectionSetNode): Weight =>
    set.selections.reduce((total, selection) => join(total, weigh(selection, below(selection))), nothing);
  return ofSet;
}

/** The root fields of an operation, each fragment spread once, as execution does it. */
export function rootFields({ operation, fragments }: Measured): FieldNode[] {
  const spread = new Set<string>();
  const fieldsOf = (selection: SelectionNode): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet.selections.flatMap(fieldsOf);
    const name = selection.name.value;
    if (spread.has(name)) return [];
    spread.add(name);
    return fragments.get(name)?.selectionSet.selections.flatMap(fieldsOf) ?? [];
  };
  return operation.selectionSet.selections.flatMap(fieldsOf);
}

/** True for `__schema`, `__type` and `__typename`, which read no data. */
export function isMeta(field: FieldNode): boolean {
  return field.name.value.startsWith("__");
}
