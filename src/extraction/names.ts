import type { Lexicon } from "./lexicon.js";
import type { Sentence } from "./sentences.js";
import { is, isComma, type Unit } from "./units.js";

/** A run of capitalised words that names somebody or something: the units `[from, to)`. */
export interface NameRun {
  units: readonly Unit[];
  from: number;
  to: number;
  name: string;
}

/** Somebody the document names, under the longest form of the name. */
export interface Entity {
  name: string;
  person: boolean;
  /** `m`, `f`, or empty when the text does not tell. */
  gender: string;
}

/** "V. Brook". */
const INITIAL = /^\p{L}\.\s+/u;

/** The names of one document: a later or shorter form leads to the fullest one. */
export class NameTable {
  private readonly entities = new Map<string, Entity>();
  private readonly shortForms = new Map<string, string>();
  private readonly nouns = new Map<string, { at: number; name: string }[]>();
  /** Words seen with a capital where no sentence starts. */
  private readonly inside = new Set<string>();

  constructor(private readonly lexicon: Lexicon) {}

  /** Takes in the names of a sentence; to be called for every sentence before anything is looked up. */
  read({ units }: Sentence): void {
    this.readUnits(units);
    for (const unit of units) if (unit.quotation) this.readUnits(unit.quotation.units);
  }

  /** The entity that a name stands for in this document. */
  find(name: string): Entity {
    const key = name.toLowerCase();
    const full = this.shortForms.get(INITIAL.test(key) ? key.replace(INITIAL, "") : key);
    return this.entities.get(full ?? key) ?? { name, person: false, gender: "" };
  }

  /** The name last called by this common noun ("the agency") before a place in the text. */
  calledBy(noun: string, before: number): string | undefined {
    const wanted = [noun, ...(this.lexicon.hypernyms.get(noun) ?? [])];
    let best: { at: number; name: string } | undefined;
    for (const word of wanted) {
      const last = lastBefore(this.nouns.get(word) ?? [], before);
      if (last && (!best || last.at > best.at)) best = last;
    }
    return best?.name;
  }

  /** Notes that a name was called by a common noun. */
  call(noun: string, at: number, name: string): void {
    const list = this.nouns.get(noun) ?? [];
    if (list.length === 0) this.nouns.set(noun, list);
    list.push({ at, name });
  }

  /** Puts the notes in the order of the text. */
  settle(): void {
    for (const list of this.nouns.values()) list.sort((a, b) => a.at - b.at);
  }

  /** Whether a capital at the start of a sentence is that of a name. */
  isName({ units, from, to, name }: NameRun): boolean {
    if (from > 0 && !startsAfterStop(units, from)) return true;
    if (to - from > 1 || this.inside.has(name.toLowerCase())) return true;
    return this.lexicon.countries.has(name.toLowerCase()) || /^\p{Lu}{2,}$/u.test(name);
  }

  private readUnits(units: readonly Unit[]): void {
    for (const run of nameRuns(units, this.lexicon)) {
      if (run.from > 0 && !startsAfterStop(units, run.from)) this.inside.add(run.name.toLowerCase());
      this.readRun(run);
    }
  }

  private readRun(run: NameRun): void {
    const { units, from, to, name } = run;
    const words = name.split(/\s+/);
    const role = roleNear(run);
    const first = this.lexicon.firstNames.get(words[0]?.toLowerCase() ?? "");
    const person = role === "person" || (first !== undefined && words.length > 1);
    const key = name.toLowerCase();
    const known = this.entities.get(key);
    const gender = known?.gender || titleGender(units[from - 1], this.lexicon) || (person ? (first ?? "") : "");
    this.entities.set(key, { name: known?.name ?? name, person: person || known?.person === true, gender });
    if (words.length > 1) this.shorten(words, name, person || role === "");
    this.noteNouns(run);
    this.noteAcronym(units, to, name);
  }

  private shorten(words: readonly string[], name: string, person: boolean): void {
    const put = (form: string) => {
      const key = form.toLowerCase();
      const taken = this.shortForms.get(key);
      const fuller = taken === undefined || (INITIAL.test(taken) && !INITIAL.test(name));
      if (fuller && !this.lexicon.countries.has(key)) this.shortForms.set(key, name.toLowerCase());
    };
    if (person) put(words.at(-1) as string);
    if (person && words.length > 2) put(words.slice(1).join(" "));
    if (person && this.lexicon.firstNames.has((words[0] as string).toLowerCase())) put(words[0] as string);
    const initials = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]);
    if (initials.length > 2) put(initials.join(""));
  }

  /** "Human Rights Watch (HRW)". */
  private noteAcronym(units: readonly Unit[], to: number, name: string): void {
    const acronym = units[to]?.form === "(" && units[to + 2]?.form === ")" ? units[to + 1] : undefined;
    if (acronym?.capital && acronym.end - acronym.start <= 8) this.shortForms.set(acronym.form, name.toLowerCase());
  }

  private noteNouns({ units, from, to, name }: NameRun): void {
    const at = units[from]?.start ?? 0;
    for (let before = from - 1; before >= Math.max(0, from - 3); before--) {
      const unit = units[before] as Unit;
      if (unit.kind !== "word" || is(unit, "DET", "PREP", "OF", "COORD")) break;
      if (is(unit, "ROLE", "ORG", "MEDIA") && (!unit.capital || isBodyAcronym(unit))) this.call(unit.form, at, name);
    }
    const noun = is(units[to + 1], "DET") ? units[to + 2] : units[to + 1];
    if (isComma(units[to]) && is(noun, "ROLE", "ORG") && noun) this.call(noun.form, at, name);
  }
}

function lastBefore<T extends { at: number }>(list: readonly T[], before: number): T | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as T).at < before) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}

function startsAfterStop(units: readonly Unit[], at: number): boolean {
  return at === 0 || (units[at - 1]?.kind === "punctuation" && /^[.!?…:«"“]/.test(units[at - 1]?.form ?? ""));
}

function titleGender(before: Unit | undefined, { grammar }: Lexicon): string {
  if (before === undefined) return "";
  if (grammar.feminine.includes(before.form)) return "f";
  return grammar.masculine.includes(before.form) && is(before, "TITLE", "ROLE") ? "m" : "";
}

/** What stands next to a name: a person's role or title, the noun of a body, or nothing telling. */
function roleNear({ units, from, to }: NameRun): "person" | "body" | "" {
  const before = units[from - 1];
  const second = units[from - 2];
  if (is(before, "TITLE", "ROLE")) return "person";
  if (is(second, "ROLE") && before?.kind === "word" && !is(before, "DET", "OF", "PREP")) return "person";
  const after = is(units[to + 1], "DET") ? units[to + 2] : units[to + 1];
  if (isComma(units[to]) && is(after, "ROLE") && !is(before, "OF", "PREP")) return "person";
  if (is(before, "ORG", "MEDIA", "DET") || is(second, "ORG", "MEDIA")) return "body";
  return is(before, "OF", "PREP") && units[to - 1] === units[from] ? "body" : "";
}

/** The runs of capitalised words, without roles, titles, and words of grammar at their start. */
export function nameRuns(units: readonly Unit[], lexicon: Lexicon): NameRun[] {
  const runs: NameRun[] = [];
  for (let at = 0; at < units.length; at++) {
    if (!isNameWord(units[at])) continue;
    const to = runEnd(units, at);
    for (const [from, end] of parts(units, at, to, lexicon))
      runs.push({ units, from, to: end, name: nameOf(units.slice(from, end)) });
    at = to - 1;
  }
  return runs;
}

function nameOf(units: readonly Unit[]): string {
  return units
    .map(({ text }) => text)
    .join(" ")
    .replaceAll(/(['’]) /g, "$1");
}

/** "ONG", "NGO": a common noun in capitals. */
function isBodyAcronym(unit: Unit): boolean {
  return is(unit, "ORG") && unit.text === unit.text.toUpperCase();
}

/** Words of these kinds may have a capital at the start of a sentence without being names. */
const NO_NAME =
  "DET PREP PRON SUB COORD ADV TIME TITLE ROLE REL ATTRIB COMP OF COMPARE PURPOSE AVOIR ETRE MODAL NEG ATTRIBAGENT BAN LIKE".split(
    " ",
  );

function isNameWord(unit: Unit | undefined): boolean {
  if (unit?.kind !== "word" || !unit.capital || isBodyAcronym(unit)) return false;
  return unit.tags.size === 0 || !is(unit, ...NO_NAME);
}

function runEnd(units: readonly Unit[], from: number): number {
  let to = from + 1;
  while (to < units.length && to - from < 12) {
    if (isNameWord(units[to]) || (units[to]?.kind === "number" && isNameWord(units[to + 1]))) to++;
    else if (is(units[to], "PARTICLE") && isNameWord(units[to + 1])) to += 2;
    else if (
      units[to]?.form === "of" &&
      (isNameWord(units[to + 1]) || (units[to + 1]?.form === "the" && isNameWord(units[to + 2])))
    )
      to += 2;
    else break;
  }
  return to;
}

/** "United States Anna Noor" is a country and a person. */
function parts(units: readonly Unit[], from: number, to: number, lexicon: Lexicon): [number, number][] {
  for (let cut = Math.min(to - 2, from + 8); cut > from; cut--) {
    const country = lexicon.countries.has(nameOf(units.slice(from, cut)).toLowerCase());
    const person = lexicon.firstNames.has(units[cut]?.form ?? "") && !is(units[cut - 1], "PARTICLE") && cut - from > 1;
    const surname = lexicon.firstNames.has(units[cut - 1]?.form ?? "");
    if ((country || person) && !surname)
      return [
        [from, cut],
        [cut, to],
      ];
  }
  return [[from, to]];
}
