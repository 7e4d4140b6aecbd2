import { findDays } from "../../model/partial-date.js";
import type { Properties } from "../contribution.js";
import type { CypherValue } from "../engine.js";
import { joinProperties } from "./joins.js";

/** What a report says of its statement. */
const OF_STATEMENT = ["text", "mode", "act", "saidAt", "language", "confidence", "origin", "collections"] as const;

/** A statement as the join of its reports. */
export function statementNode(key: string, reports: readonly Properties[], retracted: boolean): Properties {
  const said = reports.length === 1 ? (reports[0] as Properties) : joinProperties(reports.map(pickStatement));
  const node: Record<string, CypherValue> = { key };
  for (const name of OF_STATEMENT) if (said[name] !== undefined) node[name] = said[name];
  const days = said.saidAt === undefined ? undefined : findDays(said.saidAt as string);
  node.saidDay = days?.first ?? "";
  node.saidLastDay = days?.last ?? "";
  node.status = retracted ? "RETRACTED" : "ACTIVE";
  return node;
}

function pickStatement(report: Properties): Properties {
  const picked: Record<string, CypherValue> = {};
  for (const name of OF_STATEMENT) if (report[name] !== undefined) picked[name] = report[name];
  return picked;
}
