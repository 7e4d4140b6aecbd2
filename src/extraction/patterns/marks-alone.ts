import type { Span } from "../../model/span.js";
import type { Finding, Saying } from "../candidate.js";
import type { Lexicon } from "../lexicon.js";
import { isComma, isStop, type Unit } from "../units.js";
import type { VerbGroup } from "../verb-group.js";
import { verbGroupAt } from "../verb-group.js";
import { subjectAfter } from "./quoted.js";

/** `« C1, a dit S. C2 »`: the writer's words inside the marks. */
export function inciseIn(
  quotation: Unit,
  saying: Pick<Saying, "sentence" | "lexicon">,
): (Finding & { group: VerbGroup }) | null {
  const inside = quotation.quotation;
  if (!inside) return null;
  const { units } = inside;
  for (let at = 1; at < units.length; at++) {
    const group = units[at]?.cue ? inciseGroup(units, at, saying.lexicon) : null;
    if (!group) continue;
    const right = subjectAfter({
      ...saying,
      units,
      group,
      after: { to: group.to, list: [], times: [] },
      subject: null,
      ownSubject: null,
    });
    const next = units[right?.to ?? -1];
    if (right === null || !(right.to >= units.length || isComma(next) || isStop(next))) continue;
    return { ...right, group, content: around(inside.inner, units, group.from, right.to) };
  }
  return null;
}

function inciseGroup(units: readonly Unit[], at: number, lexicon: Lexicon): VerbGroup | null {
  const group = verbGroupAt(units, at, lexicon);
  if (group?.form !== "finite" || !group.cue.takes.has("inversion")) return null;
  const before = units[group.from - 1];
  return isComma(before) || isStop(before) ? group : null;
}

function around(inner: Span, units: readonly Unit[], from: number, to: number): Span[] {
  const first = { start: inner.start, end: units[from - 1]?.start ?? inner.start };
  const after = units[to + 1];
  return after ? [first, { start: after.start, end: inner.end }] : [first];
}
