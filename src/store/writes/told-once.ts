import type { Properties } from "../contribution.js";
import type { CypherValue } from "../engine.js";
import type { HeldRelation } from "./entry.js";
import { sortedSet } from "./joins.js";
import { ruleOf } from "./relation-rules.js";

/** What a report says of its statement, beside its confidence and collections. */
const FACTS = ["text", "mode", "act", "saidAt", "language", "origin"] as const;

/**
 * The relations of a statement as they are stored: what the statement says, and a report says word for word, stands there
 * once. Most statements have one report, and an embedded file is opened the faster the fewer values it holds.
 *
 * - A report has `text`, and with it what else it says of the statement, only where it says something else than the statement.
 * - It has `spans` only where they are not the place of the quote, and `quote` only where that is not the text or there are
 *   `spans`; and for `speakerSpan`, where that is as long as the speaker's name, only where it begins: `speakerAt`.
 * - A relation has `collections` only where they are not the statement's, and `documents` only where `given` needs them or
 *   they are not those that report the statement.
 */
export function storedRelations(statement: Properties, relations: readonly HeldRelation[]): HeldRelation[] {
  const documents = reportingDocuments(relations);
  return relations.map((relation) => {
    const told = toldElsewhere(statement, relation, documents);
    return told.size === 0 ? relation : { ...relation, properties: without(relation.properties, told) };
  });
}

/** The relations of a statement with all they say: what `storedRelations` took away is there again. */
export function fullRelations(statement: Properties, stored: readonly HeldRelation[]): HeldRelation[] {
  const documents = reportingDocuments(stored);
  return stored.map((relation) => {
    const properties: Record<string, CypherValue> = { ...relation.properties };
    if (statement.collections !== undefined) properties.collections ??= statement.collections;
    if (relation.type === "REPORTED_IN") completeReport(statement, properties);
    else if (ruleOf(relation.type).contributors === "documents") properties.documents ??= documents;
    return { ...relation, properties };
  });
}

function reportingDocuments(relations: readonly HeldRelation[]): readonly string[] {
  const reports = relations.filter(({ type }) => type === "REPORTED_IN");
  return reports.length === 1 ? [(reports[0] as HeldRelation).to.key] : sortedSet(reports.map(({ to }) => to.key));
}

function toldElsewhere(statement: Properties, relation: HeldRelation, documents: readonly string[]): Set<string> {
  const { type, properties } = relation;
  const told = new Set<string>();
  if (sameList(properties.collections, statement.collections)) told.add("collections");
  if (type === "REPORTED_IN") {
    if (FACTS.every((name) => properties[name] === statement[name])) for (const name of FACTS) told.add(name);
    if (properties.quote !== undefined && sameList(properties.spans, placeOfQuote(properties))) {
      told.add("spans");
      if (properties.quote === properties.text) told.add("quote");
    }
    if (isPlaceOf(properties.speaker, properties.speakerSpan)) told.add("speakerSpan");
  } else if (properties.given === undefined && sameList(properties.documents, documents)) {
    told.add("documents");
  }
  return told;
}

function completeReport(statement: Properties, report: Record<string, CypherValue>): void {
  if (report.text === undefined) {
    for (const name of FACTS) if (statement[name] !== undefined) report[name] = statement[name];
  }
  if (report.speakerAt !== undefined) {
    const [start, { length }] = [report.speakerAt as number, report.speaker as string];
    report.speakerSpan = [start, start + length];
    delete report.speakerAt;
  }
  if (report.spans !== undefined || (report.at as number) < 0) return;
  report.quote ??= report.text as CypherValue;
  report.spans = placeOfQuote(report);
}

function placeOfQuote({ at, quote }: Properties): number[] {
  return [at as number, (at as number) + (quote as string).length];
}

function isPlaceOf(name: CypherValue | undefined, span: CypherValue | undefined): boolean {
  if (typeof name !== "string" || !Array.isArray(span)) return false;
  return span.length === 2 && span[1] - span[0] === name.length;
}

function sameList(a: CypherValue | undefined, b: CypherValue | undefined): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, i) => item === b[i]);
}

function without(properties: Properties, told: ReadonlySet<string>): Properties {
  const kept: Record<string, CypherValue> = {};
  for (const name in properties) if (!told.has(name)) kept[name] = properties[name] as CypherValue;
  if (told.has("speakerSpan")) kept.speakerAt = (properties.speakerSpan as readonly number[])[0] as number;
  return kept;
}
