import { RELATION_TYPES } from "../dist/store/graph-schema.js";

const NODES = ["ImportRun", "Name", "Actor", "Topic", "Document", "Statement"];
/** The relation to the import that brought a document is history, and no part of the schema of the content. */
const RELATIONS = { ...RELATION_TYPES, BROUGHT_BY: { from: ["Document"], to: ["ImportRun"] } };

/**
 * What an import of a newsroom wrote, read back through `read`, as batches for the bare engine:
 * `{nodes: [{label, rows: [{key, properties}]}], relations: [{type, from, to, rows: [{from, to, properties}]}]}`.
 * Names, actors and topics come first; then the documents as they were imported, each with its statements and relations.
 */
export async function batchesOf(read, count) {
  const nodes = await Promise.all(NODES.map(async (label) => ({ label, rows: await readNodes(read, label) })));
  const relations = await readRelations(read);
  const numbers = numbersOf(nodes, relations);
  const batches = Array.from({ length: count }, () => ({ nodes: [], relations: [] }));
  const place = (number) => (number === undefined ? 0 : 1 + Math.floor((number / numbers.documents) * (count - 1)));
  for (const { label, rows } of nodes) spread(rows, (row) => place(numbers.of(row.key)), batches, "nodes", { label });
  for (const { rows, ...relation } of relations) {
    spread(rows, ({ from, to }) => place(numbers.of(from) ?? numbers.of(to)), batches, "relations", relation);
  }
  return batches;
}

async function readNodes(read, label) {
  return read(`MATCH (n:${label}) RETURN n.key AS key, properties(n) AS properties ORDER BY key`);
}

async function readRelations(read) {
  const kinds = Object.entries(RELATIONS).flatMap(([type, ends]) =>
    ends.from.flatMap((from) => ends.to.map((to) => ({ type, from, to }))),
  );
  const found = kinds.map(async ({ type, from, to }) => {
    const match = `MATCH (a:${from})-[r:${type}]->(b:${to})`;
    const rows = await read(`${match} RETURN a.key AS from, b.key AS to, properties(r) AS properties`);
    return { type, from, to, rows };
  });
  return (await Promise.all(found)).filter(({ rows }) => rows.length > 0);
}

/** The number of a document ends its address; a statement has that of the document that reports it. */
function numbersOf(nodes, relations) {
  const documents = nodes.find(({ label }) => label === "Document").rows;
  const numbers = new Map(documents.map(({ key, properties }) => [key, Number(properties.url.split("/").at(-1)) - 1]));
  const reports = relations.find(({ type }) => type === "REPORTED_IN").rows;
  for (const { from, to } of reports) numbers.set(from, numbers.get(to));
  return { documents: documents.length, of: (key) => numbers.get(key) };
}

function spread(rows, placeOf, batches, kind, description) {
  const parts = groupBy(rows, placeOf);
  for (const [place, part] of parts) batches[place][kind].push({ ...description, rows: part });
}

/** Map.groupBy came with Node 21. */
function groupBy(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(row);
  }
  return groups;
}
