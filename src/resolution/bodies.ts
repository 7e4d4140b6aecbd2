import { slugOf } from "../model/fold.js";
import type { ActorKind } from "../model/vocabulary.js";
import { folded, unarticled } from "./folded.js";
import type { KnownActor } from "./known-actor.js";
import type { Owner } from "./owners.js";
import { listed, readRows } from "./table.js";

/** Whose a body can be: a state's or region's, a state's or the very place's, a place's only. */
type Level = "state" | "local" | "city";

interface Body {
  fr: string;
  en: string;
  kind: ActorKind;
  level: Level;
}

const MOST_WORDS = 14;
const MOST_OWNER_WORDS = 6;

/** What may be said of a body without its being another. */
const QUALIFIERS =
  /\b(?:separatistes?|independantistes?|secessionnistes?|autoproclamee?s?|de facto|dites?|non reconnue?s?|rebelles?|dissidente?s?|separatists?|breakaway|secessionist|self (?:proclaimed|declared)|so called|unrecogni[sz]ed)(?: |$)/g;

/** What an owner may be called before its name: "de la république du Haut-Karabakh"; a region only where it is a breakaway one. */
const TERRITORY = /\b(?:republique|enclave|territoire|republic|territory) (?=(?:du|de la|de l|d|de|des|of|of the) )/;
const BREAKAWAY =
  /\b(?:republique|enclave|territoire|republic|territory|region|province) (?=(?:du|de la|de l|d|de|des|of|of the) )/;

/** Words that mean the state itself beside its adjective: "la partie azerbaïdjanaise", "the Armenian side". */
const SIDE = /^(?:la |le |the )?(?:partie|camp|cote) ([a-z]+)$|^(?:the )?([a-z]+) side$/;

/** What joins a body to its owner, at either end of what is left without the owner. */
const JOINTS = /^(?:s |'s )|(?: (?:de la|de l|des|du|de|d|a|of the|of|in the|in|s))+$/g;

/** Bodies that every state, region or city has, told by what they are and whose: "la diplomatie arménienne". */
export class Bodies {
  private readonly byWords = new Map<string, Body[]>();
  private readonly own = new Map<string, KnownActor>();
  private readonly states = new Map<string, Owner>();
  private readonly places = new Map<string, Owner>();
  private readonly capitals = new Set<string>();
  /** First words of all names and adjectives of owners. */
  private readonly beginnings = new Set<string>();
  /** An adjective of two states ("congolais") means neither. */
  private readonly adjectives = new Map<string, Owner | null>();
  private readonly placeAdjectives = new Map<string, Owner | null>();

  constructor(countries: readonly Owner[], places: readonly Owner[]) {
    for (const { name_fr: fr = "", name_en: en = "", kind, level, words } of readRows("institutions.tsv"))
      for (const name of listed(words)) this.addWords(name, { fr, en, kind: kind as ActorKind, level: level as Level });
    for (const country of countries) this.addOwner(country, this.states, this.adjectives);
    for (const place of places) this.addOwner(place, this.places, this.placeAdjectives);
    for (const { capitals } of countries) for (const capital of capitals) this.addCapital(capital);
    for (const owners of [this.states, this.places, this.adjectives, this.placeAdjectives])
      for (const name of owners.keys()) this.beginnings.add(name.split(" ", 1)[0] as string);
  }

  /** Takes in a body that has a name of its own beside the general one. */
  addOwn(owner: string, body: string, actor: KnownActor, words: readonly string[]): void {
    for (const name of [body, actor.fr, actor.en, ...actor.aliases, ...words])
      this.own.set(`${owner}\t${folded(name)}`, actor);
  }

  /** Whether a folded name tells what a body is, but not whose. */
  isBare(form: string): boolean {
    return this.byWords.has(unarticled(form));
  }

  /** The body that a folded name means. */
  find(form: string): KnownActor | undefined {
    const plain = form.replace(QUALIFIERS, "").trim();
    const bare = plain.replace(plain === form ? TERRITORY : BREAKAWAY, "");
    return this.sideOf(plain) ?? this.ownedIn(plain) ?? (bare === plain ? undefined : this.ownedIn(bare));
  }

  /** The state whose side this is. */
  private sideOf(form: string): KnownActor | undefined {
    const side = SIDE.exec(form);
    return (side && this.adjectives.get((side[1] ?? side[2]) as string)) ?? undefined;
  }

  private ownedIn(form: string): KnownActor | undefined {
    const words = unarticled(form).split(/ +/);
    if (words.length < 2 || words.length > MOST_WORDS) return undefined;
    for (let from = 0; from < words.length; from++) {
      if (!this.beginnings.has(words[from] as string)) continue;
      for (let to = Math.min(words.length, from + MOST_OWNER_WORDS); to > from; to--) {
        const found = this.owned(words, from, to);
        if (found) return found;
      }
    }
    return undefined;
  }

  private owned(words: readonly string[], from: number, to: number): KnownActor | undefined {
    const whose = words.slice(from, to).join(" ");
    const state = this.adjectives.get(whose) ?? this.states.get(whose);
    const place = this.places.get(whose) ?? this.placeAdjectives.get(whose) ?? undefined;
    if (!state && !place) return undefined;
    const what = [...words.slice(0, from), ...words.slice(to)].join(" ").replace(JOINTS, "");
    const isCapital = this.capitals.has(whose) && folded(state?.en ?? "") !== whose;
    if (place && isCapital) {
      const body = this.bodyOf(what, place, ["city", "local"]);
      if (body) return body;
    }
    if (state) return this.bodyOf(what, state, isCapital ? ["state"] : ["state", "local"]);
    return place && this.bodyOf(what, place, place.isCapital ? ["city", "local"] : ["city", "local", "state"]);
  }

  /** The body of this owner that these words mean; of several, the first in the order of levels. */
  private bodyOf(what: string, owner: Owner, levels: readonly Level[]): KnownActor | undefined {
    const bodies = this.byWords.get(what) ?? [];
    const own = this.own.get(`${owner.fr}\t${what}`);
    if (own) return own;
    for (const level of levels) {
      const body = bodies.find((one) => one.level === level);
      if (body) return this.own.get(`${owner.fr}\t${folded(body.fr)}`) ?? composed(body, owner);
    }
    return undefined;
  }

  private addWords(name: string, body: Body): void {
    const key = folded(name);
    this.byWords.set(key, [...(this.byWords.get(key) ?? []), body]);
  }

  private addOwner(owner: Owner, names: Map<string, Owner>, adjectives: Map<string, Owner | null>): void {
    for (const name of [owner.fr, owner.en, ...owner.aliases])
      if (!names.has(folded(name))) names.set(folded(name), owner);
    for (const adjective of owner.adjectives) adjectives.set(adjective, adjectives.has(adjective) ? null : owner);
  }

  /** A capital that places.tsv does not have is a city under its own name. */
  private addCapital(name: string): void {
    const key = folded(name);
    this.capitals.add(key);
    if (this.places.has(key)) return;
    const ofFrench = /^[AEIOUÉÎ]/.test(name) ? `d'${name}` : `de ${name}`;
    const city = { key: slugOf(name), kind: "PLACE", fr: name, en: name, wikidataId: "", isCapital: true } as const;
    this.places.set(key, { ...city, aliases: [], adjectives: [], capitals: [], ofFrench, ofEnglish: `of ${name}` });
  }
}

function composed({ fr, en, kind }: Body, { ofFrench, ofEnglish }: Owner): KnownActor {
  const french = `${fr} ${ofFrench}`;
  return { key: slugOf(french), fr: french, en: `${en} ${ofEnglish}`, kind, wikidataId: "", aliases: [] };
}
