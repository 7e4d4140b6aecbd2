import type { SmallGraph } from "./small-graph.js";

/** A graph with one of everything that an answer can show. */
export const KARABAKH: SmallGraph = {
  actors: [
    {
      key: "azerbaidjan",
      name: "Azerbaïdjan",
      names: ["en|Azerbaijan", "fr|Azerbaïdjan"],
      aliases: ["Bakou"],
      kind: "COUNTRY",
    },
    { key: "armenie", name: "Arménie", aliases: ["Erevan"], kind: "COUNTRY" },
    { key: "russie", name: "Russie", kind: "COUNTRY" },
    { key: "a/un-officiel", name: "un officiel", resolved: false },
    { key: "depeche", name: "La Dépêche", kind: "MEDIA" },
    { key: "courrier", name: "Le Courrier", kind: "MEDIA" },
  ],
  events: [
    { key: "guerre", name: "Guerre", start: "2020" },
    {
      key: "offensive",
      name: "Offensive",
      start: "2023-09-19",
      partOf: "guerre",
      participants: [{ actor: "azerbaidjan", role: "ATTACKER" }],
    },
  ],
  topics: [
    { key: "paix", name: "Paix" },
    { key: "cessez-le-feu", name: "Cessez-le-feu", broader: "paix" },
  ],
  documents: [
    {
      key: "a",
      title: "Un",
      outlet: "depeche",
      publishedAt: "2023-09-19",
      language: "fr",
      text: "🕊 « Oui », a dit Bakou.",
    },
    { key: "b", title: "Deux", outlet: "courrier", publishedAt: "2023-09-20", language: "fr" },
    { key: "secret", title: "Trois", publishedAt: "2023-09-21", collection: "desk" },
  ],
  statements: [
    {
      key: "oui",
      text: "Oui",
      saidAt: "2023-09-19",
      language: "fr",
      speakers: [{ actor: "azerbaidjan", verb: "dire" }],
      about: [
        { label: "Actor", key: "armenie", stance: "OPPOSE" },
        { label: "Topic", key: "cessez-le-feu" },
        { label: "Event", key: "offensive", stance: "SUPPORT" },
      ],
      addressees: ["russie"],
      reports: [
        { document: "b", at: 7, spans: [7, 10], quote: "Oui" },
        { document: "a", at: 5, spans: [5, 8], quote: "Oui", verb: "dire" },
      ],
    },
    {
      key: "non",
      text: "Non, jamais",
      mode: "INDIRECT",
      saidAt: "2023-09",
      speakers: [{ actor: "armenie" }],
      about: [{ label: "Actor", key: "azerbaidjan", stance: "OPPOSE" }],
      relayedBy: ["russie"],
      reports: [{ document: "a", at: 20 }],
    },
    {
      key: "peut-etre",
      text: "Peut-être",
      act: "QUESTION",
      speakers: [{ actor: "a/un-officiel" }, { actor: "armenie" }],
      about: [
        { label: "Actor", key: "azerbaidjan" },
        { label: "Actor", key: "armenie", stance: "SUPPORT" },
      ],
      reports: [{ document: "a", at: 40 }],
    },
    {
      key: "faux",
      text: "Faux",
      saidAt: "2023-09-21",
      status: "RETRACTED",
      speakers: [{ actor: "azerbaidjan" }],
      about: [{ label: "Actor", key: "armenie" }],
      reports: [{ document: "b", at: 40 }],
    },
    {
      key: "cache",
      text: "Caché",
      saidAt: "2023-09-21",
      collections: ["desk"],
      speakers: [{ actor: "azerbaidjan" }],
      about: [{ label: "Actor", key: "armenie" }],
      reports: [{ document: "secret", at: 1 }],
    },
  ],
};
