import { ALIASES } from "./aliases.js";
import { COST } from "./cost.js";
import { DEPTH } from "./depth.js";
import { DIRECTIVES } from "./directives.js";
import { INTROSPECTION_DEPTH } from "./introspection-depth.js";
import type { Limit } from "./limit.js";
import { PAGE_SIZES } from "./page-sizes.js";
import { RELATIONS } from "./relations.js";
import { ROOT_FIELDS } from "./root-fields.js";
import { SELECTIONS } from "./selections.js";

/** Every limit on a parsed operation. The number of tokens is checked by the parser. */
export const LIMITS: readonly Limit[] = [
  DEPTH,
  ALIASES,
  SELECTIONS,
  ROOT_FIELDS,
  RELATIONS,
  DIRECTIVES,
  INTROSPECTION_DEPTH,
  PAGE_SIZES,
  COST,
];
