import type { Command } from "./command.js";
import { DOCTOR } from "./doctor.js";
import { EXTRACT } from "./extract.js";
import { IMPORT } from "./import.js";
import { SCHEMA } from "./schema.js";
import { SERVE } from "./serve.js";

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [SERVE, IMPORT, EXTRACT, DOCTOR, SCHEMA];
