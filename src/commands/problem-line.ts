import type { Problem } from "../errors.js";

/** A problem as a person reads it, with its place where editors and terminals find it. */
export function lineOfProblem({ place, rule, message }: Problem): string {
  const where = [place.file, place.line, place.column].filter((part) => part !== undefined).join(":");
  return `${where}: ${message} [${rule}]`;
}
