import type { Stance } from "../../model/vocabulary.js";

/** How a judgement names a statement: its key, or a document and the first offset of the content there. */
export type JudgedStatement = string | { document: string; at: number };

/** A correction with its names resolved to keys, as it stands in the graph. */
export type Verdict =
  | { verdict: "SAME"; kept: string; merged: readonly string[] }
  | { verdict: "DISTINCT"; actors: readonly string[]; names: readonly string[] }
  | { verdict: "SPEAKER"; statement: JudgedStatement; speaker: string }
  | { verdict: "STANCE"; statement: JudgedStatement; targets: readonly string[]; stance: Stance | null }
  | { verdict: "RETRACT"; statement: JudgedStatement };

/**
 * What all judgements of a graph say together. The graph is what its sources say, seen through this:
 * nothing that a source said is lost, and judging before an import or after it comes to the same.
 */
export class Judgements {
  readonly #keptFor = new Map<string, string>();
  readonly #speakers = new Map<string, string>();
  readonly #stances = new Map<string, Stance | null>();
  readonly #retracted = new Set<string>();

  /** Of two verdicts that contradict each other, the later in the list counts. */
  constructor(readonly verdicts: readonly Verdict[]) {
    for (const verdict of verdicts) this.#add(verdict);
  }

  #add(verdict: Verdict): void {
    if (verdict.verdict === "SAME") this.#merge(verdict.kept, verdict.merged);
    if (verdict.verdict === "SPEAKER") this.#speakers.set(referenceOf(verdict.statement), verdict.speaker);
    if (verdict.verdict === "RETRACT") this.#retracted.add(referenceOf(verdict.statement));
    if (verdict.verdict === "STANCE") {
      for (const target of verdict.targets)
        this.#stances.set(`${referenceOf(verdict.statement)}\t${target}`, verdict.stance);
    }
  }

  #merge(kept: string, merged: readonly string[]): void {
    for (const key of merged) {
      const [root, other] = [this.actor(kept), this.actor(key)];
      if (root !== other) this.#keptFor.set(other, root);
    }
  }

  get merges(): boolean {
    return this.#keptFor.size > 0;
  }

  get judgesStatements(): boolean {
    return this.#speakers.size + this.#stances.size + this.#retracted.size > 0;
  }

  /** The actor that stands for this one; itself when nobody merged it. */
  actor(key: string): string {
    let kept = key;
    for (let next = this.#keptFor.get(kept); next !== undefined; next = this.#keptFor.get(kept)) kept = next;
    return kept;
  }

  /** The actor and all others that stand for the same one. */
  groupOf(key: string): readonly string[] {
    if (!this.merges) return [key];
    const kept = this.actor(key);
    return [kept, ...[...this.#keptFor.keys()].filter((other) => other !== kept && this.actor(other) === kept)];
  }

  /** The speaker that somebody gave this statement, whatever its documents say. */
  speaker(references: readonly string[]): string | undefined {
    return firstFound(references, this.#speakers);
  }

  /** The stance that somebody gave this statement towards a target: null for none, undefined when nobody did. */
  stance(references: readonly string[], target: string): Stance | null | undefined {
    return firstFound(
      references.map((reference) => `${reference}\t${target}`),
      this.#stances,
    );
  }

  retracted(references: readonly string[]): boolean {
    return references.some((reference) => this.#retracted.has(reference));
  }
}

/** The text under which a judged statement is looked up. */
export function referenceOf(statement: JudgedStatement): string {
  return typeof statement === "string" ? statement : reportReference(statement.document, statement.at);
}

/** The name of a statement by one of its reports. A key holds no tab. */
export function reportReference(document: string, at: number): string {
  return `${document}\t${at}`;
}

function firstFound<Value>(names: readonly string[], map: ReadonlyMap<string, Value>): Value | undefined {
  for (const name of names) if (map.has(name)) return map.get(name);
  return undefined;
}
