import type { Mention, Utterance } from "../model/utterance.js";
import type { Stance } from "../model/vocabulary.js";
import type { Candidate } from "./candidate.js";
import type { Lexicon } from "./lexicon.js";
import type { MentionReader } from "./mentions.js";
import { type NameRun, type NameTable, nameRuns } from "./names.js";
import { is, type Unit } from "./units.js";

const MOST = 8;

/** Who is named in the content, each once, with the stance that the verb states. */
export function targetsOf(
  candidate: Candidate,
  speaker: Mention | null,
  names: NameTable,
  reader: MentionReader,
  lexicon: Lexicon,
): Utterance["about"] {
  const targets = new Map<string, Mention & { stance: Stance | null }>();
  const blamed = blamedIn(candidate, lexicon);
  for (const units of unitsIn(candidate))
    for (const run of nameRuns(units, lexicon)) {
      if (!names.isName(run) || is(units[run.from], "CHANNELSITE") || describes(run) || targets.size >= MOST) continue;
      const { mention } = reader.read(run);
      if (mention.name === speaker?.name || targets.has(mention.name)) continue;
      targets.set(mention.name, { ...mention, stance: units[run.from]?.start === blamed ? candidate.stance : null });
    }
  return [...targets.values()];
}

/** "Afghan women": one word that only describes the noun after it. */
function describes({ units, from, to }: NameRun): boolean {
  const next = units[to];
  if (to - from > 1 || next?.kind !== "word" || next.capital) return false;
  return next.tags.size === 0 || is(next, "ROLE", "HUMANS", "ORG", "DOCUMENT");
}

/** The stretches of units that the content covers, inside marks and outside. */
function unitsIn({ content, sentence }: Candidate): Unit[][] {
  const covered = ({ start, end }: Unit) => content.some((span) => span.start <= start && end <= span.end);
  const stretches: Unit[][] = [[]];
  for (const unit of sentence.units) {
    if (unit.quotation) stretches.push(unit.quotation.units.filter(covered), []);
    else if (covered(unit)) stretches.at(-1)?.push(unit);
  }
  return stretches.filter((units) => units.length > 0);
}

/** Start of the name that the verb's stance is about: the accused, the author of what is condemned, the object. */
function blamedIn({ stance, object, sentence }: Candidate, lexicon: Lexicon): number | null {
  if (stance === null || object === null) return null;
  const runs = nameRuns(object.units.slice(object.from, Math.min(sentence.units.length, object.to + 12)), lexicon);
  const author = runs.find(
    ({ units, from }) => isBy(units[from - 1]) || (is(units[from - 1], "DET") && isBy(units[from - 2])),
  );
  const head = runs.find(({ from }) => from <= 1);
  const run = author ?? head;
  return run ? (run.units[run.from]?.start ?? null) : null;
}

function isBy(unit: Unit | undefined): boolean {
  return unit?.form === "par" || unit?.form === "by";
}
