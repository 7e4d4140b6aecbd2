import type { Measured } from "./measured.js";

/** The bounds that a query is held to; all counted over the operation with its fragments spread out. */
export interface Limits {
  /** Levels of fields. */
  maxDepth: number;
  maxAliases: number;
  /** Lexical tokens of the document. */
  maxTokens: number;
  /** Relations followed under one root field. */
  maxRelations: number;
  /** About the rows that a query has to read at most. */
  maxCost: number;
}

/** A limit that was passed: what was given, what is allowed, and a message that says how to do it. */
export interface Refusal {
  limit: string;
  given: number;
  allowed: number;
  message: string;
}

/** One limit: a pure check of an operation that has passed validation. */
export interface Limit {
  name: string;
  /** True when the answer depends on the values of variables, so that it cannot be kept with the document. */
  usesVariables: boolean;
  check(operation: Measured, limits: Limits): Refusal | undefined;
}
