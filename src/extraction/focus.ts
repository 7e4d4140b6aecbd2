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
  /** Stands or stood after a preposition of place. */
  placed: boolean;
  /** So too, and as no town does: "en Crimée", "dans le Donbass". */
  wide: boolean;
  start: number;
  /** Number of the sentence. */
  sentence: number;
}

const MEMORY = 32;
const REACH = 6;

/** What a document has named so far, the latest last: what pronouns and short descriptions inside contents go back to. Fed with the sentences in order. */
export class Focus {
  private recent: Known[] = [];
  /** Names that have stood after a preposition of place, or "ville de" and "region of". */
  private readonly towns = new Set<string>();
  private readonly regions = new Set<string>();
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
      if (!best || this.timesNamed(known.name) >= this.timesNamed(best.name)) best = known;
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

  /** The preposition of place before a name: "à Brenne", "dans le Haut-Karabakh". */
  private placing({ units, from }: NameRun): string | null {
    const before = is(units[from - 1], "DET") && !is(units[from - 1], "PREP") ? from - 2 : from - 1;
    const form = units[before]?.form ?? "";
    return this.lexicon.grammar.parts.place.includes(form) ? form : null;
  }

  /** Notes whether what stands before a name shows that it is a town's or a region's. */
  private place(name: string, run: NameRun): void {
    const preposition = this.placing(run);
    if (isOf(run, "TOWN") || isOf(run, "SITE")) this.towns.add(name);
    else if (isOf(run, "REGION") || this.lexicon.regions.has(run.name.toLowerCase())) this.regions.add(name);
    else if (preposition !== null)
      (this.lexicon.grammar.parts.town.includes(preposition) ? this.towns : this.regions).add(name);
  }

  private note(units: readonly Unit[]): void {
    for (const run of nameRunsOf(units, this.lexicon)) {
      const form = run.name.toLowerCase();
      if (!this.names.isName(run) || this.lexicon.noTargets.has(form) || isDateline(run)) continue;
      if (this.lexicon.nations.has(form)) continue;
      const { mention, gender } = this.mentions.read(run);
      const { name, kind, span } = mention;
      this.place(name, run);
      const placed = this.towns.has(name) || this.regions.has(name);
      const wide = this.regions.has(name) && !this.towns.has(name);
      this.recent.push({ name, kind, gender, placed, wide, start: span.start, sentence: this.sentence });
      this.times.set(name, this.timesNamed(name) + 1);
    }
  }
}

/** "l'enclave du Haut-Karabakh", "the breakaway region of X": called so right before its name. */
function isOf({ units, from }: NameRun, tag: "TOWN" | "SITE" | "REGION"): boolean {
  const of = is(units[from - 1], "DET") && !is(units[from - 1], "OF") ? from - 2 : from - 1;
  return is(units[of], "OF") && [1, 2].some((back) => is(units[of - back], tag));
}

/** "BEIRUT - ", "PARIS (Reuters)": where an article was written. */
function isDateline({ units, from, to, name }: NameRun): boolean {
  return (
    from === 0 && name === name.toUpperCase() && !is(units[to], "AVOIR", "ETRE") && units[to]?.kind === "punctuation"
  );
}
