import type { Column, Table } from "./csv-columns.js";

const KEY: Column = { name: "key", cell: "text", meaning: "The key, where the name is not enough (homonyms)." };
const NAME: Column = { name: "name", cell: "text", required: true, perLanguage: true, meaning: "The name." };
const ALIASES: Column = { name: "aliases", cell: "list", perLanguage: true, meaning: "Other names." };
const TERMS: Column = {
  name: "terms",
  cell: "list",
  perLanguage: true,
  meaning: "The words that mean it, in texts of that language; without one, in all texts. Kept as other names.",
};
const LANGUAGE: Column = { name: "language", cell: "text", meaning: "`fr`, `en`, …" };
const COLLECTION: Column = { name: "collection", cell: "text", meaning: "Who may see it; `public` when empty." };

/** The tables of a CSV folder, in the order in which they are read. */
export const TABLES: readonly Table[] = [
  {
    name: "actors",
    type: "actor",
    columns: [
      KEY,
      NAME,
      {
        name: "kind",
        cell: "word",
        meaning: "`PERSON`, `ORGANIZATION`, `COUNTRY`, `PLACE`, `GROUP`, `MEDIA`, `UNKNOWN`.",
      },
      ALIASES,
      { name: "description", cell: "text", meaning: "A line that tells who it is." },
      { name: "wikidataId", cell: "text", meaning: "`Q227`" },
      { name: "memberOf", cell: "roles", meaning: "Actors it is part of, each perhaps with a role: `ONU=member`." },
    ],
  },
  {
    name: "events",
    type: "event",
    columns: [
      KEY,
      NAME,
      { name: "kind", cell: "text", meaning: "A word of your own: `battle`, `summit`." },
      { name: "start", cell: "text", meaning: "First day, or month, or year." },
      { name: "end", cell: "text", meaning: "Last day, or month, or year." },
      { name: "place", cell: "text", meaning: "Where it happened." },
      { name: "participants", cell: "roles", meaning: "Actors, each perhaps with a role: `Russie=mediator`." },
      { name: "partOf", cell: "text", meaning: "Key or name of the larger event." },
      ALIASES,
      TERMS,
    ],
  },
  {
    name: "topics",
    type: "topic",
    columns: [
      KEY,
      NAME,
      { name: "broader", cell: "text", meaning: "Key or name of the broader topic." },
      ALIASES,
      TERMS,
    ],
  },
  {
    name: "documents",
    type: "document",
    columns: [
      { name: "title", cell: "text", required: true, meaning: "The title." },
      { name: "key", cell: "text", meaning: "The key." },
      { name: "id", cell: "text", meaning: "Your own identifier; the identity where there is no `url`." },
      { name: "url", cell: "text", meaning: "The address; the identity." },
      { name: "outlet", cell: "text", meaning: "Who published it." },
      { name: "publishedAt", cell: "text", meaning: "Date." },
      LANGUAGE,
      COLLECTION,
      { name: "text", cell: "text", meaning: "The full text." },
    ],
  },
  {
    name: "statements",
    type: "statement",
    columns: [
      {
        name: "document",
        cell: "text",
        required: true,
        meaning: "Key, `id` or `url` of the document that reports it.",
      },
      { name: "text", cell: "text", required: true, meaning: "The words, or what they say." },
      {
        name: "speakers",
        cell: "actors",
        required: true,
        meaning: "Who says it; an empty cell where nobody is named.",
      },
      { name: "id", cell: "text", meaning: "Your coding id; with it the statement is one coding of one span." },
      { name: "verb", cell: "text", meaning: "The verb of saying: `affirmer`." },
      { name: "channel", cell: "text", meaning: "Where it was said: `communiqué`." },
      { name: "role", cell: "text", meaning: "The speaker's function." },
      { name: "mode", cell: "word", meaning: "`DIRECT`, `INDIRECT`, `MIXED`." },
      { name: "act", cell: "word", meaning: "`ASSERTION`, `DEMAND`, `COMMITMENT`, `EVALUATION`, `QUESTION`." },
      { name: "saidAt", cell: "text", meaning: "Date." },
      LANGUAGE,
      { name: "confidence", cell: "number", meaning: "From 0 to 1; 1 when empty." },
      { name: "origin", cell: "word", meaning: "`IMPORTED` (when empty), `CODED`, `EXTRACTED`." },
      { name: "onBehalfOf", cell: "actors", meaning: "For whom the speaker speaks." },
      {
        name: "about",
        cell: "aboutActors",
        meaning: "Actors it is about, each perhaps with a stance: `Arménie=OPPOSE`.",
      },
      { name: "aboutEvents", cell: "aboutEvents", field: "about", meaning: "Events it is about, in the same way." },
      { name: "aboutTopics", cell: "aboutTopics", field: "about", meaning: "Topics it is about, in the same way." },
      { name: "addressees", cell: "actors", meaning: "To whom it is said." },
      { name: "relayedBy", cell: "actors", meaning: "Who passed it on." },
      COLLECTION,
      { name: "spans", cell: "spans", meaning: "Where the words stand in the document's text: `120-168`." },
      { name: "cueSpan", cell: "span", meaning: "Where the verb of saying stands." },
      { name: "speakerSpan", cell: "span", meaning: "Where the speaker stands." },
      { name: "extractor", cell: "text", meaning: "Name and version of the program that found it." },
    ],
  },
];

/** The table that a file's name says it is. */
export function tableNamed(file: string): Table | undefined {
  const name = /([^/\\]+)\.csv$/i.exec(file)?.[1]?.toLowerCase();
  return TABLES.find((table) => table.name === name);
}
