import { type Adjunct, type Adjuncts, adjunctsAfter } from "./adjuncts.js";
import type { Candidate } from "./candidate.js";
import { clauseStart } from "./clause.js";
import type { Grammar } from "./lexicon.js";
import { phraseRight } from "./noun-phrase.js";
import { is, isComma, isQuotation, isStop, type Unit } from "./units.js";

/** Where, when and to whom something was said: besides what follows the verb also what opens its clause ("Lundi, dans un communiqué, S a dit"), what stands between subject and verb, and what follows a comma ("said S, speaking to Reuters"). */
export function circumstancesOf(candidate: Candidate, grammar: Grammar): Pick<Adjuncts, "list" | "times"> {
  const { adjuncts, times, speaker, cue } = candidate;
  const found = { list: [...adjuncts], times: [...times] };
  if (speaker === null || cue === null) return found;
  const { units, from, to } = speaker;
  const verb = units.findIndex(({ start }) => start >= cue.start);
  const last = units.findLastIndex(({ end }) => end <= Math.max(cue.end, units[to - 1]?.end ?? 0)) + 1;
  if (verb >= to) {
    add(found, opening(units, from, grammar));
    add(found, filling(units, to, verb, grammar));
  }
  const end = endOf(units, last, found.list, grammar);
  add(found, speaking(units, end, grammar));
  if (isComma(units[end])) {
    add(found, speaking(units, end + 1, grammar));
    add(found, closing(units, end + 1, grammar));
  }
  return found;
}

function add(found: { list: Adjunct[]; times: Unit[] }, more: Pick<Adjuncts, "list" | "times">): void {
  found.list.push(...more.list.filter(({ phrase }) => !found.list.some((known) => isSame(known.phrase, phrase))));
  if (found.times.length === 0) found.times.push(...more.times);
}

function isSame(a: Adjunct["phrase"], b: Adjunct["phrase"]): boolean {
  return a.units === b.units && a.from === b.from;
}

const NONE: Pick<Adjuncts, "list" | "times"> = { list: [], times: [] };

/** The adjuncts from the start of the clause to the subject; none where anything else stands there. */
function opening(units: readonly Unit[], subject: number, grammar: Grammar): Pick<Adjuncts, "list" | "times"> {
  const found = { list: [] as Adjunct[], times: [] as Unit[] };
  let at = clauseStart(units, subject);
  while (at < subject) {
    const spoken = is(units[at], "SPEAKING");
    const { to, list, times } = spoken ? spokenTo(units, at, grammar) : adjunctsAfter(units, at, grammar);
    if (to === at) return NONE;
    found.list.push(...list);
    found.times.push(...times);
    at = isComma(units[to]) || is(units[to], "COORD") ? to + 1 : to;
  }
  return at === subject ? found : NONE;
}

/** What stands between the subject and its verb, when it is nothing but adjuncts. */
function filling(
  units: readonly Unit[],
  from: number,
  verb: number,
  grammar: Grammar,
): Pick<Adjuncts, "list" | "times"> {
  const start = isComma(units[from]) ? from + 1 : from;
  const { to, ...found } = is(units[start], "SPEAKING")
    ? spokenTo(units, start, grammar)
    : adjunctsAfter(units, start, grammar);
  return (isComma(units[to]) ? to + 1 : to) === verb ? found : NONE;
}

/** Place after the verb, its subject and their adjuncts. */
function endOf(units: readonly Unit[], last: number, list: readonly Adjunct[], grammar: Grammar): number {
  const to = list.reduce((most, { phrase }) => (phrase.units === units ? Math.max(most, phrase.to) : most), last);
  return adjunctsAfter(units, to, grammar).to;
}

/** "a dit Anna Noor, maire de Valmont, à la presse": what closes the clause after an apposition. */
function closing(units: readonly Unit[], at: number, grammar: Grammar): Pick<Adjuncts, "list" | "times"> {
  if (!is(units[at], "PREP")) return NONE;
  const { to, ...found } = adjunctsAfter(units, at, grammar);
  const next = units[to];
  return next === undefined || isStop(next) || isComma(next) || isQuotation(next) ? found : NONE;
}

/** "speaking to Reuters", "interrogé par l'AFP". */
function speaking(units: readonly Unit[], at: number, grammar: Grammar): Pick<Adjuncts, "list" | "times"> {
  return is(units[at], "SPEAKING") ? spokenTo(units, at, grammar) : NONE;
}

/** Who asks is spoken to ("interrogé par l'AFP"), who cites is not; whose guest somebody is carries the words. */
function spokenTo(units: readonly Unit[], at: number, grammar: Grammar): Adjuncts {
  const host = is(units[at + 1], "OF") ? phraseRight(units, afterOf(units, at + 1), grammar) : null;
  const found = adjunctsAfter(units, host?.to ?? at + 1, grammar);
  const cited = is(units[at], "CARRIED");
  const asked = ({ preposition, phrase }: Adjunct): Adjunct => {
    const carrier = grammar.agentPrepositions.includes(preposition);
    return { preposition: carrier && !cited ? "" : preposition, phrase, carrier };
  };
  const guest = host && host.to > at + 1 ? [{ preposition: "", phrase: host, carrier: true }] : [];
  return { ...found, list: [...guest, ...found.list.map(asked)] };
}

function afterOf(units: readonly Unit[], of: number): number {
  return is(units[of], "CONTRACTED") && !units[of]?.form.includes(" ") ? of : of + 1;
}
