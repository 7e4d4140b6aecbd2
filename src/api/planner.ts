import type { GraphQLResolveInfo } from "graphql";
import { InvalidInput } from "../errors.js";
import { GREATEST_PAGE_SIZE, LIST_SIZE, PAGE_SIZE } from "../model/page.js";
import type { Row } from "../store/engine.js";
import { decodeCursor } from "../store/reads/cursor.js";
import { type EntityName, entityOf } from "../store/reads/entities.js";
import { type AskedOrder, columnsOf, relationColumns } from "../store/reads/orders.js";
import { type LevelPlan, type NodePlan, type OrderColumn, PlanParameters } from "../store/reads/plan.js";
import { findRelation, type Relation } from "../store/reads/relations.js";
import { entryOf, type NodeRow, nodeOf, rowsAt, totalAt } from "../store/reads/rows.js";
import { listFilters } from "../store/reads/usual.js";
import type { Where } from "../store/reads/where.js";
import { type Answered, cursorOf, pageInfoOf } from "./answer.js";
import { type SelectedField, Selection } from "./selection.js";

type Arguments = Readonly<Record<string, unknown>>;

/** Gives what a field answers out of the row that holds its level. */
export type Shape = (row: Row) => unknown;
type NodeShape = (row: NodeRow) => object;

/** What a page gives of its rows, and how its entries are planned. */
interface PageOf {
  type: string;
  order: readonly OrderColumn[];
  entry: (field: SelectedField, into: NodePlan) => NodeShape;
}

/** Turns the selection of a root field into levels of a read plan, and into functions that shape the rows they bring. */
export class Planner {
  readonly selection: Selection;
  readonly parameters = new PlanParameters();
  readonly levels: LevelPlan[] = [];

  constructor(info: GraphQLResolveInfo) {
    this.selection = new Selection(info);
  }

  /** Plans a field of a type that answers with a page of all nodes of an entity, besides `where` of those that meet filters. */
  rootPage(entity: EntityName, type: string, field: SelectedField, only: LevelPlan["filters"] = []): Shape {
    const given = this.selection.argumentsOf(type, field);
    const order = columnsOf(entity, (given.orderBy as AskedOrder[] | null | undefined) ?? []);
    const filters = [...only, ...listFilters(entity, whereOf(given), this.parameters)];
    const level = this.#pageLevel({ root: entity }, given, filters, order);
    const entry = (below: SelectedField, into: NodePlan) => this.nodes(entity, below, into);
    return this.#page(field, given, level, this.levels, { type: entity, order, entry });
  }

  /** Plans the nodes of an entity that meet filters, at most `limit`, by key unless an order is given. */
  rootNodes(
    entity: EntityName,
    field: SelectedField,
    level: Pick<LevelPlan, "filters" | "limit" | "preferredName"> & Partial<Pick<LevelPlan, "order">>,
  ) {
    const planned = { ...emptyLevel({ root: entity }), order: columnsOf(entity, []).slice(-1), ...level };
    const index = this.levels.push(planned) - 1;
    const shape = this.nodes(entity, field, planned.node);
    return (row: Row) => rowsAt(row, index).map(shape);
  }

  /** Plans a count of the nodes of an entity that meet filters. */
  rootTotal(entity: EntityName, filters: LevelPlan["filters"]): (row: Row) => number {
    const index = this.levels.push({ ...emptyLevel({ root: entity }), filters, rows: false, total: true }) - 1;
    return (row) => totalAt(row, index);
  }

  /** Plans what a field selects of nodes of one type, among parents of several types where `parentLabel` is given. */
  nodes(entity: EntityName, field: SelectedField, into: NodePlan, parentLabel?: EntityName): NodeShape {
    const shapes: [string, Shape][] = [];
    const lists: [string, number][] = [];
    for (const selected of this.selection.fieldsOf(entity, field)) {
      const relation = findRelation(entity, selected.name);
      if (relation === undefined) this.#addHeavy(entity, selected.name, into);
      else {
        if (relation.shape === "list") lists.push([selected.as, into.children.length]);
        shapes.push([selected.as, this.#relation(entity, relation, selected, into, parentLabel)]);
      }
    }
    return (row) => ({
      ...nodeOf(row),
      __typename: entity,
      cut: lists.filter(([, index]) => rowsAt(row, index).length > LIST_SIZE).map(([as]) => as),
      answers: answersOf(shapes, row),
    });
  }

  #addHeavy(entity: EntityName, property: string, { heavy }: NodePlan): void {
    if (entityOf(entity).heavy.includes(property) && !heavy.includes(property)) heavy.push(property);
  }

  #addNeeded({ needs = {}, to }: Relation, field: string, into: NodePlan): void {
    const property = needs[field];
    if (property !== undefined) for (const entity of to) this.#addHeavy(entity, property, into);
  }

  #relation(
    entity: EntityName,
    relation: Relation,
    field: SelectedField,
    into: NodePlan,
    parentLabel: EntityName | undefined,
  ): Shape {
    const from = { entity, relation: field.name };
    const label = parentLabel === undefined ? {} : { parentLabel };
    if (relation.shape === "page") return this.#relationPage(entity, relation, field, into, label);
    const level: LevelPlan = { ...emptyLevel(from), ...label, order: relationColumns(relation) };
    if (relation.shape === "one") level.limit = 1;
    if (relation.shape === "ties") this.#askTies(level, this.selection.argumentsOf(entity, field));
    const index = into.children.push(level) - 1;
    const shape = this.#entry(relation, field, level.node);
    if (relation.shape === "one") return (row) => rowsAt(row, index).map(shape)[0] ?? null;
    const shown = relation.shape === "list" ? LIST_SIZE : undefined;
    return (row) => rowsAt(row, index).slice(0, shown).map(shape);
  }

  #askTies(level: LevelPlan, given: Arguments): void {
    level.filters = listFilters("Statement", whereOf(given), this.parameters);
    level.limit = this.parameters.add(pageSizeOf(given));
  }

  #relationPage(
    entity: EntityName,
    relation: Relation,
    field: SelectedField,
    into: NodePlan,
    label: { parentLabel?: EntityName },
  ): Shape {
    const given = this.selection.argumentsOf(entity, field);
    const [to] = relation.to as [EntityName];
    const plain = relation.entry === undefined;
    const order = plain ? columnsOf(to, (given.orderBy as AskedOrder[] | null) ?? []) : relationColumns(relation);
    const filters = plain ? listFilters(to, whereOf(given), this.parameters) : [];
    const level = { ...this.#pageLevel({ entity, relation: field.name }, given, filters, order), ...label };
    const entry = (below: SelectedField, node: NodePlan) => this.#entry(relation, below, node);
    return this.#page(field, given, level, into.children, { type: relation.entry?.type ?? to, order, entry });
  }

  #pageLevel(from: LevelPlan["from"], given: Arguments, filters: LevelPlan["filters"], order: readonly OrderColumn[]) {
    const level: LevelPlan = { ...emptyLevel(from), filters, order, rows: false };
    if (typeof given.after === "string") {
      level.after = decodeCursor(order, given.after).map((place) => this.parameters.add(place));
    }
    level.limit = this.parameters.add(pageSizeOf(given) + 1);
    return level;
  }

  /** What a field selects of the entries of a relation: of the node alone, or of an object that also tells of the edge. */
  #entry(relation: Relation, field: SelectedField, into: NodePlan): NodeShape {
    const { entry } = relation;
    if (entry === undefined) return this.#ends(relation, field, into);
    const fields = this.selection.fieldsOf(entry.type, field);
    for (const { name } of fields) this.#addNeeded(relation, name, into);
    const shapes = fields
      .filter(({ name }) => name === entry.node)
      .map((below): [string, NodeShape] => [below.as, this.#ends(relation, below, into)]);
    return (row) => ({ ...entryOf(entry.type, row), answers: answersOf(shapes, row) });
  }

  #ends({ to }: Relation, field: SelectedField, into: NodePlan): NodeShape {
    const [only] = to;
    if (to.length === 1 && only !== undefined) return this.nodes(only, field, into);
    const shapes = new Map<string, NodeShape>(to.map((label) => [label, this.nodes(label, field, into, label)]));
    return (row) => (shapes.get(row.label ?? "") as NodeShape)(row);
  }

  #page(field: SelectedField, given: Arguments, level: LevelPlan, into: LevelPlan[], page: PageOf): Shape {
    const index = into.push(level) - 1;
    const shapes: [string, (rows: readonly NodeRow[], more: boolean) => unknown][] = [];
    for (const part of this.selection.fieldsOf(`${page.type}Connection`, field)) {
      if (part.name === "totalCount") level.total = true;
      else level.rows = true;
      if (part.name === "nodes") {
        const shape = page.entry(part, level.node);
        shapes.push([part.as, (rows) => rows.map(shape)]);
      }
      if (part.name === "edges") shapes.push([part.as, this.#edges(part, level, page)]);
      if (part.name === "pageInfo") {
        shapes.push([part.as, (rows, more) => pageInfoOf(page.order, rows, more, level.after !== undefined)]);
      }
    }
    const size = pageSizeOf(given);
    return (row): Answered => {
      const rows = rowsAt(row, index);
      const answers = shapes.map(([as, shape]) => [as, shape(rows.slice(0, size), rows.length > size)]);
      return { totalCount: totalAt(row, index), answers: Object.fromEntries(answers) };
    };
  }

  #edges(field: SelectedField, level: LevelPlan, page: PageOf) {
    const shapes = this.selection
      .fieldsOf(`${page.type}Edge`, field)
      .filter(({ name }) => name === "node")
      .map((below): [string, NodeShape] => [below.as, page.entry(below, level.node)]);
    return (rows: readonly NodeRow[]) =>
      rows.map((row) => ({ cursor: cursorOf(page.order, row), answers: answersOf(shapes, row) }));
  }
}

function emptyLevel(from: LevelPlan["from"]): LevelPlan {
  const node = { heavy: [], children: [] };
  return { from, filters: [], order: [], limit: LIST_SIZE + 1, rows: true, total: false, node };
}

function answersOf<RowType>(shapes: readonly [string, (row: RowType) => unknown][], row: RowType) {
  return Object.fromEntries(shapes.map(([as, shape]) => [as, shape(row)]));
}

function whereOf({ where }: Arguments): Where {
  return (where as Where | null | undefined) ?? {};
}

function pageSizeOf({ first }: Arguments): number {
  const size = typeof first === "number" ? first : PAGE_SIZE;
  if (size >= 1 && size <= GREATEST_PAGE_SIZE) return size;
  throw new InvalidInput(`first is from 1 to ${GREATEST_PAGE_SIZE}, not ${size}; ask for the next page with after`);
}
