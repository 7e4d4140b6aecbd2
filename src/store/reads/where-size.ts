import { InvalidInput } from "../../errors.js";

/** Fields, parts of AND and OR, and quantifiers that one `where` may have in all. */
export const MOST_CONDITIONS = 200;
/** Relations that may follow one another within a `where`. */
export const DEEPEST_RELATION = 6;

/** Counts what a `where` asks, and refuses what an engine would take long to plan; variables can hold any amount. */
export class WhereSize {
  #conditions = 0;

  /** One condition more. */
  count(): void {
    this.#conditions++;
    if (this.#conditions <= MOST_CONDITIONS) return;
    throw new InvalidInput(
      `A where has ${MOST_CONDITIONS} conditions at most, and this one has more; use in for many values, or ask in parts`,
    );
  }

  /** The depth below a relation. */
  deeper(depth: number): number {
    if (depth < DEEPEST_RELATION) return depth + 1;
    throw new InvalidInput(
      `A where follows ${DEEPEST_RELATION} relations in a row at most, and this one more; start from what is nearer`,
    );
  }
}
