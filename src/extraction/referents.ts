import type { Lexicon, PronounAgreement } from "./lexicon.js";
import type { Described, MentionReader } from "./mentions.js";
import type { Phrase } from "./noun-phrase.js";
import { nounPhrasesIn } from "./noun-phrases.js";
import { agrees, isOfKind, ranked, type Salient } from "./salience.js";
import type { Sentence } from "./sentences.js";
import { isAgent, mainSubject } from "./subject.js";

const MEMORY = 40;
/** How much comes to mind who spoke, who a sentence was about, and who was only named. */
const SPOKE = 1.3;
const SUBJECT = 1;
const NAMED = 0.5;
/** A pronoun further on in its sentence may mean somebody in it who has not spoken yet. */
const EARLY = 4;

/** Whom pronouns and bare nouns go back to; fed with the sentences of a document in order. */
export class Referents {
  private recent: Salient[] = [];
  private sentence = 0;

  constructor(
    private readonly reader: MentionReader,
    private readonly lexicon: Lexicon,
  ) {}

  /** Goes on to a sentence: whom it names outside marks comes to mind, its subject most. */
  enter({ units }: Sentence): void {
    this.sentence++;
    const subject = mainSubject(units, units.length, this.lexicon.grammar);
    for (const phrase of nounPhrasesIn(units, this.lexicon.grammar)) {
      if (subject && phrase.from < subject.to && subject.from < phrase.to) continue;
      if (isAgent(phrase)) this.remember(this.reader.read(phrase), NAMED);
    }
    const early = subject && (subject.from < EARLY || !this.agreementOf(subject));
    if (early && (isAgent(subject) || this.agreementOf(subject))) this.remember(this.described(subject), SUBJECT);
  }

  /** Who a speaker's phrase stands for. */
  resolve(phrase: Phrase): Described {
    const described = this.described(phrase);
    if (described.way !== "lost") this.remember(described, SPOKE);
    return described;
  }

  private described(phrase: Phrase): Described {
    const agreement = this.agreementOf(phrase);
    if (agreement) return this.pronoun(phrase, agreement);
    const described = this.reader.read(phrase);
    return this.lastOfKind(described) ?? described;
  }

  private agreementOf({ units, from, to }: Phrase): PronounAgreement | undefined {
    return to - from === 1 ? this.lexicon.grammar.pronouns[units[from]?.form ?? ""] : undefined;
  }

  private pronoun(phrase: Phrase, agreement: PronounAgreement): Described {
    const span = this.reader.mention(phrase, "", "UNKNOWN", false);
    const [best, ...others] = this.candidates(span.span.start, agreement.near === true, (focus) =>
      agrees(focus, agreement, this.lexicon.grammar.headLast),
    );
    if (!best) {
      const name = span.text.replace(/^-(?:t-)?/, "");
      return { mention: { ...span, name }, ...agreement, role: null, body: null, way: "lost", description: null };
    }
    const { mention, gender } = best.described;
    const rivals = others.map(({ described, score }) => ({ name: described.mention.name, score }));
    return {
      ...best.described,
      gender: gender || agreement.gender,
      way: "pronoun",
      mention: this.reader.mention(phrase, mention.name, mention.kind, mention.resolved, rivals),
    };
  }

  /** "The company": the last body of such a kind, when nobody was called so before. */
  private lastOfKind(described: Described): Described | null {
    const { description, way, mention } = described;
    if (way !== "unnamed" || !description?.definite || description.words.size > 0 || description.country) return null;
    const [best, ...others] = this.candidates(mention.span.start, false, (focus) =>
      isOfKind(focus, description, this.lexicon),
    );
    if (!best) return null;
    const { name, kind, resolved } = best.described.mention;
    const rivals = others.map((other) => ({ name: other.described.mention.name, score: other.score }));
    const candidates = rivals.length > 0 ? { candidates: rivals } : {};
    return { ...described, way: "kind", mention: { ...mention, name, kind, resolved, ...candidates } };
  }

  private candidates(before: number, near: boolean, fit: (focus: Salient) => number) {
    return ranked(this.recent, this.sentence, before, near, fit);
  }

  private remember(described: Described, weight: number): void {
    if (described.way === "lost") return;
    if (this.recent.length >= MEMORY) this.recent = this.recent.slice(-MEMORY / 2);
    this.recent.push({ described, weight, sentence: this.sentence });
  }
}
