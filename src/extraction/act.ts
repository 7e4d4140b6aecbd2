import type { Mention, Utterance } from "../model/utterance.js";
import type { SpeechAct } from "../model/vocabulary.js";
import type { Candidate } from "./candidate.js";
import type { Grammar, Lexicon } from "./lexicon.js";
import type { Stretch } from "./own-conduct.js";
import { is, isComma, isQuotation, isStop, type Unit } from "./units.js";

/** What saying a content does: as its verb tells, else as its form tells. */
export function actOf(
  candidate: Candidate,
  stretches: readonly Stretch[],
  about: Utterance["about"],
  speaker: Mention | null,
  lexicon: Lexicon,
): SpeechAct {
  const { act } = candidate;
  const { grammar } = lexicon;
  const judges = about.some(({ stance }) => stance !== null) && !denies(candidate, lexicon);
  if (asks(stretches) || (act === "DEMAND" && asksWhether(stretches[0], grammar))) return "QUESTION";
  if (act !== "ASSERTION") return act;
  const performed = performs(stretches, grammar);
  if (performed) return performed;
  if (commands(candidate, stretches, grammar)) return "DEMAND";
  const own = about.filter(({ name }) => name === speaker?.name);
  if (commits(stretches, grammar) || announces(candidate, stretches, own, grammar)) return "COMMITMENT";
  return judges ? "EVALUATION" : act;
}

/** "Denied being unfair": who denies a judgement makes none. */
function denies({ verb, rule }: Candidate, { cues }: Lexicon): boolean {
  const cue = cues.get(verb ?? "");
  return rule === "denial" || cue?.class === "deny" || cue?.takes.has("denial") === true;
}

/** "I promise", "nous exigeons", at the start of a sentence: saying so is doing so. */
function performs(stretches: readonly Stretch[], grammar: Grammar): "COMMITMENT" | "DEMAND" | null {
  for (const stretch of stretches)
    for (const start of sentenceStarts(stretch)) {
      if (!isFirstPerson(stretch.units[start], grammar)) continue;
      const act = performedAt(stretch.units, start + 1, grammar);
      if (act) return act;
    }
  return null;
}

function performedAt(units: readonly Unit[], at: number, { performatives }: Grammar): "COMMITMENT" | "DEMAND" | null {
  const clitic = is(units[at], "CLITIC") ? `${units[at]?.form} ` : "";
  const verb = units[clitic ? at + 1 : at]?.form ?? "";
  const { COMMITMENT, DEMAND, reflexives } = performatives;
  if (COMMITMENT.includes(clitic + verb)) return "COMMITMENT";
  const another = clitic !== "" && !reflexives.includes(clitic.trim());
  return DEMAND.includes(clitic + verb) || (another && DEMAND.includes(verb)) ? "DEMAND" : null;
}

/** "He said he would resign", "a assuré qu'il reviendrait": the speaker's own pronoun with what they will do. */
function announces(
  { sentence }: Candidate,
  stretches: readonly Stretch[],
  own: readonly Mention[],
  { told }: Grammar,
): boolean {
  const ending = told.ending === "" ? null : new RegExp(told.ending);
  return stretches.some(({ units, from, to }) => {
    const at = units.findIndex(({ start }) => own.some(({ span }) => span.start === start));
    if (units !== sentence.units || at < from || at > from + 1 || at >= to) return false;
    const near = units.slice(at + 1, at + 4);
    if (near.some((unit) => is(unit, "STATE", "AVOIR") && !told.words.includes(unit.form))) return false;
    return near.some(({ form, tags }) => told.words.includes(form) || (tags.size === 0 && ending?.test(form)));
  });
}

/** At least half of its sentences, and the last one, end with a question mark. */
function asks(stretches: readonly Stretch[]): boolean {
  const ends = stretches.flatMap(sentenceEnds);
  return ends.at(-1) === "?" && ends.filter((end) => end === "?").length * 2 >= ends.length;
}

/** The marks at the end of its sentences; empty for a last one that has none. */
function sentenceEnds({ units, from, to }: Stretch): string[] {
  const ends: string[] = [];
  let open = false;
  for (let at = from; at < to; at++) {
    const unit = units[at] as Unit;
    if (isStop(unit) && unit.form !== ";" && open) ends.push(unit.form);
    open = isStop(unit) ? false : open || unit.kind === "word";
  }
  if (open) ends.push(units[to]?.form === "?" ? "?" : "");
  return ends;
}

/** "asked whether", "a demandé pourquoi". */
function asksWhether(stretch: Stretch | undefined, { askingWords }: Grammar): boolean {
  const first = stretch?.units[stretch.from];
  const before = stretch?.units[stretch.from - 1];
  return [first, before].some((unit) => unit !== undefined && askingWords.includes(unit.form));
}

/** An imperative at the start of a sentence in marks; or what must be done, after a verb that urges. */
function commands({ verb, sentence }: Candidate, stretches: readonly Stretch[], grammar: Grammar): boolean {
  const inMarks = stretches.filter(({ units }) => units !== sentence.units);
  if (inMarks.some((stretch) => sentenceStarts(stretch).some((at) => isImperative(stretch.units, at, grammar))))
    return true;
  if (!grammar.urgingVerbs.includes(verb ?? "")) return false;
  return stretches.some(({ units, from, to }) =>
    units.slice(from, to).some((unit) => grammar.obligations.includes(unit.form)),
  );
}

function isImperative(units: readonly Unit[], at: number, { imperatives, imperativeEnding }: Grammar): boolean {
  const first = is(units[at], "NEG") ? at + 1 : at;
  const unit = units[first];
  if (unit?.kind !== "word" || is(units[first + 1], "POSTPRON") || /^-/.test(units[first + 1]?.form ?? ""))
    return false;
  if (imperatives.includes(unit.form)) return true;
  if (imperativeEnding === "" || unit.tags.size > 0) return false;
  return new RegExp(imperativeEnding).test(unit.form) || (first > at && /[eo]ns$|ez$/.test(unit.form));
}

/** "We will rebuild", "nous reconstruirons", "I'm going to leave": the first person in the future. */
function commits(stretches: readonly Stretch[], grammar: Grammar): boolean {
  return stretches.some((stretch) =>
    sentenceStarts(stretch).some((start) => {
      let at = start;
      while (is(stretch.units[at], "ADV", "TIME", "COORD") || isComma(stretch.units[at])) at++;
      return isFirstPerson(stretch.units[at], grammar) && isFuture(stretch.units, at + 1, grammar);
    }),
  );
}

function isFirstPerson(unit: Unit | undefined, { firstPerson }: Grammar): boolean {
  return unit !== undefined && (firstPerson.singular.includes(unit.form) || firstPerson.plural.includes(unit.form));
}

function isFuture(units: readonly Unit[], from: number, { futures, futureEnding }: Grammar): boolean {
  for (let at = from; at < from + 5; at++) {
    const unit = units[at];
    if (unit === undefined || is(unit, "STATE")) return false;
    const next = futures.includes(unit.form);
    if (next) return !units.slice(at + 1, at + 4).some((word) => is(word, "STATE"));
    if (futureEnding !== "" && unit.tags.size === 0 && new RegExp(futureEnding).test(unit.form)) return true;
    if (!is(unit, "NEG", "ADV", "CLITIC", "REFLEXIVE", "MODAL", "ETRE", "FINITE")) return false;
  }
  return false;
}

/** The places where a sentence of the stretch starts. */
function sentenceStarts({ units, from, to }: Stretch): number[] {
  const starts = [from];
  for (let at = from + 1; at < to; at++) if (isStop(units[at - 1]) && !isQuotation(units[at])) starts.push(at);
  return starts;
}
