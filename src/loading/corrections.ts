import type { Problem } from "../errors.js";
import { fold, slugOf } from "../model/fold.js";
import type { ActorReference, CorrectionRecord, StatementReference } from "../model/record.js";
import type { ResolvedActor } from "../model/resolved-actor.js";
import type { NodeContribution, WriteReport } from "../store/contribution.js";
import type { GraphStore } from "../store/graph-store.js";
import type { JudgedStatement, Judgements, Verdict } from "../store/writes/judgements.js";
import { findJudgements } from "../store/writes/read-judgements.js";
import { writeJudgement } from "../store/writes/write-judgement.js";
import { actorNode } from "./contribution-builder.js";
import { referredDocument, termKey } from "./keys.js";
import type { Resolve } from "./resolve.js";
import { BrokenRule, orProblem } from "./rules.js";

/** Who a judgement out of an input file is by. */
const BY = "import";

/** The judgements that a graph holds, as far as they bear on what names mean. */
export class Corrections {
  readonly #store: GraphStore;
  #judgements: Judgements;
  /** Folded names that a judgement took out of a shared resolution. */
  #ownNames = new Set<string>();

  private constructor(store: GraphStore, judgements: Judgements) {
    this.#store = store;
    this.#judgements = judgements;
    this.#collectNames();
  }

  /** The judgements that stand in a graph. */
  static async stored(store: GraphStore): Promise<Corrections> {
    return new Corrections(store, await findJudgements((statement) => store.engine.read(statement)));
  }

  /** Reads the judgements again, after one was added. */
  async refresh(): Promise<void> {
    this.#judgements = await findJudgements((statement) => this.#store.engine.read(statement));
    this.#collectNames();
  }

  /** What names mean in the light of the judgements. */
  seenThrough(resolve: Resolve): Resolve {
    return (reference, document) => {
      const resolved = resolve(reference, document);
      const { name, key } = reference;
      if (this.#ownNames.size === 0 || name === undefined || key !== undefined) return resolved;
      return this.#ownNames.has(fold(name)) && resolved.resolved ? withOwnKey(reference, name, resolved) : resolved;
    };
  }

  /** Tells whether two actors were declared distinct, by themselves or by what stands for them. */
  areDistinct(a: string, b: string): boolean {
    const [first, second] = [this.#judgements.groupOf(a), this.#judgements.groupOf(b)];
    return this.#judgements.verdicts.some(
      (verdict) =>
        verdict.verdict === "DISTINCT" &&
        first.some((key) => verdict.actors.includes(key)) &&
        second.some((key) => verdict.actors.includes(key)),
    );
  }

  #collectNames(): void {
    const distinct = this.#judgements.verdicts.flatMap((verdict) =>
      verdict.verdict === "DISTINCT" ? verdict.names : [],
    );
    this.#ownNames = new Set(distinct);
  }
}

function withOwnKey({ language = "", kind }: ActorReference, name: string, resolved: ResolvedActor): ResolvedActor {
  const key = slugOf(name);
  if (key === resolved.key) return resolved;
  return { key, names: [{ language, name }], aliases: [], kind: kind ?? resolved.kind, resolved: true, known: false };
}

/** Where and how corrections are applied. */
export interface CorrectionContext {
  store: GraphStore;
  corrections: Corrections;
  /** What names mean in the light of the judgements so far. */
  resolve: Resolve;
  dryRun: boolean;
  now(): Date;
}

/** Stores a correction for good and applies it to all that is stored; a Problem when it contradicts another. */
export async function applyCorrection(
  record: CorrectionRecord,
  context: CorrectionContext,
): Promise<WriteReport | Problem> {
  const judged = orProblem(record.readAt, () => judge(record, context));
  if ("rule" in judged) return judged;
  const at = context.now().toISOString();
  const report = await writeJudgement(context.store, { ...judged, by: BY, at, reason: "" }, context.dryRun);
  await context.corrections.refresh();
  return report;
}

interface Judged {
  verdict: Verdict;
  actors: NodeContribution[];
}

function judge(record: CorrectionRecord, { corrections, resolve }: CorrectionContext): Judged {
  const actorsOf = (names: readonly string[]) => names.map((name) => resolve({ name }, ""));
  if ("same" in record) return sameActors(actorsOf(record.same), corrections);
  if ("distinct" in record) return distinctActors(record.distinct, actorsOf(record.distinct));
  const statement = statementOf(record.statement);
  if ("speaker" in record) {
    const [speaker] = actorsOf([record.speaker]) as [ResolvedActor];
    return { verdict: { verdict: "SPEAKER", statement, speaker: speaker.key }, actors: [actorNode(speaker)] };
  }
  if ("retract" in record) return { verdict: { verdict: "RETRACT", statement }, actors: [] };
  const targets = [...new Set([resolve({ name: record.target }, "").key, termKey(record.target)])].sort();
  return { verdict: { verdict: "STANCE", statement, targets, stance: record.stance }, actors: [] };
}

function sameActors(actors: readonly ResolvedActor[], corrections: Corrections): Judged {
  const [kept, ...others] = [...new Map(actors.map((actor) => [actor.key, actor])).values()] as [
    ResolvedActor,
    ...ResolvedActor[],
  ];
  for (const { key } of others) {
    if (!corrections.areDistinct(kept.key, key)) continue;
    throw new BrokenRule(
      "contradicts-distinct",
      `${kept.key} and ${key} were declared distinct; take one of the two corrections out`,
    );
  }
  const merged = others.map(({ key }) => key).sort();
  return { verdict: { verdict: "SAME", kept: kept.key, merged }, actors: [kept, ...others].map(actorNode) };
}

/** Names that so far mean one actor get keys of their own. */
function distinctActors(names: readonly string[], actors: readonly ResolvedActor[]): Judged {
  const isShared = ({ key }: ResolvedActor) => actors.filter((actor) => actor.key === key).length > 1;
  const own = actors.map((actor, i) => (isShared(actor) ? withOwnKey({}, names[i] as string, actor) : actor));
  const shared = names.filter((_, i) => isShared(actors[i] as ResolvedActor)).map(fold);
  const keys = [...new Set(own.map(({ key }) => key))].sort();
  return {
    verdict: { verdict: "DISTINCT", actors: keys, names: [...new Set(shared)].sort() },
    actors: own.map(actorNode),
  };
}

function statementOf(reference: StatementReference): JudgedStatement {
  return typeof reference === "string"
    ? reference
    : { document: referredDocument(reference.document), at: reference.at };
}
