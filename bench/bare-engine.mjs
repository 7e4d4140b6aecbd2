import grafeo from "@grafeo-db/js";
import neo4j from "neo4j-driver";

/** What the bare side is given: rows of nodes by label, and of relations by type and ends, in the order they are written. */
const nodeStatement = (label) => `UNWIND $rows AS row MERGE (n:${label} {key: row.key}) SET n += row.properties`;
const relationStatement = ({ type, from, to }) =>
  `UNWIND $rows AS row MATCH (a:${from} {key: row.from}) MATCH (b:${to} {key: row.to}) ` +
  `MERGE (a)-[r:${type}]->(b) SET r += row.properties`;
const schemaStatements = (label) => [
  `CREATE CONSTRAINT bare_${label} IF NOT EXISTS FOR (n:${label}) REQUIRE n.key IS UNIQUE`,
  `CREATE INDEX bare_key_${label} IF NOT EXISTS FOR (n:${label}) ON (n.key)`,
];

/** The database as its own driver offers it, with textbook statements: what Dixit's import is measured against. */
export async function openBare(uri) {
  const engine = uri.startsWith("file:") ? openGrafeo(uri.slice("file:".length)) : openNeo4j(uri);
  return {
    define: async (labels) => {
      for (const statement of labels.flatMap(schemaStatements)) await engine.run(statement);
    },
    /** Writes one batch, `{nodes: [{label, rows}], relations: [{type, from, to, rows}]}`, in one transaction. */
    write: ({ nodes, relations }) =>
      engine.transact(async (run) => {
        for (const { label, rows } of nodes) await run(nodeStatement(label), { rows });
        for (const { rows, ...relation } of relations) await run(relationStatement(relation), { rows });
      }),
    prepare: engine.prepare,
    close: engine.close,
  };
}

function openGrafeo(path) {
  const database = grafeo.GrafeoDB.create(path);
  return {
    prepare: (rows) => rows,
    run: (statement) => database.executeCypher(statement),
    transact: async (work) => {
      const transaction = database.beginTransaction();
      await work((statement, parameters) => transaction.executeCypher(statement, parameters));
      transaction.commit();
    },
    close: () => database.close(),
  };
}

function openNeo4j(uri) {
  const driver = neo4j.driver(uri, credentials());
  const session = driver.session();
  return {
    /** Whole numbers would be stored as floats. */
    prepare: (value) => prepareForNeo4j(value),
    run: (statement) => session.run(statement),
    transact: (work) =>
      session.executeWrite((transaction) => work((statement, parameters) => transaction.run(statement, parameters))),
    close: () => driver.close(),
  };
}

function prepareForNeo4j(value) {
  if (Number.isInteger(value)) return neo4j.int(value);
  if (Array.isArray(value)) return value.map(prepareForNeo4j);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, prepareForNeo4j(item)]));
}

/** Deletes all content of a Neo4j database, since the community edition has only one, and with `schema` its indexes too. */
export async function emptyNeo4j(uri, { schema = false } = {}) {
  const driver = neo4j.driver(uri, credentials());
  const session = driver.session();
  await session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS");
  for (const kind of schema ? ["CONSTRAINT", "INDEX"] : []) await dropAll(session, kind);
  await driver.close();
}

async function dropAll(session, kind) {
  const plural = { CONSTRAINT: "CONSTRAINTS", INDEX: "INDEXES" }[kind];
  const { records } = await session.run(`SHOW ${plural} YIELD name, type WHERE type <> 'LOOKUP' RETURN name`);
  for (const record of records) await session.run(`DROP ${kind} ${quote(record.get("name"))} IF EXISTS`);
}

function quote(name) {
  return `\`${name}\``;
}

function credentials() {
  const { DIXIT_STORE_USER: user, DIXIT_STORE_PASSWORD: password } = process.env;
  return user && password ? neo4j.auth.basic(user, password) : undefined;
}
