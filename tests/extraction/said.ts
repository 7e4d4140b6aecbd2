import { extract } from "../../src/extraction/extract.js";
import type { Utterance } from "../../src/model/utterance.js";

/** What a test expects of one statement; what is left out is not compared. */
export interface Said {
  words: string | readonly string[];
  by?: string | null;
  mode?: Utterance["mode"];
  act?: Utterance["act"];
  verb?: string | null;
  to?: readonly string[];
  via?: readonly string[];
  about?: readonly string[];
  against?: readonly string[];
  inFavourOf?: readonly string[];
  on?: string | null;
  channel?: string | null;
  role?: string | null;
  for?: readonly string[];
}

/** What the rules find in a text, in the fields that the expectation names. */
export function saidIn(text: string, expected: readonly Said[], publishedAt?: string): Said[] {
  const { utterances } = extract(text, { publishedAt });
  return utterances.map((utterance, at) => {
    const all = seen(text, utterance);
    const fields = Object.keys(expected[at] ?? { words: "", by: "" }) as (keyof Said)[];
    return Object.fromEntries(fields.map((field) => [field, all[field]])) as unknown as Said;
  });
}

function seen(text: string, utterance: Utterance): Required<Said> {
  const words = utterance.content.map(({ start, end }) => text.slice(start, end));
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
  return {
    words: words.length === 1 ? (words[0] as string) : words,
    by: utterance.speaker?.name ?? null,
    mode: utterance.mode,
    act: utterance.act,
    verb: utterance.verb,
    to: names(utterance.addressees),
    via: names(utterance.relayedBy),
    about: names(utterance.about),
    against: names(utterance.about.filter(({ stance }) => stance === "OPPOSE")),
    inFavourOf: names(utterance.about.filter(({ stance }) => stance === "SUPPORT")),
    on: utterance.saidAt,
    channel: utterance.channel,
    role: utterance.role,
    for: names(utterance.onBehalfOf),
  };
}
