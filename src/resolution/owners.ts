import { fold, slugOf } from "../model/fold.js";
import { frenchForms } from "./inflection.js";
import { listed, readRows } from "./table.js";

/** A state or another place: an actor, and the owner of bodies such as its government or its police. */
export interface Owner {
  key: string;
  kind: "COUNTRY" | "PLACE";
  fr: string;
  en: string;
  wikidataId: string;
  /** Other names; of a state also its capitals and seats of power, each of which stands for it. */
  aliases: readonly string[];
  /** Adjectives and names of inhabitants, folded, in all their forms. */
  adjectives: readonly string[];
  /** "de la France", "du Québec". */
  ofFrench: string;
  /** "of France", "of the United States". */
  ofEnglish: string;
  /** Those aliases of a state that are cities or seats. */
  capitals: readonly string[];
  /** A capital means its state; as a place it only owns what a city owns. */
  isCapital: boolean;
}

/** The states of the world. */
export function readCountries(): Owner[] {
  const joints = new Map(
    readRows("articles.tsv").flatMap(({ language = "", joint = "", countries }) =>
      listed(countries).map((name) => [`${language} ${fold(name)}`, joint] as const),
    ),
  );
  return readRows("countries.tsv").map((row) => {
    const { name_fr: fr = "", name_en: en = "", capitals, seats, aliases } = row;
    return {
      ...named(row),
      kind: "COUNTRY",
      aliases: [...listed(capitals), ...listed(seats), ...listed(aliases)],
      ofFrench: ofCountry(fr, joints.get(`fr ${fold(fr)}`)),
      ofEnglish: `${joints.get(`en ${fold(en)}`) ?? "of"} ${en}`,
      capitals: [...listed(capitals), ...listed(seats)],
      isCapital: false,
    };
  });
}

/** Regions, cities and seas. */
export function readPlaces(): Owner[] {
  return readRows("places.tsv").map((row) => {
    const { name_fr: fr = "", name_en: en = "", joint = "", aliases, reason } = row;
    return {
      ...named(row),
      kind: "PLACE",
      aliases: listed(aliases),
      ofFrench: ofPlace(fr, joint),
      ofEnglish: `of ${en}`,
      capitals: [],
      isCapital: reason === "capital",
    };
  });
}

function named(row: Record<string, string>): Pick<Owner, "key" | "fr" | "en" | "wikidataId" | "adjectives"> {
  const { name_fr: fr = "", name_en: en = "", wikidata: wikidataId = "", demonym_fr, demonym_en } = row;
  const english = listed(demonym_en).flatMap((adjective) => [adjective, `${adjective}s`]);
  const adjectives = [...new Set([...listed(demonym_fr).flatMap(frenchForms), ...english].map(fold))];
  return { key: slugOf(fr), fr, en, wikidataId, adjectives };
}

function ofCountry(name: string, joint: string | undefined): string {
  if (joint) return `${joint} ${name}`.replace(/^de (?=[AEIOUÉÎH])/, "d'");
  if (/^[AEIOUÉÎ]/.test(name)) return `de l'${name}`;
  return /^[^ -]*e(?:[ -]|$)/.test(name) ? `de la ${name}` : `du ${name}`;
}

/** "du" takes the article of a name with it: "du Havre". */
function ofPlace(name: string, joint: string): string {
  if (joint === "") return /^[AEIOUÉÈÊÎÔÜ]/.test(name) ? `d'${name}` : `de ${name}`;
  const bare = joint === "du" ? name.replace(/^Le /, "") : name;
  return joint.endsWith("'") ? `${joint}${bare}` : `${joint} ${bare}`;
}
