import type { CypherEngine } from "../engine.js";
import type { StoreTarget } from "../target.js";

/** The engine for a target. */
export async function openEngine(target: StoreTarget): Promise<CypherEngine> {
  return (await loadEngine(target))();
}

/**
 * Loads the engine for a target, and gives what opens it. Each is loaded when it is needed: a driver or a native library
 * takes a tenth of a second.
 */
export async function loadEngine(target: StoreTarget): Promise<() => CypherEngine | Promise<CypherEngine>> {
  if (target.kind === "neo4j") {
    const { Neo4jEngine } = await import("./neo4j/engine.js");
    return () => Neo4jEngine.open(target);
  }
  const { GrafeoEngine } = await import("./grafeo/engine.js");
  return () => GrafeoEngine.open(target.kind === "file" ? target.path : undefined);
}
