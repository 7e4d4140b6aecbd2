import { fold, slugOf } from "../model/fold.js";
import type { ActorKind } from "../model/vocabulary.js";
import { Bodies } from "./bodies.js";
import { capitalsOf, hasCapitals } from "./capitals.js";
import { unarticled } from "./folded.js";
import type { KnownActor } from "./known-actor.js";
import { readCountries, readPlaces } from "./owners.js";
import { transliterated } from "./person-key.js";
import { listed, readRows } from "./table.js";

/** A name of a known actor, and how many capitals it must have where its small letters are another word: "la presse", "us". */
interface KnownName {
  actor: KnownActor;
  capitals: number;
}

/** What else is known of the mention that a name stands in. */
export interface Asked {
  kind?: ActorKind | undefined;
  language?: string | undefined;
}

/** "en:OAS": an alias in texts of one language. */
const BOUND = /^[a-z]{2}:/;
const MOST_KEPT = 20_000;

/** Who and what is known before any document is read; read once from this folder's tables. */
class Gazetteer {
  private readonly names = new Map<string, KnownName>();
  private readonly byKey = new Map<string, KnownActor>();
  /** People by the spelling that stands for all of theirs. */
  private readonly spellings = new Map<string, KnownActor>();
  private readonly bodies: Bodies;
  /** What was asked before: an article repeats its names. */
  private readonly asked = new Map<string, KnownActor | undefined>();

  constructor() {
    const countries = readCountries();
    const places = readPlaces();
    this.bodies = new Bodies(countries, places);
    for (const row of readRows("actors.tsv")) this.add(knownActor(row, row.kind as ActorKind));
    for (const row of readRows("own-bodies.tsv")) this.addOwnBody(row);
    for (const owner of [...countries, ...places]) if (!owner.isCapital) this.add(owner);
  }

  /** The known actor of this key. */
  byItsKey(key: string): KnownActor | undefined {
    return this.byKey.get(key);
  }

  /** The known actor that a name means: by its names, or as a body of a state or place ("la diplomatie arménienne"). */
  find(name: string, { kind, language = "" }: Asked): KnownActor | undefined {
    const asked = `${language} ${kind === "PERSON"} ${name}`;
    if (this.asked.has(asked)) return this.asked.get(asked);
    const found = this.lookUp(name, kind, language);
    if (this.asked.size >= MOST_KEPT) this.asked.clear();
    this.asked.set(asked, found);
    return found;
  }

  private lookUp(name: string, kind: ActorKind | undefined, language: string): KnownActor | undefined {
    const form = fold(name);
    const found = this.named(name, form, language) ?? (kind === "PERSON" ? undefined : this.bodies.find(form));
    return found && canBe(found, kind) ? found : undefined;
  }

  /** Whether a name tells what a body is, but not whose: it names one body of many. */
  isBareBody(name: string): boolean {
    return this.bodies.isBare(fold(name));
  }

  private named(name: string, form: string, language: string): KnownActor | undefined {
    const forms = [form, unarticled(form)];
    const found = [...forms.map((form) => `${language}:${form}`), ...forms]
      .map((form) => this.names.get(form))
      .find(Boolean);
    if (found) return hasCapitals(name, found.capitals) ? found.actor : undefined;
    const spelled = transliterated(form);
    return spelled === undefined ? undefined : this.spellings.get(spelled);
  }

  private addOwnBody(row: Record<string, string>): void {
    const actor = knownActor(row, "ORGANIZATION");
    this.bodies.addOwn(row.owner ?? "", row.body ?? "", actor, listed(row.words));
    this.add(actor);
  }

  /** An earlier row keeps a name that a later one has too; a name that a row has twice ("OTAN", "Otan") asks for less. */
  private addName(form: string, name: KnownName): void {
    const known = this.names.get(form);
    if (!known) this.names.set(form, name);
    else if (known.actor === name.actor) known.capitals = Math.min(known.capitals, name.capitals);
  }

  private addSpellings(actor: KnownActor): void {
    for (const name of [actor.fr, actor.en, ...actor.aliases]) {
      const spelled = transliterated(fold(name));
      if (spelled !== undefined && !this.spellings.has(spelled)) this.spellings.set(spelled, actor);
    }
  }

  private add(actor: KnownActor): void {
    if (!this.byKey.has(actor.key)) this.byKey.set(actor.key, actor);
    for (const name of [actor.fr, actor.en, ...actor.aliases])
      for (const form of formsOf(name)) this.addName(form, { actor, capitals: capitalsOf(name) });
    if (actor.kind === "PERSON") this.addSpellings(actor);
    for (const { language, name } of actor.bound ?? [])
      for (const where of [language, ""]) this.addName(`${where}:${fold(name)}`, { actor, capitals: capitalsOf(name) });
  }
}

function formsOf(name: string): Set<string> {
  const form = fold(name);
  return new Set([form, unarticled(form)]);
}

function knownActor(row: Record<string, string>, kind: ActorKind): KnownActor {
  const { name_fr: fr = "", name_en: en = "", wikidata: wikidataId = "", aliases } = row;
  const all = listed(aliases);
  const free = all.filter((alias) => !BOUND.test(alias));
  const bound = all.filter((alias) => BOUND.test(alias));
  const names = bound.map((alias) => ({ language: alias.slice(0, 2), name: alias.slice(3) }));
  return { key: slugOf(fr), fr, en, kind, wikidataId, aliases: free, bound: names };
}

/** A person's name is no other's: "Houston" the senator is not the city. */
function canBe(known: KnownActor, kind: ActorKind | undefined): boolean {
  return kind !== "PERSON" || known.kind === "PERSON";
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

/** The known actor that a name means, where somebody of this kind may be meant, in a text of this language. */
export function findKnown(name: string, asked: Asked = {}): KnownActor | undefined {
  return theGazetteer().find(name, asked);
}

/** Whether a name tells what a body is, but not whose ("ministère de la Santé"). */
export function isBareBody(name: string): boolean {
  return theGazetteer().isBareBody(name);
}
