import type { Lexicon } from "./lexicon.js";
import type { Described, MentionReader } from "./mentions.js";
import type { Phrase } from "./noun-phrase.js";
import type { Sentence } from "./sentences.js";
import { mainSubject } from "./subject.js";
import { is } from "./units.js";

interface Referent extends Described {
  /** Number of the sentence where it was last the subject or the speaker. */
  sentence: number;
}

const REACH = 6;
const MEMORY = 12;

/** Whom pronouns and floating quotations go back to; fed with the sentences of a document in order. */
export class Referents {
  private recent: Referent[] = [];
  private sentence = 0;

  constructor(
    private readonly reader: MentionReader,
    private readonly lexicon: Lexicon,
  ) {}

  /** Goes on to a sentence, whose subject comes to mind. */
  enter({ units }: Sentence): void {
    this.sentence++;
    const subject = mainSubject(units, units.length, this.lexicon.grammar);
    if (subject && !is(subject.units[subject.from], "PRON")) this.remember(this.reader.read(subject));
  }

  /** Who a speaker's phrase stands for. */
  resolve(phrase: Phrase): Described {
    const unit = phrase.units[phrase.from];
    const agreement = phrase.to - phrase.from === 1 ? this.lexicon.grammar.pronouns[unit?.form ?? ""] : undefined;
    if (!agreement) {
      const described = this.reader.read(phrase);
      this.remember(described);
      return described;
    }
    const start = unit?.start ?? 0;
    const found = this.recent.findLast((referent) => this.fits(referent, agreement, start));
    const span = this.reader.mention(phrase, "", "UNKNOWN", false);
    if (!found)
      return { mention: { ...span, name: span.text.replace(/^-(?:t-)?/, "") }, ...agreement, role: null, body: null };
    const { name, kind, resolved } = found.mention;
    this.remember({ ...found, gender: found.gender || agreement.gender });
    return { ...found, mention: { ...span, name, kind, resolved } };
  }

  private fits(
    { mention, gender, number, sentence }: Referent,
    wanted: { gender: string; number: string },
    before: number,
  ): boolean {
    if (this.sentence - sentence > REACH || mention.span.start >= before) return false;
    if (
      number &&
      wanted.number &&
      number !== wanted.number &&
      !(wanted.gender === "" && mention.kind === "ORGANIZATION")
    )
      return false;
    if (wanted.gender === "n") return mention.kind !== "PERSON" && mention.kind !== "GROUP";
    if (this.lexicon.grammar.bareComplement && wanted.number === "s" && !gender && mention.kind !== "PERSON")
      return mention.kind === "UNKNOWN" && mention.resolved;
    return !gender || !wanted.gender || gender === wanted.gender;
  }

  private remember(described: Described): void {
    if (this.recent.length >= MEMORY) this.recent = this.recent.slice(-MEMORY + 1);
    this.recent.push({ ...described, sentence: this.sentence });
  }
}
