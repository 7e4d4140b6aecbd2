import type { CypherEngine } from "../engine.js";
import type { StoreTarget } from "../target.js";

/** The engine for a target. Each is loaded when it is needed: a driver or a native library takes a tenth of a second. */
export async function openEngine(target: StoreTarget): Promise<CypherEngine> {
  if (target.kind === "neo4j") {
    const { Neo4jEngine } = await import("./neo4j/engine.js");
    return Neo4jEngine.open(target);
  }
  const { GrafeoEngine } = await import("./grafeo/engine.js");
  return GrafeoEngine.open(target.kind === "file" ? target.path : undefined);
}
