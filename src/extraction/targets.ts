import type { Mention, Utterance } from "../model/utterance.js";
import { AnaphoraFinder } from "./anaphora.js";
import type { Candidate } from "./candidate.js";
import { EventFinder } from "./events.js";
import type { Focus } from "./focus.js";
import type { Lexicon } from "./lexicon.js";
import { type Mentioned, MentionFinder, stretchesOf } from "./mentioned.js";
import type { Described, MentionReader } from "./mentions.js";
import type { NameTable } from "./names.js";
import type { Phrase } from "./noun-phrase.js";
import { ownConduct, ownFate, type Stretch } from "./own-conduct.js";
import type { Part } from "./parts.js";
import type { Referents } from "./referents.js";
import type { Sentence } from "./sentences.js";
import { stancesOf } from "./stance.js";
import { is } from "./units.js";

/** No statement is about more. */
export const MOST_TARGETS = 4;

/** How much a part in the clause says that the content is about who has it. */
const WEIGHT: Readonly<Record<Part, number>> = {
  subject: 4,
  agent: 3.5,
  object: 3.2,
  owner: 2.6,
  partner: 2.2,
  describing: 1.6,
  apposition: 1.6,
  role: 0.8,
  place: 0.8,
  scene: 1.9,
  nation: 1.2,
  doer: 2.1,
  comparison: 0.3,
};
const OWN_WEIGHT = 3.8;
const FATE_WEIGHT = 2;
const LEAST = 1.5;
const AGAIN = 0.4;
const BY_OTHER_WORDS = 0.4;

/** Somebody or something that a content may be about, and how much so. */
export interface Target {
  mention: Mention;
  weight: number;
  /** Null for the one whose own conduct is told. */
  part: Part | null;
  own: boolean;
}

/** Finds whom or what the contents of one document are about. */
export class TargetReader {
  private readonly events: EventFinder;
  private readonly finder: MentionFinder;
  private readonly anaphora: AnaphoraFinder;

  constructor(
    names: NameTable,
    mentions: MentionReader,
    focus: Focus,
    referents: Referents,
    private readonly lexicon: Lexicon,
  ) {
    this.events = new EventFinder(names, lexicon);
    this.finder = new MentionFinder(names, mentions, this.events, lexicon);
    this.anaphora = new AnaphoraFinder(referents, mentions, focus, this.events, lexicon);
  }

  /** Goes on to a sentence of the document. */
  enter({ units }: Sentence): void {
    this.events.enter(units);
    for (const { quotation } of units) if (quotation) this.events.enter(quotation.units);
  }

  /** Whom the content is about, in the order of the text, with the stance that its words or its verb state. */
  read(candidate: Candidate, speaker: Described | null): Utterance["about"] {
    const stretches = stretchesOf(candidate.sentence.units, candidate.content);
    const ranked = this.ranked(candidate, stretches, speaker);
    const stances = stancesOf(candidate, ranked, stretches, this.lexicon);
    return ranked
      .map((target) => ({ ...target.mention, stance: stances.get(target) ?? null }))
      .sort((a, b) => a.span.start - b.span.start);
  }

  /** The weightiest, each once. */
  private ranked(candidate: Candidate, stretches: readonly Stretch[], speaker: Described | null): Target[] {
    const own = ownConduct(candidate, stretches, speaker, this.lexicon.grammar);
    const direct = isDirect(candidate);
    const object = candidate.stance && candidate.object ? this.anaphora.object(candidate.object, speaker) : null;
    const fate = own ? null : ownFate(stretches, speaker, this.lexicon.grammar);
    const found = [
      ...(own ? [{ mention: own, weight: OWN_WEIGHT, part: null, own: true }] : []),
      ...(object ? [{ mention: object, weight: WEIGHT.subject, part: "object" as const, own: false }] : []),
      ...(fate ? [{ mention: fate, weight: FATE_WEIGHT, part: null, own: true }] : []),
      ...stretches.flatMap((stretch) => this.mentioned(stretch, speaker, direct)),
    ];
    const targets = new Map<string, Target>();
    for (const target of found.sort((a, b) => b.weight - a.weight)) {
      const known = targets.get(target.mention.name);
      if (known) known.weight += AGAIN;
      else targets.set(target.mention.name, target);
    }
    const ranked = [...targets.values()].sort((a, b) => b.weight - a.weight);
    const weighty = ranked.filter(({ weight }) => weight >= LEAST).slice(0, MOST_TARGETS);
    return weighty.length > 0 ? weighty : ranked.filter(({ part }) => part === "place").slice(0, 1);
  }

  private mentioned({ units, from, to }: Stretch, speaker: Described | null, direct: boolean): Target[] {
    const named = this.finder.find(units, from, to);
    const meant = this.anaphora.find(units, from, to, speaker, direct);
    const isTarget = ({ mention, part }: Mentioned) => mention.name !== speaker?.mention.name || part !== "role";
    return [
      ...named.filter(isTarget).map((one) => ({ ...one, weight: this.weightOf(one), own: false })),
      ...meant.map(({ mention, part }) => ({ mention, weight: WEIGHT[part] - BY_OTHER_WORDS, part, own: false })),
    ];
  }

  private isInside({ units, from }: Phrase): boolean {
    const before = is(units[from - 1], "DET") && !is(units[from - 1], "PREP") ? from - 2 : from - 1;
    return this.lexicon.grammar.inside.includes(units[before]?.form ?? "");
  }

  /** French "en Arménie", "au Parlement" is more than a place, where English has other prepositions for both. */
  private weightOf({ mention: { kind, name }, part, phrase }: Mentioned): number {
    if (part !== "place") return WEIGHT[part];
    const { grammar, regions } = this.lexicon;
    const land = kind === "COUNTRY" || regions.has(name.toLowerCase());
    const counts = grammar.inside.length > 0 && (kind === "ORGANIZATION" || (land && this.isInside(phrase)));
    return counts ? LEAST : WEIGHT.place;
  }
}

/** All of it stands in marks, or nobody says it: a floating quotation. */
function isDirect({ content, sentence }: Candidate): boolean {
  const { quotations } = sentence;
  return content.every(({ start, end }) => quotations.some(({ inner }) => inner.start <= start && end <= inner.end));
}
