import type { GraphQLResolveInfo } from "graphql";
import { LIST_SIZE } from "../model/page.js";
import type { Row } from "../store/engine.js";
import { type CursorList, cursorList } from "../store/reads/cursor.js";
import { type EntityName, entityOf } from "../store/reads/entities.js";
import { type AskedOrder, columnsOf, relationColumns } from "../store/reads/orders.js";
import { type LevelPlan, type NodePlan, PlanParameters } from "../store/reads/plan.js";
import { findRelation, type Relation } from "../store/reads/relations.js";
import { entryOf, type NodeRow, nodeOf, rowsAt, totalAt } from "../store/reads/rows.js";
import { listFilters } from "../store/reads/usual.js";
import type { Where } from "../store/reads/where.js";
import { type Answered, cursorOf, type PageRows, pageInfoOf } from "./answer.js";
import { type AskedPage, askedPage, pageBounds, pageSizeOf, shownRows } from "./asked-page.js";
import { type SelectedField, Selection } from "./selection.js";

type Arguments = Readonly<Record<string, unknown>>;

/** Gives what a field answers out of the row that holds its level. */
export type Shape = (row: Row) => unknown;
type NodeShape = (row: NodeRow) => object;

/** What a page gives of its rows, and how its entries are planned. */
interface PageOf {
  type: string;
  list: CursorList;
  asked: AskedPage;
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
    const list = cursorList(`${type}.${field.name}`, order, given);
    const asked = askedPage(given);
    const level = this.#pageLevel({ root: entity }, filters, pageBounds(asked, given, list, this.parameters));
    const entry = (below: SelectedField, into: NodePlan) => this.nodes(entity, below, into);
    return this.#page(field, level, this.levels, { type: entity, list, asked, entry });
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
    const list = cursorList(`${entity}.${field.name}`, order, given);
    const asked = askedPage(given);
    const bounds = pageBounds(asked, given, list, this.parameters);
    const level = { ...this.#pageLevel({ entity, relation: field.name }, filters, bounds), ...label };
    const entry = (below: SelectedField, node: NodePlan) => this.#entry(relation, below, node);
    return this.#page(field, level, into.children, { type: relation.entry?.type ?? to, list, asked, entry });
  }

  /** Rows are read only where something of them is selected. */
  #pageLevel(from: LevelPlan["from"], filters: LevelPlan["filters"], bounds: ReturnType<typeof pageBounds>): LevelPlan {
    return { ...emptyLevel(from), filters, ...bounds, rows: false };
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

  #page(field: SelectedField, level: LevelPlan, into: LevelPlan[], page: PageOf): Shape {
    const index = into.push(level) - 1;
    const shapes: [string, (page: PageRows) => unknown][] = [];
    for (const part of this.selection.fieldsOf(`${page.type}Connection`, field)) {
      if (part.name === "totalCount") level.total = true;
      else level.rows = true;
      if (part.name === "nodes") {
        const shape = page.entry(part, level.node);
        shapes.push([part.as, ({ rows }) => rows.map(shape)]);
      }
      if (part.name === "edges") shapes.push([part.as, this.#edges(part, level, page)]);
      if (part.name === "pageInfo") shapes.push([part.as, (rows) => pageInfoOf(page.list, rows)]);
    }
    return (row): Answered => ({
      totalCount: totalAt(row, index),
      answers: answersOf(shapes, shownRows(page.asked, rowsAt(row, index))),
    });
  }

  #edges(field: SelectedField, level: LevelPlan, page: PageOf) {
    const shapes = this.selection
      .fieldsOf(`${page.type}Edge`, field)
      .filter(({ name }) => name === "node")
      .map((below): [string, NodeShape] => [below.as, page.entry(below, level.node)]);
    return ({ rows }: PageRows) =>
      rows.map((row) => ({ cursor: cursorOf(page.list, row), answers: answersOf(shapes, row) }));
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
