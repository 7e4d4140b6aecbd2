import type { ArticleRecord } from "../model/record.js";
import type { Span } from "../model/span.js";
import { boilerplateOf } from "./boilerplate.js";
import { datelineAt, dayOfDateline } from "./dateline.js";

/** An article as its format gives it; fields that it does not give may be undefined. */
export type ArticleDraft = Omit<ArticleRecord, "type" | "boilerplate">;

/**
 * The record of an article: with the spans that extraction leaves out, and with the day and agency of its dateline
 * where the draft has none. The dateline is looked for at `bodyAt`, the offset behind a title in the text.
 */
export function articleRecord(draft: ArticleDraft, bodyAt = 0): ArticleRecord {
  const { text, title } = draft;
  const dateline = datelineAt(text, bodyAt + (/^\s*/.exec(text.slice(bodyAt))?.[0].length ?? 0));
  const boilerplate = boilerplateOf(text, title);
  const publishedAt = (dateline && dayOfDateline(dateline, draft.publishedAt)) ?? draft.publishedAt;
  return {
    type: "article",
    ...given({ ...draft, publishedAt, outlet: draft.outlet ?? dateline?.agency }),
    boilerplate: dateline ? inOrder([...boilerplate, dateline.span]) : boilerplate,
  };
}

function given<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

function inOrder(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  return sorted.filter((span, i) => span.start >= (sorted[i - 1]?.end ?? 0));
}
