import { LRUCache } from "lru-cache";
import type { StatementRecord } from "../model/record.js";
import type { Contribution } from "../store/contribution.js";
import type { GraphStore } from "../store/graph-store.js";
import { makePassingIndexes } from "../store/passing-indexes.js";
import { documentOf } from "./document-contribution.js";
import { referredDocument } from "./keys.js";

/** Code units of documents' texts that are kept for the statements that follow. */
const KEPT_TEXT = 16 * 1024 * 1024;

/** What flat statements need of their documents: the key behind an id, and the text that their spans point into. */
export class DocumentLookup {
  readonly #store: GraphStore;
  /** Keys of documents whose id is not their identity, by the key that the id alone would give. */
  readonly #keysOfIds = new LRUCache<string, string>({ max: 100_000 });
  readonly #texts = new LRUCache<string, string>({ maxSize: KEPT_TEXT, sizeCalculation: (text) => text.length + 1 });

  constructor(store: GraphStore) {
    this.#store = store;
  }

  /** Keeps what later statements may need of a document of this import. */
  remember({ source, nodes }: Contribution): void {
    const properties = nodes.find(({ label, key }) => label === "Document" && key === source)?.properties;
    if (!properties) return;
    if (typeof properties.text === "string") this.#texts.set(source, properties.text);
    if (typeof properties.id !== "string") return;
    const keyOfId = referredDocument(properties.id);
    if (keyOfId !== source) this.#keysOfIds.set(keyOfId, source);
  }

  /** Looks up in the graph what this import has not told of the documents of some statements. */
  async prepare(statements: readonly StatementRecord[]): Promise<void> {
    const ids = new Map<string, string>();
    for (const { document = "" } of statements) {
      if (document !== "" && !/^https?:\/\//i.test(document)) ids.set(document, referredDocument(document));
    }
    await this.#findKeys([...ids].filter(([, key]) => !this.#keysOfIds.has(key)));
    const withSpans = statements.filter(({ spans, document }) => spans?.length && document);
    const keys = new Set(withSpans.map((statement) => this.keyFor(statement)));
    await this.#findTexts([...keys].filter((key) => !this.#texts.has(key)));
  }

  /** The key of the document that a statement refers to. */
  keyFor(statement: StatementRecord): string {
    const key = documentOf(statement);
    return this.#keysOfIds.get(key) ?? key;
  }

  /** The text of a document, where it is known. */
  textOf(key: string): string | undefined {
    return this.#texts.get(key);
  }

  async #findKeys(ids: readonly (readonly [id: string, key: string])[]): Promise<void> {
    if (ids.length === 0) return;
    await makePassingIndexes(this.#store.engine);
    const statement = "UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN id, d.key AS key";
    const rows = await this.#store.engine.read(statement, { ids: ids.map(([id]) => id) });
    const found = new Map(rows.map(({ id, key }) => [id as string, key as string]));
    for (const [id, key] of ids) this.#keysOfIds.set(key, found.get(id) ?? key);
  }

  async #findTexts(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const statement =
      "UNWIND $keys AS key MATCH (d:Document {key: key}) WHERE d.text IS NOT NULL RETURN key, d.text AS text";
    for (const { key, text } of await this.#store.engine.read(statement, { keys }))
      this.#texts.set(key as string, text as string);
  }
}
