import type { Stance } from "../model/vocabulary.js";
import type { Candidate } from "./candidate.js";
import type { Judgement, Judgements } from "./judgements.js";
import type { Lexicon } from "./lexicon.js";
import type { Stretch } from "./own-conduct.js";
import type { Target } from "./targets.js";
import { is, isStop, type Unit } from "./units.js";

/** Units of a sentence inside marks that are looked over, and units over which a negation reaches. */
const LONGEST = 200;
const NEGATION_REACH = 4;
/** How far after a judging noun its author may stand, and what the author is to it. */
const AUTHOR_REACH = 3;
const AUTHORS: ReadonlySet<string> = new Set(["owner", "agent", "doer"]);

/** The stance toward each target: the one that the verb states, else the one that judging words of the content state. */
export function stancesOf(
  candidate: Candidate,
  targets: readonly Target[],
  stretches: readonly Stretch[],
  lexicon: Lexicon,
): Map<Target, Stance> {
  const judged = targets.filter(({ own }) => !own || candidate.stance === null);
  const blamed = candidate.stance && statedTarget(candidate, judged);
  if (candidate.stance && blamed) return new Map([[blamed, candidate.stance]]);
  return byWords(stretches, targets, lexicon);
}

/** Whom the verb's stance is about: the author of what is judged ("by Russia"), else who is its object, else the weightiest. */
function statedTarget({ object }: Candidate, targets: readonly Target[]): Target | undefined {
  const author = targets.find(({ part }) => part === "agent");
  if (author || object === null) return author ?? targets[0];
  const start = object.units[object.from]?.start ?? 0;
  const end = object.units[object.to - 1]?.end ?? 0;
  return targets.find(({ mention: { span } }) => span.start >= start && span.end <= end) ?? targets[0];
}

/** Adds up the judging words, each for the target that it is said of. */
function byWords(stretches: readonly Stretch[], targets: readonly Target[], lexicon: Lexicon): Map<Target, Stance> {
  const scores = new Map<Target, number>();
  for (const { units, from, to } of stretches)
    for (let at = from; at < to; at++) {
      const score = scoreAt(units, at, lexicon);
      if (score === 0) continue;
      const object = judgesObject(units, at, lexicon) ? objectOf(units, at, targets) : undefined;
      const target = object ?? judgedBy(units, at, targets);
      if (target) scores.set(target, (scores.get(target) ?? 0) + score);
    }
  const stances = [...scores].filter(([, score]) => score !== 0);
  return new Map(stances.map(([target, score]) => [target, score > 0 ? "SUPPORT" : "OPPOSE"]));
}

/** 1 for praise, -1 for blame, 0 for neither; denied praise is blame, denied blame is nothing. */
function scoreAt(units: readonly Unit[], at: number, { judgements, grammar }: Lexicon): number {
  const unit = units[at] as Unit;
  if (unit.capital && at > 0) return 0;
  const stance = judgementAt(units, at, judgements);
  if (stance === undefined) return 0;
  const before = units.slice(Math.max(0, at - NEGATION_REACH), at);
  const denied = before.some((one) => is(one, "NEG") || grammar.denials.includes(one.form));
  if (stance === "DUTY") return denied ? -1 : 0;
  if (stance === "OPPOSE" || stance === "BLAME") return denied ? 0 : -1;
  return denied ? -1 : 1;
}

/** What a word states, with the next one where a pair does, or as a verb that judges what follows. */
function judgementAt(units: readonly Unit[], at: number, { words, openings }: Judgements): Judgement | undefined {
  const { form, cue } = units[at] as Unit;
  const pair = openings.has(form) ? words.get(`${form} ${units[at + 1]?.form ?? ""}`) : undefined;
  return pair ?? words.get(form) ?? (cue?.class === "judge" ? (cue.stance ?? undefined) : undefined);
}

function judgesObject(units: readonly Unit[], at: number, { judgements }: Lexicon): boolean {
  const stance = judgements.words.get(units[at]?.form ?? "");
  return stance === "PRAISE" || stance === "BLAME" || (stance === undefined && units[at]?.cue?.class === "judge");
}

/** What a judging verb inside the content judges: the next target of its sentence. */
function objectOf(units: readonly Unit[], at: number, targets: readonly Target[]): Target | undefined {
  const start = units[at]?.end ?? 0;
  let to = at + 1;
  while (to < units.length && to < at + LONGEST && !isStop(units[to])) to++;
  const end = units[to - 1]?.end ?? 0;
  return first(targets.filter(({ own, mention: { span } }) => !own && span.start >= start && span.end <= end));
}

/** The author of what a judging noun names ("l'agression du Mali"), else the first target before the word in its sentence, else the weightiest; nobody judges himself. */
function judgedBy(units: readonly Unit[], at: number, targets: readonly Target[]): Target | undefined {
  const open = targets.filter(({ own }) => !own);
  let from = at;
  while (from > Math.max(0, at - LONGEST) && !isStop(units[from - 1])) from--;
  const start = units[from]?.start ?? 0;
  const place = units[at]?.start ?? 0;
  const beside = units[at + AUTHOR_REACH]?.start ?? units.at(-1)?.end ?? 0;
  const author = open.find(
    ({ part, mention: { span } }) => AUTHORS.has(part ?? "") && span.start > place && span.start <= beside,
  );
  const near = open.filter(({ mention: { span } }) => span.start >= start && span.start < place);
  return author ?? first(near) ?? open[0];
}

function first(targets: readonly Target[]): Target | undefined {
  return [...targets].sort((a, b) => a.mention.span.start - b.mention.span.start)[0];
}
