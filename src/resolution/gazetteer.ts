import { fold, slugOf } from "../model/fold.js";
import type { ActorKind } from "../model/vocabulary.js";
import { type Country, readCountries } from "./countries.js";
import { listed, readRows } from "./table.js";

/** Somebody or something that is known before any document is read. */
export interface KnownActor {
  key: string;
  fr: string;
  en: string;
  kind: ActorKind;
  wikidataId: string;
  aliases: readonly string[];
}

interface Institution {
  fr: string;
  en: string;
  kind: ActorKind;
}

const ARTICLES = /^(?:(?:le|la|les|l|the|du|des|de|d|un|une|an?) )+(?=.)/;
const MOST_WORDS = 12;

/** A name without accents, case and article. */
export function folded(name: string): string {
  const form = fold(name);
  return form.replace(ARTICLES, "") || form;
}

/** Who and what is known before any document is read; read once from this folder's tables. */
class Gazetteer {
  private readonly actors = new Map<string, KnownActor>();
  private readonly byKey = new Map<string, KnownActor>();
  private readonly institutions = new Map<string, Institution>();
  private readonly countryWords = new Map<string, Country>();
  /** An adjective of two countries ("congolais") means neither. */
  private readonly adjectives = new Map<string, Country | null>();

  constructor() {
    for (const row of readRows("actors.tsv")) {
      const [fr = "", en = ""] = [row.name_fr, row.name_en];
      const kind = row.kind as ActorKind;
      this.add({ key: slugOf(fr), fr, en, kind, wikidataId: row.wikidata ?? "", aliases: listed(row.aliases) });
    }
    for (const country of readCountries()) this.addCountry(country);
    for (const row of readRows("institutions.tsv")) this.addInstitution(row);
  }

  /** The known actor of this key. */
  byItsKey(key: string): KnownActor | undefined {
    return this.byKey.get(key);
  }

  /** The known actor that a name means: by its names, or as a body of a country ("la diplomatie arménienne"). */
  find(name: string): KnownActor | undefined {
    return this.actors.get(fold(name)) ?? this.actors.get(folded(name)) ?? this.findInstitution(name);
  }

  private addCountry(country: Country): void {
    const { key, fr, en, wikidataId, aliases } = country;
    this.add({ key, fr, en, kind: "COUNTRY", wikidataId, aliases });
    for (const name of [fr, en, ...aliases])
      if (!this.countryWords.has(folded(name))) this.countryWords.set(folded(name), country);
    for (const adjective of country.adjectives)
      this.adjectives.set(adjective, this.adjectives.has(adjective) ? null : country);
  }

  private addInstitution({ name_fr: fr = "", name_en: en = "", kind, words }: Record<string, string>): void {
    for (const name of listed(words)) this.institutions.set(folded(name), { fr, en, kind: kind as ActorKind });
  }

  /** An earlier row keeps a name that a later one has too. */
  private add(actor: KnownActor): void {
    if (!this.byKey.has(actor.key)) this.byKey.set(actor.key, actor);
    for (const name of [actor.fr, actor.en, ...actor.aliases])
      if (!this.actors.has(folded(name))) this.actors.set(folded(name), actor);
  }

  private findInstitution(name: string): KnownActor | undefined {
    const words = folded(name).split(" ");
    if (words.length < 2 || words.length > MOST_WORDS) return undefined;
    for (let from = 0; from < words.length; from++)
      for (let to = Math.min(words.length, from + 4); to > from; to--) {
        const country = this.countryOf(words.slice(from, to).join(" "));
        const institution = country && this.institutions.get(without(words, from, to));
        if (institution) return composed(institution, country);
      }
    return undefined;
  }

  private countryOf(words: string): Country | undefined {
    return this.adjectives.get(words) ?? this.countryWords.get(words);
  }
}

/** What is left of a body's name without its country and the words that join them. */
function without(words: readonly string[], from: number, to: number): string {
  const rest = [...words.slice(0, from), ...words.slice(to)].join(" ");
  return rest.replace(/ (?:de la|de l|des|du|de|d|of the|of|s)$/, "").replace(/^s /, "");
}

function composed({ fr, en, kind }: Institution, country: Country): KnownActor {
  const french = `${fr} ${country.ofCountry}`;
  return { key: slugOf(french), fr: french, en: `${en} of ${country.en}`, kind, wikidataId: "", aliases: [] };
}

let gazetteer: Gazetteer | undefined;

function theGazetteer(): Gazetteer {
  gazetteer ??= new Gazetteer();
  return gazetteer;
}

/** The known actor of this key. */
export function knownByKey(key: string): KnownActor | undefined {
  return theGazetteer().byItsKey(key);
}

/** The known actor that a name means. */
export function findKnown(name: string): KnownActor | undefined {
  return theGazetteer().find(name);
}
