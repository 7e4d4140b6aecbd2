import type { Pattern } from "../candidate.js";
import { ACCUSATION, DEMAND, DENIAL, EVALUATION, LABEL } from "./acts.js";
import { BARE, CLAUSE, CLAUSE_INVERTED, CLAUSE_THEN_SUBJECT, INFINITIVE, PREDICATE, SELF } from "./clauses.js";
import { COLON, QUOTATION_INVERTED, QUOTATION_THEN_CLAUSE, VERB_QUOTATION } from "./quoted.js";

/** The ways in which a verb of saying reports speech, most precise first; the first that fits a verb is taken. */
export const PATTERNS: readonly Pattern[] = [
  CLAUSE,
  QUOTATION_INVERTED,
  QUOTATION_THEN_CLAUSE,
  COLON,
  ACCUSATION,
  LABEL,
  DEMAND,
  VERB_QUOTATION,
  INFINITIVE,
  SELF,
  PREDICATE,
  BARE,
  CLAUSE_INVERTED,
  CLAUSE_THEN_SUBJECT,
  EVALUATION,
  DENIAL,
];
