import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  isAbstractType,
  isObjectType,
  type SelectionNode,
} from "graphql";

/** A field that a query selects: the name its answer has, the field behind it, and every place where it is selected. */
export interface SelectedField {
  as: string;
  name: string;
  nodes: readonly FieldNode[];
}

/** A field that selects nothing. */
export const NOTHING: SelectedField = { as: "", name: "", nodes: [] };

/** Reads the selection of one root field, with its fragments and variables resolved. */
export class Selection {
  readonly #info: GraphQLResolveInfo;

  constructor(info: GraphQLResolveInfo) {
    this.#info = info;
  }

  /** The root field itself. */
  get root(): SelectedField {
    const { path, fieldName, fieldNodes } = this.#info;
    return { as: String(path.key), name: fieldName, nodes: fieldNodes };
  }

  /** The fields selected of a type below a field, in the order of their names, so that equal selections have equal plans. */
  fieldsOf(type: string, { nodes }: SelectedField): SelectedField[] {
    const found = new Map<string, FieldNode[]>();
    for (const node of nodes) this.#collect(type, node.selectionSet?.selections ?? [], found);
    return [...found]
      .map(([as, fields]) => ({ as, name: fields[0]?.name.value ?? as, nodes: fields }))
      .filter(({ name }) => name !== "__typename")
      .sort((a, b) => (`${a.name} ${a.as}` < `${b.name} ${b.as}` ? -1 : 1));
  }

  /** The arguments of a field of a type, with defaults, enums and scalars parsed. */
  argumentsOf(type: string, { name, nodes }: SelectedField): Readonly<Record<string, unknown>> {
    const definition = this.#objectType(type).getFields()[name];
    const [node] = nodes;
    if (definition === undefined || node === undefined) throw new Error(`${type} has no field ${name}`);
    return getArgumentValues(definition, node, this.#info.variableValues);
  }

  #objectType(name: string): GraphQLObjectType {
    const type = this.#info.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is no object type`);
    return type;
  }

  #collect(type: string, selections: readonly SelectionNode[], found: Map<string, FieldNode[]>): void {
    for (const selection of selections) {
      if (!this.#isIncluded(selection)) continue;
      if (selection.kind === "Field") {
        const as = selection.alias?.value ?? selection.name.value;
        found.set(as, [...(found.get(as) ?? []), selection]);
      } else {
        const fragment = selection.kind === "InlineFragment" ? selection : this.#info.fragments[selection.name.value];
        if (fragment !== undefined && this.#applies(fragment.typeCondition, type)) {
          this.#collect(type, fragment.selectionSet.selections, found);
        }
      }
    }
  }

  #isIncluded(selection: SelectionNode): boolean {
    const { variableValues } = this.#info;
    if (selection.directives === undefined || selection.directives.length === 0) return true;
    if (getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.if === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.if !== false;
  }

  #applies(condition: FragmentDefinitionNode["typeCondition"] | undefined, type: string): boolean {
    if (condition === undefined || condition.name.value === type) return true;
    const conditionType = this.#info.schema.getType(condition.name.value) as GraphQLCompositeType;
    return isAbstractType(conditionType) && this.#info.schema.isSubType(conditionType, this.#objectType(type));
  }
}
