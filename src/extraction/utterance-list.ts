import type { Span } from "../model/span.js";
import type { Utterance } from "../model/utterance.js";
import { MOST_TARGETS } from "./targets.js";

/** The utterances of a text in the making, in its order; the last one may go on. */
export class UtteranceList {
  readonly all: Utterance[] = [];
  /** What the last one gathers, once it went on. */
  private gathered: { content: Span[]; about: Utterance["about"][number][]; names: Set<string> } | null = null;

  get last(): Utterance | undefined {
    return this.all.at(-1);
  }

  push(utterance: Utterance): void {
    this.all.push(utterance);
    this.gathered = null;
  }

  /** A quotation that runs over paragraphs is one statement; it may have any number of them. */
  goOn({ content, about }: Utterance): void {
    const gathered = this.gathered ?? this.gather();
    if (!gathered) return;
    gathered.content.push(...content);
    for (const target of about)
      if (gathered.about.length < MOST_TARGETS && !gathered.names.has(target.name)) {
        gathered.names.add(target.name);
        gathered.about.push(target);
      }
  }

  private gather() {
    const last = this.all.pop();
    if (!last) return null;
    const gathered = { content: [...last.content], about: [...last.about], names: new Set<string>() };
    for (const { name } of last.about) gathered.names.add(name);
    this.all.push({ ...last, content: gathered.content, about: gathered.about });
    this.gathered = gathered;
    return gathered;
  }
}
