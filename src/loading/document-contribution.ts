import type { Problem } from "../errors.js";
import { cutExcerpt } from "../model/excerpt.js";
import type { ArticleRecord, DocumentRecord, StatementRecord } from "../model/record.js";
import type { Steps } from "../model/steps.js";
import type { Contribution, NodeReference } from "../store/contribution.js";
import { ContributionBuilder } from "./contribution-builder.js";
import { documentProperties } from "./document-properties.js";
import { documentKey, referredDocument, shortHash } from "./keys.js";
import type { Resolve } from "./resolve.js";
import { BrokenRule, orProblem } from "./rules.js";
import { addStatement, type ReportingDocument } from "./statement-contribution.js";

/** What a document with its statements brings, and what is wrong with some of them. */
export interface DocumentContribution {
  contribution: Contribution;
  problems: readonly Problem[];
}

/** All that a document says, taken up statement by statement: it replaces what an earlier version of it brought. */
export function* documentContribution(
  record: DocumentRecord | ArticleRecord,
  statements: readonly StatementRecord[],
  resolve: Resolve,
  language = record.language,
): Steps<DocumentContribution> {
  const builder = new ContributionBuilder(resolve);
  const document = addDocument(builder, record, language, false);
  const problems: Problem[] = [];
  let spanless = -1;
  for (const statement of statements) {
    const wrong = orProblem(statement.readAt, () =>
      addStatement(builder, document, statement, { spanless, standing: false }),
    );
    if (wrong) problems.push(wrong);
    else if (!statement.spans?.length) spanless -= 1;
    yield;
  }
  const said = [saidOfDocument(record, language), statements.map(saidOfStatement)];
  return { contribution: builder.build(document.node.key, "document", true, said), problems };
}

/** A document on its own: it is added or changed, and its statements, which stand elsewhere, are left alone. */
export function flatDocumentContribution(record: DocumentRecord, resolve: Resolve): Contribution {
  const builder = new ContributionBuilder(resolve);
  const document = addDocument(builder, record, record.language, true);
  return builder.build(document.node.key, "document", false, saidOfDocument(record, record.language));
}

/** A statement on its own, added to its document or changed there. `text` is the document's, where it is known. */
export function flatStatementContribution(
  record: StatementRecord,
  document: string,
  text: string | undefined,
  resolve: Resolve,
): Contribution {
  const builder = new ContributionBuilder(resolve);
  const node = builder.reference("Document", document);
  addStatement(builder, { node, text, publishedDay: "" }, record, { spanless: -1, standing: true });
  const contribution = builder.build(document, "document", false, [saidOfStatement(record), excerptOf(record, text)]);
  return {
    ...contribution,
    relations: contribution.relations.map((relation) => marked(relation, contribution.fingerprint)),
  };
}

/** What a document says, in an order of its own; a text by its hash. */
function saidOfDocument(record: DocumentRecord | ArticleRecord, language: string | undefined): unknown {
  const { url, id, title, outlet, publishedAt, collection, text = "" } = record;
  return [url, id, title, outlet, publishedAt, collection, language, shortHash(text, 32)];
}

/** The same of a statement. */
function saidOfStatement(record: StatementRecord): unknown {
  const { id, text, mode, act, saidAt, language, confidence, origin, collection, extractor } = record;
  const { speakers, onBehalfOf, about, addressees, relayedBy, spans, cueSpan, speakerSpan } = record;
  return [
    [id, text, mode, act, saidAt, language, confidence, origin, collection, extractor],
    [speakers, onBehalfOf, about, addressees, relayedBy, spans, cueSpan, speakerSpan],
  ];
}

/** A flat statement says more once its document's text is known. */
function excerptOf({ spans }: StatementRecord, text: string | undefined): unknown {
  return text !== undefined && spans?.length ? cutExcerpt(text, spans) : undefined;
}

/** The report of a flat statement bears the fingerprint of its record, by which it is known to be there already. */
function marked(relation: Contribution["relations"][number], fingerprint: string): Contribution["relations"][number] {
  if (relation.type !== "REPORTED_IN") return relation;
  return { ...relation, properties: { ...relation.properties, fingerprint } };
}

/** The key of the document that a flat statement refers to. */
export function documentOf({ document }: StatementRecord): string {
  if (document !== undefined && document !== "") return referredDocument(document);
  throw new BrokenRule("missing-document", "this statement names no document; give the document's key, id or URL");
}

function addDocument(
  builder: ContributionBuilder,
  record: DocumentRecord | ArticleRecord,
  language: string | undefined,
  standing: boolean,
): ReportingDocument {
  const properties = documentProperties(record, language);
  const key = documentKey(record);
  const node: NodeReference = builder.node({
    label: "Document",
    key,
    properties: { ...properties, title: properties.title || key },
  });
  if (record.outlet !== undefined) {
    const outlet = builder.actorIn(node, { name: record.outlet, kind: "MEDIA", language }, standing);
    builder.relation("PUBLISHED_BY", node, outlet, { standing: standing || undefined });
  }
  const { text, collection } = record;
  return { node, text, language, collection, publishedDay: properties.publishedDay as string };
}
