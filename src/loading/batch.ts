import type { StatementRecord } from "../model/record.js";
import type { Contribution } from "../store/contribution.js";

/** Code units of texts in one batch, at most, unless one document alone has more. */
const MOST_TEXT = 16 * 1024 * 1024;

/** A contribution, or a flat statement that becomes one when its document has been looked up. */
export type BatchItem = { contribution: Contribution; fromText: boolean } | { statement: StatementRecord };

/** What is gathered for one transaction, in the order of the input. */
export class Batch {
  readonly items: BatchItem[] = [];
  documents = 0;
  statements = 0;
  #rows = 0;
  #text = 0;
  readonly #mostStatements: number;

  constructor(mostStatements: number) {
    this.#mostStatements = mostStatements;
  }

  /** Adds what `statements` statements of a document, or a record, came to. */
  add(contribution: Contribution, { statements = 0, fromText = false } = {}): void {
    this.items.push({ contribution, fromText });
    this.statements += statements;
    this.#rows += statements + 1;
    for (const { label, properties } of contribution.nodes) {
      if (label !== "Document" || !properties) continue;
      this.documents += 1;
      this.#text += typeof properties.text === "string" ? properties.text.length : 0;
    }
  }

  addStatement(statement: StatementRecord): void {
    this.items.push({ statement });
    this.statements += 1;
    this.#rows += 1;
  }

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  get isFull(): boolean {
    return (
      this.#rows >= this.#mostStatements * 1.2 || this.statements >= this.#mostStatements || this.#text >= MOST_TEXT
    );
  }
}
