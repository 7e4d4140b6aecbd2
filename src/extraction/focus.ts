import type { Mention } from "../model/utterance.js";
import type { Lexicon } from "./lexicon.js";
import type { MentionReader } from "./mentions.js";
import { type NameRun, nameRunsOf } from "./name-runs.js";
import type { NameTable } from "./names.js";
import type { Sentence } from "./sentences.js";
import { is, type Unit } from "./units.js";

/** Somebody or something named before a place in the text. */
export interface Known extends Pick<Mention, "name" | "kind"> {
  /** `m`, `f` or empty. */
  gender: string;
  /** Stands after a preposition of place. */
  placed: boolean;
  start: number;
  /** Number of the sentence. */
  sentence: number;
}

const MEMORY = 32;
const REACH = 6;

/** What a document has named so far, the latest last: what pronouns and short descriptions inside contents go back to. Fed with the sentences in order. */
export class Focus {
  private recent: Known[] = [];
  private readonly times = new Map<string, number>();
  private sentence = 0;

  constructor(
    private readonly names: NameTable,
    private readonly mentions: MentionReader,
    private readonly lexicon: Lexicon,
  ) {}

  enter({ units }: Sentence): void {
    this.sentence++;
    this.note(units);
    for (const { quotation } of units) if (quotation) this.note(quotation.units);
    if (this.recent.length > MEMORY) this.recent = this.recent.slice(-MEMORY);
  }

  /** Of the latest sentence before a place that names any who fit, the first. */
  latest(before: number, fits: (known: Known) => boolean): Known | undefined {
    const fitting = this.near(before, fits);
    return fitting.find(({ sentence }) => sentence === fitting.at(-1)?.sentence);
  }

  /** Of those named shortly before a place who fit, the one named most in the document so far. */
  foremost(before: number, fits: (known: Known) => boolean): Known | undefined {
    let best: Known | undefined;
    for (const known of this.near(before, fits))
      if (!best || this.timesNamed(known.name) > this.timesNamed(best.name)) best = known;
    return best;
  }

  timesNamed(name: string): number {
    return this.times.get(name) ?? 0;
  }

  private near(before: number, fits: (known: Known) => boolean): Known[] {
    return this.recent.filter(
      (known) => known.start < before && this.sentence - known.sentence <= REACH && fits(known),
    );
  }

  private note(units: readonly Unit[]): void {
    for (const run of nameRunsOf(units, this.lexicon)) {
      if (!this.names.isName(run) || this.lexicon.noTargets.has(run.name.toLowerCase()) || isDateline(run)) continue;
      const { mention, gender } = this.mentions.read(run);
      const { name, kind, span } = mention;
      const placed = this.lexicon.grammar.parts.place.includes(units[run.from - 1]?.form ?? "");
      this.recent.push({ name, kind, gender, placed, start: span.start, sentence: this.sentence });
      this.times.set(name, this.timesNamed(name) + 1);
    }
  }
}

/** "BEIRUT - ", "PARIS (Reuters)": where an article was written. */
function isDateline({ units, from, to, name }: NameRun): boolean {
  return (
    from === 0 && name === name.toUpperCase() && !is(units[to], "AVOIR", "ETRE") && units[to]?.kind === "punctuation"
  );
}
