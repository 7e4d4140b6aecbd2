import { fold, slugOf } from "../model/fold.js";
import { frenchForms } from "./inflection.js";
import { listed, readRows } from "./table.js";

/** A state, with the words that mean it and the adjectives that mean "of it". */
export interface Country {
  key: string;
  fr: string;
  en: string;
  wikidataId: string;
  /** Capitals, seats of power and other names: each stands for the state. */
  aliases: readonly string[];
  /** Adjectives of nationality, folded, in all their forms. */
  adjectives: readonly string[];
  /** "de la France", "du Mali", "de l'Arménie". */
  ofCountry: string;
}

/** The states of the world. */
export function readCountries(): Country[] {
  const joints = new Map(
    readRows("french-articles.tsv").flatMap(({ joint = "", countries }) =>
      listed(countries).map((name) => [fold(name), joint] as const),
    ),
  );
  return readRows("countries.tsv").map((row) => {
    const { name_fr: fr = "", name_en: en = "" } = row;
    return {
      key: slugOf(fr),
      fr,
      en,
      wikidataId: row.wikidata ?? "",
      aliases: [...listed(row.capitals), ...listed(row.seats), ...listed(row.aliases)],
      adjectives: adjectivesOf(row),
      ofCountry: ofCountry(fr, joints.get(fold(fr))),
    };
  });
}

function adjectivesOf({ demonym_fr, demonym_en }: Record<string, string>): string[] {
  const english = listed(demonym_en).flatMap((adjective) => [adjective, `${adjective}s`]);
  return [...new Set([...listed(demonym_fr).flatMap(frenchForms), ...english].map(fold))];
}

function ofCountry(name: string, joint: string | undefined): string {
  if (joint) return `${joint} ${name}`.replace(/^de (?=[AEIOUÉÎH])/, "d'");
  if (/^[AEIOUÉÎH]/.test(name)) return `de l'${name}`;
  return name.endsWith("e") ? `de la ${name}` : `du ${name}`;
}
