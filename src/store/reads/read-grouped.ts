import type { CypherEngine, Parameters, Row } from "../engine.js";
import type { ReadScope } from "./read.js";

/** Runs the one statement of a grouping or a timeline, if there is anything to read, and answers its row. */
export async function readGrouped(
  engine: CypherEngine,
  text: string | undefined,
  parameters: Parameters,
  scope: ReadScope,
): Promise<Row> {
  if (text === undefined) return {};
  const [row] = await engine.read(text, { ...parameters, mine: [...scope.mine] }, scope);
  return row ?? {};
}
