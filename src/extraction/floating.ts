import type { Utterance } from "../model/utterance.js";
import type { Candidate } from "./candidate.js";
import { startsAlone, wordsIn } from "./patterns/quoted.js";
import { endsWithStop, type Sentence } from "./sentences.js";
import type { Unit } from "./units.js";

const REACH = 2;

/** Finds the quotations that nobody is named for: they go on with the words of the last speaker. */
export class Floating {
  private sinceSpeech = Number.POSITIVE_INFINITY;

  /** The floating quotations of a sentence, given what else was found in it and before it. */
  take(sentence: Sentence, chosen: readonly Candidate[], before: readonly Utterance[]): Candidate[] {
    const spoken = before.at(-1)?.speaker != null || chosen.length > 0;
    const open = sentence.quotations.length > 0 && spoken && this.sinceSpeech <= REACH;
    const found = open ? sentence.units.filter((unit) => floats(unit, sentence, chosen)) : [];
    this.sinceSpeech = chosen.length > 0 || found.length > 0 ? 0 : this.sinceSpeech + 1;
    return found.map((unit) => candidateOf(unit, sentence));
  }
}

/** A whole sentence in marks, with nothing but marks and stops around it. */
function floats(unit: Unit, { units }: Sentence, chosen: readonly Candidate[]): boolean {
  const { quotation } = unit;
  if (
    !quotation ||
    wordsIn(unit) < (unit.capital && endsWithStop(unit) ? 2 : 4) ||
    !(unit.capital || endsWithStop(unit) || quotation.continued)
  )
    return false;
  if (
    chosen.some(({ content, cue }) =>
      [...content, ...(cue ? [cue] : [])].some((span) => span.start < unit.end && unit.start < span.end),
    )
  )
    return false;
  const others = wordsOutside(units);
  return others <= 2 || (chosen.length > 0 && startsAlone(units, units.indexOf(unit)));
}

/** How many words a sentence has outside marks and parentheses. */
function wordsOutside(units: readonly Unit[]): number {
  let depth = 0;
  let words = 0;
  for (const { form, kind } of units)
    if (form === "(") depth++;
    else if (form === ")") depth--;
    else if (kind === "word" && depth <= 0) words++;
  return words;
}

function candidateOf(unit: Unit, sentence: Sentence): Candidate {
  const content = unit.quotation ? [unit.quotation.inner] : [];
  return {
    rule: unit.quotation?.continued ? "floating-continued" : "floating",
    cue: null,
    verb: null,
    act: "ASSERTION",
    stance: null,
    object: null,
    speaker: null,
    content,
    adjuncts: [],
    times: [],
    relays: [],
    sentence,
  };
}
