import type { ActorKind } from "../model/vocabulary.js";
import { type Acronym, acronymAt } from "./acronyms.js";
import { genderOfCountry } from "./agreement.js";
import { cluesOf } from "./clues.js";
import { type Description, descriptionOf } from "./description.js";
import { LateNames } from "./late-names.js";
import type { Lexicon } from "./lexicon.js";
import { addVotes, type Votes, votedKind } from "./name-kinds.js";
import { type KnownNames, type NameRun, nameRunsOf } from "./name-runs.js";
import { officesOf } from "./offices.js";
import { RoleBook } from "./role-book.js";
import type { Sentence } from "./sentences.js";
import { INITIAL, keyOf, shortFormsOf } from "./short-forms.js";
import type { Unit } from "./units.js";
import type { Rival, Way } from "./ways.js";

/** Somebody the document names, under the longest form of the name. */
export interface Entity {
  name: string;
  kind: ActorKind;
  /** `m`, `f`, or empty when the text does not tell. */
  gender: string;
}

/** Whom a name means in this document, and who else it may mean. */
export interface Found extends Entity {
  way: Way;
  rivals: readonly Rival[];
}

/** What the document has shown of one form of a name. */
interface Known extends Entity {
  words: readonly string[];
  votes: Votes;
  /** Where it stands, in order. */
  places: number[];
}

/** What a name means, or the longer names that it may be short for. */
interface Looked {
  found: Found;
  fuller: readonly Known[];
}

/** Names whose meaning is kept. */
const MOST_LOOKED = 50_000;

/** The names of one document: a later or shorter form leads to the fullest one. */
export class NameTable implements KnownNames {
  /** Who is called how. */
  readonly roles: RoleBook;
  private readonly known = new Map<string, Known>();
  private readonly shortForms = new Map<string, Known[]>();
  private readonly acronyms = new Map<string, Entity>();
  /** What was found out about names that were looked up. */
  private readonly looked = new Map<string, Looked>();
  private readonly surnames = new Set<string>();
  private readonly late: LateNames;
  private readonly noted: { key: string; description: Description; at: number }[] = [];
  /** Words seen with a capital where no sentence starts. */
  private readonly inside = new Set<string>();

  /** The year of the text tells who held which office. */
  constructor(
    private readonly lexicon: Lexicon,
    private readonly year: number | null = null,
  ) {
    this.roles = new RoleBook(lexicon);
    this.late = new LateNames(lexicon);
  }

  /** Takes in the names of a sentence; to be called for every sentence before anything is looked up. */
  read({ units }: Sentence): void {
    this.late.enter(units);
    this.readUnits(units);
    for (const unit of units) if (unit.quotation) this.readUnits(unit.quotation.units);
  }

  /** Puts together what belongs together, once every sentence has been read. */
  settle(): void {
    for (const known of this.known.values()) known.kind = votedKind(known.votes, known.name, this.lexicon);
    for (const known of this.known.values()) {
      if (known.kind === "UNKNOWN" && this.isCalledBySurname(known)) known.kind = "PERSON";
      known.gender ||= this.genderOf(known.kind, known.words);
      this.shorten(known);
    }
    for (const { key, description, at } of this.noted) this.call(this.known.get(key)?.name ?? key, description, at);
    for (const known of this.known.values())
      if (known.kind !== "COUNTRY")
        for (const office of officesOf(known.name, this.year, this.lexicon))
          for (const at of known.places) this.call(known.name, office, at);
    this.roles.settle();
    this.nameLate();
  }

  /** Gives the functions used before a name to its bearer, when nothing else is said of either. */
  private nameLate(): void {
    const told = new Set(this.noted.map(({ key }) => key));
    for (const [key, { description, at }] of this.late) {
      const known = this.known.get(key);
      if (!known || told.has(key) || known.kind !== "PERSON" || this.roles.find(description, at)) continue;
      if (!known.gender || !description.gender || known.gender === description.gender)
        this.call(known.name, description, at);
    }
    this.roles.settle();
  }

  /** Whom a name means that stands at a place in the text; a title may tell the gender. */
  find(name: string, at = 0, gender = ""): Found {
    const { found, fuller } = this.lookUp(name);
    if (fuller.length > 0) {
      const fitting = gender ? fuller.filter((known) => !known.gender || known.gender === gender) : fuller;
      if (fitting.length > 0) return nearest(fitting, at, name);
    }
    return gender && found.way === "name" ? { ...found, gender } : found;
  }

  private lookUp(name: string): Looked {
    const known = this.looked.get(name);
    if (known) return known;
    if (this.looked.size >= MOST_LOOKED) this.looked.clear();
    const looked = this.lookedUp(name);
    this.looked.set(name, looked);
    return looked;
  }

  private lookedUp(name: string): Looked {
    const acronym = this.acronyms.get(name);
    if (acronym) return { found: { ...acronym, way: "acronym", rivals: [] }, fuller: [] };
    const key = keyOf(name);
    const own = this.known.get(key);
    const found = { name: own?.name ?? name, kind: own?.kind ?? "UNKNOWN", gender: own?.gender ?? "" };
    const country = this.lexicon.countries.has(name.toLowerCase());
    return { found: { ...found, way: "name", rivals: [] }, fuller: (country ? null : this.shortForms.get(key)) ?? [] };
  }

  /** Whether a capital at the start of a sentence is that of a name. */
  isName({ units, from, to, name }: NameRun): boolean {
    if (from > 0 && !startsAfterStop(units, from)) return true;
    if (to - from > 1 || this.inside.has(name.toLowerCase()) || this.find(name).kind === "PERSON") return true;
    return this.lexicon.countries.has(name.toLowerCase()) || /^\p{Lu}{2,}$/u.test(name);
  }

  stands(name: string): boolean {
    return this.known.has(keyOf(name));
  }

  isSurname(word: string): boolean {
    return this.surnames.has(word);
  }

  private readUnits(units: readonly Unit[]): void {
    for (const run of nameRunsOf(units, this.lexicon)) {
      if (run.from > 0 && !startsAfterStop(units, run.from)) this.inside.add(run.name.toLowerCase());
      this.readRun(run);
    }
    for (let at = 0; at < units.length; at++) {
      const acronym = units[at]?.form === "(" ? acronymAt(units, at, this.lexicon) : null;
      if (acronym && !this.acronyms.has(acronym.short)) this.explain(acronym, units);
    }
  }

  private explain({ short, full, kind, from, to }: Acronym, units: readonly Unit[]): void {
    this.acronyms.set(short, { name: full, kind, gender: "" });
    const description = descriptionOf({ units, from, to }, this.lexicon);
    if (description) this.noted.push({ key: short, description, at: units[from]?.start ?? 0 });
  }

  private readRun(run: NameRun): void {
    const clues = cluesOf(run, this.lexicon);
    const words = run.name.split(/\s+/);
    const key = keyOf(run.name);
    const at = run.units[run.from]?.start ?? 0;
    const first = this.known.get(key);
    if (!first && clues.kind === "") this.late.meet(key, run);
    const known = first ?? firstSeen(run.name, words);
    known.places.push(at);
    known.gender ||= clues.gender;
    addVotes(known.votes, run, clues.kind, this.lexicon);
    this.known.set(key, known);
    for (const description of clues.descriptions) this.noted.push({ key, description, at });
  }

  private genderOf(kind: ActorKind, words: readonly string[]): string {
    if (kind === "COUNTRY") return genderOfCountry(words.join(" ").toLowerCase(), this.lexicon.grammar);
    if (kind !== "PERSON") return "";
    const first = this.lexicon.firstNames.get((words[0] ?? "").toLowerCase()) ?? "";
    const last = (words.at(-1) ?? "").toLowerCase();
    return first || (this.lexicon.grammar.feminineSurnames.some((ending) => last.endsWith(ending)) ? "f" : "");
  }

  private call(name: string, description: Description, at: number): void {
    const bearer = this.find(name, at);
    const gender = bearer.gender || description.gender;
    const { name: fullest, kind } = bearer;
    this.roles.name({ ...description, gender }, { name: fullest, kind, resolved: true, gender }, at);
  }

  /** Two or three words whose last one the text uses alone: a person's name. */
  private isCalledBySurname({ words }: Known): boolean {
    if (words.length < 2 || words.length > 3) return false;
    const alone = this.known.get(keyOf(words.at(-1) as string));
    return alone !== undefined && alone.kind === "UNKNOWN";
  }

  private shorten(known: Known): void {
    if (known.words.length < 2 || known.kind === "COUNTRY") return;
    const forms = shortFormsOf(known, this.lexicon);
    for (const form of forms) {
      const list = this.shortForms.get(form) ?? [];
      if (list.length === 0) this.shortForms.set(form, list);
      if (list.length < MOST_BEARERS) list.push(known);
    }
    if (known.kind !== "ORGANIZATION" && known.kind !== "MEDIA")
      this.surnames.add((known.words.at(-1) as string).toLowerCase());
  }
}

function firstSeen(name: string, words: readonly string[]): Known {
  return { name, kind: "UNKNOWN", gender: "", words, votes: { person: 0, body: 0, media: 0 }, places: [] };
}

/** A name that more full names end in tells nothing. */
const MOST_BEARERS = 8;

/** The bearer of a short form whose full name was last used before this place, else the first one; the others are rivals. */
function nearest(bearers: readonly Known[], at: number, name: string): Found {
  const full = bearers.filter(({ name: other }) => !INITIAL.test(other));
  const list = full.length > 0 ? full : bearers;
  const ranked = list.map((known) => ({ known, last: lastBefore(known.places, at) })).sort((a, b) => b.last - a.last);
  const [best, ...others] = ranked;
  const { name: fullest, kind, gender } = (best as (typeof ranked)[number]).known;
  const rivals = others
    .filter(({ known, last }) => last >= 0 && known.words.at(-1)?.toLowerCase() === name.toLowerCase())
    .map(({ known }) => ({ name: known.name, score: 0.5 }));
  return { name: fullest, kind, gender, way: isAcronymOf(name) ? "acronym" : "shortName", rivals };
}

function isAcronymOf(name: string): boolean {
  return /^\p{Lu}{2,}$/u.test(name);
}

function lastBefore(places: readonly number[], before: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < before) low = middle + 1;
    else high = middle;
  }
  return places[low - 1] ?? -1;
}

function startsAfterStop(units: readonly Unit[], at: number): boolean {
  return at === 0 || (units[at - 1]?.kind === "punctuation" && /^[.!?…:«"“]/.test(units[at - 1]?.form ?? ""));
}
