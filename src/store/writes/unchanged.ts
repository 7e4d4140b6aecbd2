import type { Contribution, NodeContribution, RelationContribution } from "../contribution.js";
import type { Transaction } from "../engine.js";
import { canonicalJson } from "./joins.js";
import { NAMED_LABELS } from "./named-node.js";
import { inChunks } from "./read-slice.js";

/** The contributions that bring something which the graph does not hold in just that form, in their order. */
export async function changedContributions(tx: Transaction, all: readonly Contribution[]): Promise<Contribution[]> {
  const stored: Stored = {
    documents: await storedFingerprints(tx, all),
    reports: await storedReports(tx, all),
    records: await storedRecords(tx, all),
  };
  const stale = new Set<string>();
  for (const contribution of all) if (!isStored(contribution, stored)) stale.add(unitOf(contribution));
  return all.filter((contribution) => stale.has(unitOf(contribution)));
}

interface Stored {
  documents: ReadonlyMap<string, string>;
  reports: ReadonlySet<string>;
  records: ReadonlySet<string>;
}

/** What replaces what: a later contribution of the same unit may bring back what an earlier one of the batch took away. */
function unitOf(contribution: Contribution): string {
  const { source, kind, replaces } = contribution;
  if (kind === "records") return `record\t${source}\t${recordIn(contribution)?.label}\t${recordIn(contribution)?.key}`;
  if (replaces) return `document\t${source}`;
  return `flat\t${source}\t${reportIn(contribution)?.from.key}`;
}

function isStored(contribution: Contribution, { documents, reports, records }: Stored): boolean {
  const { source, kind, replaces, fingerprint } = contribution;
  if (kind === "records") {
    const record = recordIn(contribution);
    return record !== undefined && records.has(recordId(record, source, canonicalJson(record.properties ?? {})));
  }
  if (replaces) return documents.get(source) === fingerprint;
  const report = reportIn(contribution);
  return report !== undefined && reports.has(`${report.from.key}\t${source}\t${report.properties.at}\t${fingerprint}`);
}

async function storedFingerprints(tx: Transaction, all: readonly Contribution[]): Promise<Map<string, string>> {
  const keys = new Set<string>();
  for (const { kind, replaces, source } of all) if (kind === "document" && replaces) keys.add(source);
  const statement = "UNWIND $keys AS key MATCH (d:Document {key: key}) RETURN key, d.fingerprint AS fingerprint";
  const rows = await inChunks([...keys], (chunk) => tx.run(statement, { keys: chunk }));
  return new Map(rows.map((row) => [row.key as string, row.fingerprint as string]));
}

/** The reports of flat statements that are stored, each with the fingerprint of its record. */
async function storedReports(tx: Transaction, all: readonly Contribution[]): Promise<Set<string>> {
  const keys = new Set<string>();
  for (const contribution of all) {
    const report = contribution.replaces ? undefined : reportIn(contribution);
    if (report) keys.add(report.from.key);
  }
  const statement =
    "UNWIND $keys AS key MATCH (s:Statement {key: key}) MATCH (s)-[r:REPORTED_IN]->(d:Document) " +
    "RETURN key, d.key AS document, r.at AS at, r.fingerprint AS fingerprint";
  const rows = await inChunks([...keys], (chunk) => tx.run(statement, { keys: chunk }));
  return new Set(rows.map((row) => `${row.key}\t${row.document}\t${row.at}\t${row.fingerprint}`));
}

/** What the sets of records are stored to have said of the nodes that they speak of again. */
async function storedRecords(tx: Transaction, all: readonly Contribution[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const label of NAMED_LABELS) {
    const records = all
      .filter(({ kind }) => kind === "records")
      .flatMap((contribution) => recordIn(contribution) ?? []);
    const keys = [...new Set(records.filter((record) => record.label === label).map(({ key }) => key))];
    const statement = `UNWIND $keys AS key MATCH (n:${label} {key: key}) WHERE n.given IS NOT NULL RETURN key, n.records AS records, n.given AS given`;
    for (const { key, records, given } of await inChunks(keys, (chunk) => tx.run(statement, { keys: chunk }))) {
      const sets = records as readonly string[];
      const node = { label, key: key as string };
      for (const [i, set] of sets.entries()) found.add(recordId(node, set, (given as readonly string[])[i] ?? ""));
    }
  }
  return found;
}

function recordId({ label, key }: Pick<NodeContribution, "label" | "key">, set: string, json: string): string {
  return `${label}\t${key}\t${set}\t${json}`;
}

/** The node that a record describes; the others of its contribution are only spoken of. */
function recordIn(contribution: Contribution): NodeContribution | undefined {
  return contribution.nodes.find(({ properties }) => properties !== undefined);
}

function reportIn(contribution: Contribution): RelationContribution | undefined {
  return contribution.relations.find(({ type }) => type === "REPORTED_IN");
}
