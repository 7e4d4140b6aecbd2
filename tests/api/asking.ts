import { type ExecutionResult, type GraphQLError, graphql } from "graphql";
import type { Context, Importer } from "../../src/api/context.js";
import { buildDixitSchema } from "../../src/api/schema.js";
import type { CypherEngine } from "../../src/store/engine.js";

/** An engine that counts the statements it reads. */
export interface CountingEngine extends CypherEngine {
  texts: string[];
}

/** The same engine, which keeps the text of every statement that is read. */
export function counting(engine: CypherEngine): CountingEngine {
  const texts: string[] = [];
  return {
    texts,
    dialect: engine.dialect,
    read: (statement, parameters, options) => {
      texts.push(statement);
      return engine.read(statement, parameters, options);
    },
    write: (work) => engine.write(work),
    define: (statements) => engine.define(statements),
    schema: () => engine.schema(),
    verify: () => engine.verify(),
    close: () => engine.close(),
  };
}

const NO_IMPORTER: Importer = {
  importArticles: () => Promise.reject(new Error("nothing to import with")),
  removeDocument: () => Promise.reject(new Error("nothing to remove with")),
};

export interface Asked {
  variables?: Record<string, unknown>;
  mine?: string[];
  importer?: Importer;
  mayWrite?: boolean;
}

/** Runs an operation as a server would. */
export async function execute(engine: CypherEngine, source: string, asked: Asked = {}): Promise<ExecutionResult> {
  const { variables = {}, mine = ["public"], importer = NO_IMPORTER, mayWrite = false } = asked;
  const contextValue: Context = { store: { engine }, mine, importer, mayWrite };
  return graphql({ schema: buildDixitSchema(), source, variableValues: variables, contextValue });
}

/** The data of an operation that must not fail, as plain JSON. */
export async function ask<Data = Record<string, unknown>>(engine: CypherEngine, source: string, asked: Asked = {}) {
  const { data, errors } = await execute(engine, source, asked);
  if (errors !== undefined) throw errors[0]?.originalError ?? errors[0];
  return JSON.parse(JSON.stringify(data)) as Data;
}

/** The errors of an operation that must fail. */
export async function errorsOf(
  engine: CypherEngine,
  source: string,
  asked: Asked = {},
): Promise<readonly GraphQLError[]> {
  const { errors } = await execute(engine, source, asked);
  if (errors === undefined) throw new Error("The operation did not fail");
  return errors;
}
